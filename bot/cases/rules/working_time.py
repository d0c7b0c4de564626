"""When the team works: its hours, its days, its public holidays. Pure arithmetic on instants."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.config.rhythm import WEEK
from bot.facts.holidays import holiday_on

_ANY_DAY = date(2000, 1, 3)


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """Opening and closing hour in `zone`, on these weekdays (0 is Monday), but not on holidays and days off."""

    zone: ZoneInfo
    opens: time = time(8)
    closes: time = time(16)
    weekdays: frozenset[int] = frozenset(range(5))
    country: str = ""
    closed_on: frozenset[date] = frozenset()

    @property
    def day(self) -> timedelta:
        """How long a working day is."""
        return datetime.combine(_ANY_DAY, self.closes) - datetime.combine(_ANY_DAY, self.opens)

    def after(self, start: datetime, left: timedelta) -> datetime:
        """The moment, in UTC, when this much working time has passed."""
        for opens, closes in self._days(start):
            begin = max(opens, start)
            if begin + left <= closes:
                return begin + left
            left -= closes - begin
        raise AssertionError("there is always a next working day")

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How much working time lies between two moments."""
        total = timedelta(0)
        for opens, closes in self._days(start):
            if opens >= end:
                break
            total += max(min(closes, end) - max(opens, start), timedelta(0))
        return total

    def next_open(self, now: datetime) -> datetime | None:
        """When working hours begin again, in UTC; None while they run."""
        opens, _ = next(self._days(now))
        return opens if opens > now else None

    def _days(self, start: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Opening and closing time, in UTC, of each working day that is not over at `start`."""
        start = start.astimezone(UTC)
        day = start.astimezone(self.zone).date()
        while True:
            if self._works(day):
                opens, closes = (
                    datetime.combine(day, clock, self.zone).astimezone(UTC) for clock in (self.opens, self.closes)
                )
                if closes > start:
                    yield opens, closes
            day += timedelta(days=1)

    def _works(self, day: date) -> bool:
        return day.weekday() in self.weekdays and day not in self.closed_on and not holiday_on(self.country, day)


def working_time(settings: Settings) -> WorkingTime:
    """The team's working time, in the programme's zone."""
    team = settings.team
    return WorkingTime(
        zone=settings.programme.zone, opens=team.opens, closes=team.closes,
        weekdays=frozenset(WEEK.index(day) for day in team.workdays),
        country=team.country or settings.programme.country, closed_on=frozenset(team.closed_on),
    )  # fmt: skip
