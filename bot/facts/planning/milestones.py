"""What comes by itself at its own times in a placement. Pure.

The self-assessment: soon after the start, in the middle, and shortly before the end. The reminder of her fixed time for
questions: each week, two hours before it.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.facts.checkin_time import after_quiet, own_hour
from storage.people import Placement

AFTER_START, BEFORE_END = timedelta(days=10), timedelta(days=10)
REMINDED_BEFORE = timedelta(hours=2)
APART = timedelta(days=21)
"""Two of them are at least so far apart: a short placement has fewer."""


def next_assessment(placement: Placement, zone: ZoneInfo, now: datetime, settings: Settings) -> datetime | None:
    """The next one from tomorrow on, at her own hour; None where none is left, or the dates are unknown."""
    today = now.astimezone(zone).date()
    day = next((day for day in _days(placement) if day > today), None)
    return own_hour(placement, day, zone, settings) if day else None


def next_questions(placement: Placement, zone: ZoneInfo, now: datetime, settings: Settings) -> datetime | None:
    """The next reminder of her time for questions; None where she has put none down, or the placement is over."""
    if placement.question_weekday is None or not placement.question_clock:
        return None
    today = now.astimezone(zone).date()
    for weeks in range(2):
        day = today + timedelta(days=(placement.question_weekday - today.weekday()) % 7 + 7 * weeks)
        begins = datetime.combine(day, time.fromisoformat(placement.question_clock), zone).astimezone(UTC)
        reminder = after_quiet(begins - REMINDED_BEFORE, zone, settings)
        if now < reminder < begins:
            return None if placement.ends_on and day > placement.ends_on else reminder
    return None


FOLLOWING: Mapping[str, Callable[[Placement, ZoneInfo, datetime, Settings], datetime | None]] = {
    "self_assessment": next_assessment,
    "questions_today": next_questions,
}
"""By conversation: when it comes the next time, once it has come."""


def part_of(starts_on: date, ends_on: date, day: date) -> int:
    """0 in the first third of a placement, 1 in the second, 2 in the last."""
    whole = max((ends_on - starts_on).days, 1)
    return min(max(3 * (day - starts_on).days // whole, 0), 2)


def _days(placement: Placement) -> Iterator[date]:
    start, end = placement.starts_on, placement.ends_on
    if start is None:
        return
    first = start + AFTER_START
    yield first
    if end is None:
        return
    last = end - BEFORE_END
    middle = start + (end - start) / 2
    if middle - first >= APART and last - middle >= APART:
        yield middle
    if last - first >= APART:
        yield last
