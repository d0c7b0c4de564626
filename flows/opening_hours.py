"""When a service is open, as its country pack writes it: "24/7", or "Mon-Fri 09:00-17:00, Sat 10:00-14:00".

Hours are on the clock of the country. A span that ends at or before its beginning goes on past midnight. What is not
known is not open: nobody is sent to a number that may not answer.
"""

import re
from datetime import datetime, time

ALWAYS_OPEN = "24/7"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAY = "|".join(DAYS)
_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d"
_SPAN = re.compile(rf"(?:({_DAY})(?:-({_DAY}))? )?({_CLOCK})-({_CLOCK})")
_DAYS_OF_A_WEEK = len(DAYS)


class UnreadableHours(Exception):
    """Opening hours are not written as we read them; the message says how to write them."""


def is_open(hours: str, moment: datetime) -> bool:
    """Whether it is open at a moment of the country's own clock; "" is nothing known.

    Raises:
        UnreadableHours: they cannot be read.
    """
    if not hours or hours == ALWAYS_OPEN:
        return hours == ALWAYS_OPEN
    return any(_holds(span, moment) for span in read_hours(hours))


def read_hours(hours: str) -> list[tuple[int, int, time, time]]:
    """First and last day (0 is Monday), beginning and end of every span.

    Raises:
        UnreadableHours: they cannot be read.
    """
    return [_span(part.strip()) for part in hours.split(",")]


def _span(part: str) -> tuple[int, int, time, time]:
    found = _SPAN.fullmatch(part)
    if not found:
        raise UnreadableHours(f'hours are {part!r}; write "24/7", or like "Mon-Fri 09:00-17:00, Sat 10:00-14:00"')
    first, last, begins, ends = found.groups()
    days = (DAYS.index(first), DAYS.index(last or first)) if first else (0, _DAYS_OF_A_WEEK - 1)
    return *days, time.fromisoformat(begins), time.fromisoformat(ends)


def _holds(span: tuple[int, int, time, time], moment: datetime) -> bool:
    first, last, begins, ends = span
    day, clock = moment.weekday(), moment.time()
    if begins < ends:
        return _within(first, last, day) and begins <= clock < ends
    began_today = _within(first, last, day) and begins <= clock
    return began_today or (_within(first, last, (day - 1) % _DAYS_OF_A_WEEK) and clock < ends)


def _within(first: int, last: int, day: int) -> bool:
    return first <= day <= last if first <= last else day >= first or day <= last
