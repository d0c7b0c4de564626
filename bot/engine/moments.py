"""Reading a day or a time of day as people type it, in English or Norwegian. Pure: today is given."""

import re
from datetime import date, timedelta
from functools import cache

from babel.dates import get_day_names, get_month_names

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})[./ -]\s?(\d{1,2})(?:[./ -]\s?(\d{4}|\d{2}))?\.?")
_NAMED = re.compile(r"(?:the\s+|den\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?([a-zæøå]+)\.?,?(?:\s+(\d{4}))?")
_NAMED_FIRST = re.compile(r"([a-zæøå]+)\.?\s+(\d{1,2})(?:st|nd|rd|th|\.)?,?(?:\s+(\d{4}))?")
_CLOCK = re.compile(r"(?:kl\.?\s*|at\s+)?(\d{1,2})(?:[:. ]?([0-5]\d))?\s*(am|pm)?")
_RELATIVE = {"today": 0, "i dag": 0, "idag": 0, "tomorrow": 1, "i morgen": 1, "imorgen": 1}


def read_date(typed: str, today: date) -> date | None:
    """The day that was typed, day before month; a day without a year is the next one that comes. None if unreadable."""
    text = typed.strip().casefold()
    if text in _RELATIVE:
        return today + timedelta(days=_RELATIVE[text])
    if found := _ISO.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.fullmatch(text):
        return _dated(found[1], int(found[2]), found[3], today)
    if found := _NAMED.fullmatch(text):
        return _dated(found[1], _months().get(found[2][:3], 0), found[3], today)
    if found := _NAMED_FIRST.fullmatch(text):
        return _dated(found[2], _months().get(found[1][:3], 0), found[3], today)
    return None


def read_weekday(typed: str, today: date) -> date | None:
    """The next day of this name, a week ahead where that is today: "Monday", "next Monday", "mandag"."""
    name = typed.strip().casefold().removeprefix("next ").removeprefix("neste ")
    weekday = _weekdays().get(name)
    return None if weekday is None else today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def read_time(typed: str) -> str | None:
    """The time of day that was typed as `HH:MM`, or None if unreadable."""
    found = _CLOCK.fullmatch(typed.strip().casefold())
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02d}:{minute:02d}" if hour <= 23 else None


def _dated(day: str, month: int, year: str | None, today: date) -> date | None:
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, int(day))
    this_year = _day(today.year, month, int(day))
    if this_year is None or this_year >= today:
        return this_year
    return _day(today.year + 1, month, int(day))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _weekdays() -> dict[str, int]:
    """Monday is 0, in both languages."""
    return {
        name.casefold(): number
        for language in ("en", "nb")
        for number, name in get_day_names("wide", locale=language).items()
    }


@cache
def _months() -> dict[str, int]:
    """The first three letters of every month's name: enough to tell them apart in both languages."""
    return {
        name.casefold()[:3]: number
        for language in ("en", "nb")
        for number, name in get_month_names("wide", locale=language).items()
    }
