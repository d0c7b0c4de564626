"""Reading "pause 2 weeks", "/pause until 14 December", "pause av": a pause in one line, in either language. Pure."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.engine.moments import read_date, read_weekday
from flows.vocabulary import control_of, number_of

_LINE = re.compile(r"/?\s*(\S+)\s+(.+)", re.DOTALL)
_OFF = frozenset({"off", "end", "stop", "over", "av", "slutt", "ferdig"})
_UNTIL = re.compile(r"(?:until|till|to|for|til og med|t\.?o\.?m\.?|til|i)\s+")
_FOR_SO_LONG = frozenset({"for", "i"})
_BETWEEN = re.compile(r"\s+(?:to|until|till|til|[-–])\s+")
_LENGTH = re.compile(r"(\d{1,3}|[a-zæøåé]+)\s*(days?|d|dag(?:er)?|weeks?|w|uker?|uka|u)")
_WEEK = frozenset("wu")
_ONE = frozenset({"a", "an", "ei", "en"})


@dataclass(frozen=True, slots=True)
class DaysOff:
    """What she wants: a pause or days away until a day, that day included; without a day, the end of them.

    `since` is the first of her days away.
    """

    what: Literal["pause", "absence"]
    until: date | None = None
    since: date | None = None


def read_days_off(typed: str, today: date) -> DaysOff | None:
    """A pause with its length or its end, days away with first and last, or the end of either; None for the rest."""
    line = _LINE.fullmatch(typed.strip().casefold())
    what = control_of(line[1]) if line else None
    if line is None or what not in ("pause", "absence"):
        return None
    words = line[2].strip(" .!")
    if words in _OFF:
        return DaysOff("pause" if what == "pause" else "absence")
    if what == "absence":
        return _away(words, today)
    until = _until(words, today)
    return DaysOff("pause", until) if until else None


def _away(words: str, today: date) -> DaysOff | None:
    """Two days, "2027-02-10 2027-02-12" or "10 February to 12 February"."""
    parts = _BETWEEN.split(words) if _BETWEEN.search(words) else words.split()
    days = [read_date(part, today) for part in parts]
    if len(days) != 2 or days[0] is None or days[1] is None:
        return None
    return DaysOff("absence", days[1], days[0])


def _until(words: str, today: date) -> date | None:
    lead = _UNTIL.match(words)
    words = words[lead.end() :] if lead else words
    # "tomorrow" ends like a number of weeks, so only a number makes it a length; "until a day" names no length.
    length = _LENGTH.fullmatch(words) if lead is None or lead[0].strip() in _FOR_SO_LONG else None
    number = _number(length[1]) if length else None
    if length is None or number is None:
        return read_date(words, today) or read_weekday(words, today)
    days = number * (7 if length[2][0] in _WEEK else 1)
    return today + timedelta(days=days) if days else None


def _number(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    return 1 if word in _ONE else number_of(word)
