"""When the self-assessment is asked: soon after the start, in the middle, and shortly before the end. Pure."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.facts.checkin_time import own_hour
from storage.people import Placement

AFTER_START, BEFORE_END = timedelta(days=10), timedelta(days=10)
APART = timedelta(days=21)
"""Two of them are at least so far apart: a short placement has fewer."""


def next_assessment(placement: Placement, zone: ZoneInfo, now: datetime, settings: Settings) -> datetime | None:
    """The next one from tomorrow on, at her own hour; None where none is left, or the dates are unknown."""
    today = now.astimezone(zone).date()
    day = next((day for day in _days(placement) if day > today), None)
    return own_hour(placement, day, zone, settings) if day else None


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
