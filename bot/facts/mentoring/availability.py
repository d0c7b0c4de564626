"""When somebody has time: weekly windows on the person's own clock, and the hours they are in a certain week. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.engine.weekly_hours import read_hours

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WRITTEN = re.compile(r"([a-z]{3})[a-z]* +(\d{1,2})[:.](\d\d) *[-–] *(\d{1,2})[:.](\d\d)")
_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A part of one day of each week: `day` 0 is Monday; `begins` and `ends` are minutes of that day, 0 to 1440."""

    day: int
    begins: int
    ends: int

    def kept(self) -> list[str]:
        """As the database keeps it: `["tue", "16:00", "18:00"]`."""
        return [DAYS[self.day], _clock(self.begins), _clock(self.ends)]


Span = tuple[datetime, datetime]

WORKING_HOURS = tuple(Window(day, 9 * 60, 17 * 60) for day in range(5))
"""Of whoever has said nothing else: Monday to Friday, nine to five."""


def read_window(words: str) -> Window:
    """A window written like `tue 16:00-18:00`.

    Raises:
        ValueError: it is written otherwise, or ends before it begins; the message says what to write.
    """
    found = _WRITTEN.fullmatch(words.strip().casefold())
    if found is None or found[1] not in DAYS:
        raise ValueError(
            f"{words!r} is no window; write it like tue 16:00-18:00, with the day one of {', '.join(DAYS)}"
        )
    begins, ends = (_minutes(int(hour), int(minute)) for hour, minute in (found.group(2, 3), found.group(4, 5)))
    if begins is None or ends is None or ends <= begins:
        raise ValueError(f"{words!r} must begin before it ends, on one day; split what goes past midnight in two")
    return Window(DAYS.index(found[1]), begins, ends)


def typed(words: str) -> list[Window]:
    """What somebody typed in a chat, such as `tue 16-18, thu 9-12`; nothing where it cannot be read."""
    return [Window(*hours) for hours in read_hours(words)]


def windows_of(kept: Iterable[Sequence[str]]) -> tuple[Window, ...]:
    """The windows that the database keeps, in the order of the week; working hours where it keeps none."""
    return tuple(sorted(read_window(f"{day} {begins}-{ends}") for day, begins, ends in kept)) or WORKING_HOURS


def open_in(windows: Iterable[Window], zone: ZoneInfo, monday: date) -> list[Span]:
    """From when to when, in UTC, the windows are open in the week that begins on this Monday, in that zone.

    What a change of clocks swallows is left out.
    """
    spans = (
        (_instant(monday, window, window.begins, zone), _instant(monday, window, window.ends, zone))
        for window in windows
    )
    return [(begins, ends) for begins, ends in spans if begins < ends]


def hours_apart(one: ZoneInfo, other: ZoneInfo, monday: date) -> float:
    """How far two clocks are apart in that week: 0 to 12 hours, for a day later is the same hour."""
    noon = datetime.combine(monday, time(12), UTC)
    offsets = [noon.astimezone(zone).utcoffset() or timedelta() for zone in (one, other)]
    gap = abs(offsets[0] - offsets[1]) / timedelta(hours=1)
    return min(gap, 24 - gap)


def _instant(monday: date, window: Window, minute: int, zone: ZoneInfo) -> datetime:
    days, minute = divmod(minute, _A_DAY)
    hours, minutes = divmod(minute, 60)
    day = monday + timedelta(days=window.day + days)
    return datetime.combine(day, time(hours, minutes), zone).astimezone(UTC)


def _minutes(hour: int, minute: int) -> int | None:
    total = hour * 60 + minute
    return total if minute < 60 and total <= _A_DAY else None


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
