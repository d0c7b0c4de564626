"""Reading on which days and hours somebody has time each week: `tue 16-18, thu 9-12`, `man-fre kl. 9 til 11.30`. Pure.

Strict: where one part cannot be read, nothing is, so that nobody is booked at an hour she did not mean.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from babel.dates import get_day_names

Hours = tuple[int, int, int]
"""A day, 0 for Monday, with the minutes of the day at which it begins and ends."""

_TO = r"\s*(?:-|–|to\b|til\b)\s*"
_DAY = r"[a-zæø]{3,}\.?"
_CLOCK = r"(\d{1,2})(?:[:.](\d\d))?"
_PART = re.compile(
    rf"(?P<hours>{_CLOCK}{_TO}{_CLOCK}(?![\d:.]*\d))|(?P<between>(?:and|og|at|on|from|fra|på|kl|every|hver)\b\.?|[,;:&\s]+)"
    rf"|(?P<days>{_DAY}(?:{_TO}{_DAY})?)"
)
_LONGEST, _A_DAY = 300, 24 * 60


def read_hours(text: str) -> tuple[Hours, ...]:
    """All that is said, in the order of the week; nothing where any of it cannot be read."""
    found: set[Hours] = set()
    days: list[int] = []
    hours_follow = True
    for part in _parts(text.casefold().strip()[:_LONGEST]):
        if part is None:
            return ()
        if named := part["days"]:
            days = _days(named) + ([] if hours_follow else days)
            hours_follow = False
            if -1 in days:
                return ()
        elif part["hours"]:
            begins, ends = _minutes(part[2], part[3]), _minutes(part[4], part[5])
            if not days or not 0 <= begins < ends:
                return ()
            found |= {(day, begins, ends) for day in days}
            hours_follow = True
    return tuple(sorted(found)) if hours_follow else ()


def _parts(text: str) -> Iterator[re.Match[str] | None]:
    """The parts of it one after the other; None where one cannot be read."""
    place = 0
    while place < len(text):
        part = _PART.match(text, place)
        yield part
        if part is None:
            return
        place = part.end()


def _days(named: str) -> list[int]:
    """The days of one word, or from one to another; -1 for what is no day."""
    first, *last = (_day(word) for word in re.split(_TO, named))
    if not last:
        return [first]
    if -1 in (first, *last):
        return [-1]
    week = [(first + ahead) % 7 for ahead in range(7)]
    return [*takewhile(lambda day: day != last[0], week), last[0]]


def _day(word: str) -> int:
    """A weekday by its name, a beginning of it of three letters or more, or its plural."""
    word = word.rstrip(".")
    begins = (day for name, day in _names() if name.startswith(word) or word in (f"{name}s", f"{name}er"))
    return next(begins, -1)


@cache
def _names() -> tuple[tuple[str, int], ...]:
    listed = [(name.casefold(), day) for tongue in ("en", "nb") for day, name in get_day_names(locale=tongue).items()]
    # Keyboards without the letter write it as an o.
    return (*listed, *((name.replace("ø", "o"), day) for name, day in listed))


def _minutes(hour: str, minute: str | None) -> int:
    total = int(hour) * 60 + int(minute or 0)
    return total if int(minute or 0) < 60 and total <= _A_DAY else -1
