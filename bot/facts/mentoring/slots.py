"""Times at which both could meet, from the weekly windows of each: in UTC, whatever the two clocks do. Pure.

We suggest half hours, at most one or two a day, so that the times lie on different days and at different hours.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from bot.facts.holidays import holiday_on
from bot.facts.mentoring.availability import WORKING_HOURS, Span, Window, open_in

DAYS_AHEAD, MOST = 14, 6
A_DAY, HALF_HOUR = timedelta(days=1), timedelta(minutes=30)
_TO_CHOOSE, _SATURDAY = 2, 5


@dataclass(frozen=True, slots=True)
class Side:
    """When one of the two could meet: weekly `windows` on a clock, but not on holidays of `country` nor while away.

    `away` are first and last days. `within` are further windows on the same clock that a time must lie in too.
    """

    zone: ZoneInfo
    windows: tuple[Window, ...] = WORKING_HOURS
    country: str = ""
    away: tuple[tuple[date, date], ...] = ()
    within: tuple[Window, ...] = ()

    def is_off(self, day: date) -> bool:
        """A holiday where this one works, or a day of an absence."""
        return bool(holiday_on(self.country, day)) or any(first <= day <= last for first, last in self.away)


def suggested(
    one: Side, other: Side, now: datetime, *,
    minutes: int = 30, taken: Iterable[Span] = (), but: Collection[datetime] = (),
) -> tuple[datetime, ...]:  # fmt: skip
    """At most six beginnings, in UTC, in the order of time; `one` suggests them, and `other` has a day to choose.

    `taken` are other meetings of either; `but` are times that were suggested before and did not fit.
    """
    taken, length = tuple(taken), timedelta(minutes=minutes)
    free = [
        start for start in _common_starts(one, other, now, length)
        if start not in but and not any(start < ends and begins < start + length for begins, ends in taken)
    ]  # fmt: skip
    return tuple(sorted(_spread(free, one.zone)))


def _common_starts(one: Side, other: Side, now: datetime, length: timedelta) -> Iterator[datetime]:
    """Every half hour in the next two weeks at which both are free."""
    tomorrow = now.astimezone(one.zone).date() + A_DAY
    first = _after_a_day_to_choose(other, now)
    last = datetime.combine(tomorrow + DAYS_AHEAD * A_DAY, time(), one.zone).astimezone(UTC)
    for begins, ends in _common(_spans(one, tomorrow), _spans(other, tomorrow)):
        start = _next_half_hour(max(begins, first))
        while start + length <= min(ends, last):
            yield start
            start += HALF_HOUR


def _after_a_day_to_choose(other: Side, now: datetime) -> datetime:
    """The second day from tomorrow on which the other one works: who is asked in the morning can still say yes."""
    day, worked = now.astimezone(other.zone).date(), 0
    while worked < _TO_CHOOSE:
        day += A_DAY
        worked += day.weekday() < _SATURDAY and not other.is_off(day)
        if day - now.astimezone(other.zone).date() > DAYS_AHEAD * A_DAY:
            break
    return datetime.combine(day, time(), other.zone).astimezone(UTC)


def _spans(side: Side, tomorrow: date) -> list[Span]:
    """When one is free in the weeks to come."""
    monday = tomorrow - timedelta(days=tomorrow.weekday() + 7)
    mondays = [monday + timedelta(weeks=week) for week in range(5)]
    spans = [span for each in mondays for span in open_in(side.windows, side.zone, each)]
    if side.within:
        inside = [span for each in mondays for span in open_in(side.within, side.zone, each)]
        spans = list(_common(spans, inside))
    return [span for span in spans if not side.is_off(span[0].astimezone(side.zone).date())]


def _common(some: Sequence[Span], others: Sequence[Span]) -> Iterator[Span]:
    for (begins, ends), (starts, stops) in product(some, others):
        if max(begins, starts) < min(ends, stops):
            yield max(begins, starts), min(ends, stops)


def _next_half_hour(moment: datetime) -> datetime:
    """On the hour or half past it by UTC, which it is on nearly every clock."""
    over = timedelta(minutes=moment.minute % 30, seconds=moment.second, microseconds=moment.microsecond)
    return moment - over + HALF_HOUR if over else moment


def _spread(free: Iterable[datetime], zone: ZoneInfo) -> list[datetime]:
    """One of each day, early and late in turn; where there are few days, a second one of each."""
    days: dict[date, list[datetime]] = {}
    for start in sorted(set(free)):
        days.setdefault(start.astimezone(zone).date(), []).append(start)
    ends = [(starts[0], starts[-1]) if place % 2 == 0 else (starts[-1], starts[0])
            for place, starts in enumerate(days.values())]  # fmt: skip
    picked = list(dict.fromkeys([*(first for first, _ in ends), *(second for _, second in ends)]))
    return picked[:MOST]
