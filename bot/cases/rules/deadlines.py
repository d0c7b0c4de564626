"""By when a person must have looked: the service levels, in working hours or by the clock.

Working hours are Monday to Friday, 08 to 16 in the programme's zone.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flows.severity import Severity

OPENS, CLOSES = time(8), time(16)
_SATURDAY = 5
_WORKING_DAY = timedelta(hours=8)
_ATTENTION, _URGENT, _EMERGENCY = 2 * _WORKING_DAY, timedelta(hours=4), timedelta(minutes=10)
PAGE_EVERY = timedelta(minutes=10)
"""How often somebody is paged while nobody has taken an emergency."""


def by_the_clock(severity: int, topic: str, restricted: bool) -> bool:
    """Whether the hours run at night and at weekends too: always in an emergency, and for urgent matters of safety."""
    safety = topic == "safety" or (topic == "wellbeing" and restricted)
    return severity >= Severity.EMERGENCY or (severity == Severity.URGENT and safety)


def respond_by(severity: int, topic: str, restricted: bool, now: datetime, zone: ZoneInfo) -> datetime:
    """When a person must have acted, in UTC: 10 minutes, 4 hours by the clock, 4 working hours, or 2 working days."""
    if severity >= Severity.EMERGENCY:
        return now + _EMERGENCY
    if by_the_clock(severity, topic, restricted):
        return now + _URGENT
    return after_working_time(now, _URGENT if severity == Severity.URGENT else _ATTENTION, zone)


def after_working_time(start: datetime, left: timedelta, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, when this much working time has passed."""
    for opens, closes in _working_days(start, zone):
        begin = max(opens, start)
        if begin + left <= closes:
            return begin + left
        left -= closes - begin
    raise AssertionError("there is always a next working day")


def next_open(now: datetime, zone: ZoneInfo) -> datetime | None:
    """When working hours begin again, in UTC; None while they run."""
    opens, _ = next(_working_days(now, zone))
    return opens if opens > now else None


def _working_days(start: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
    """Opening and closing time, in UTC, of each working day that is not over at `start`."""
    start = start.astimezone(UTC)
    day = start.astimezone(zone).date()
    while True:
        opens, closes = (datetime.combine(day, clock, zone).astimezone(UTC) for clock in (OPENS, CLOSES))
        if day.weekday() < _SATURDAY and closes > start:
            yield opens, closes
        day += timedelta(days=1)
