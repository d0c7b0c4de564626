"""What a cell of the roster means. A cell that cannot be used raises `ValueError` with the reason and the remedy."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from zoneinfo import available_timezones

from babel import Locale
from rapidfuzz import fuzz, process

ROLES = ("student", "coordinator", "safeguarding", "lead", "mentor")
_LANGUAGES = {
    "en": ("en", "eng", "english", "engelsk"),
    "nb": ("nb", "no", "nn", "nob", "nor", "norsk", "norwegian", "bokmål", "bokmal", "nynorsk"),
}
_DAY_FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S")
_YES = frozenset({"yes", "y", "true", "1", "x", "ja", "j", "sant"})
_NO = frozenset({"", "no", "n", "false", "0", "nei", "usant"})


def role(cell: str) -> str:
    """One of `ROLES`."""
    if cell.casefold() in ROLES:
        return cell.casefold()
    raise ValueError(f"role {cell!r} is none of {', '.join(ROLES)}{_meant(cell.casefold(), ROLES)}")


def language(cell: str) -> str | None:
    """`en` or `nb` for a code or a name of the language, "" for none, None for a language that we do not speak."""
    if not cell:
        return ""
    word = re.split(r"[\s_(-]", cell.casefold())[0]
    return next((code for code, names in _LANGUAGES.items() if word in names), None)


def timezone(cell: str) -> str:
    """An IANA zone such as Europe/Oslo, or ""."""
    if not cell:
        return ""
    by_folded = {zone.casefold(): zone for zone in available_timezones()}
    folded = cell.casefold().replace(" ", "_")
    if folded in by_folded:
        return by_folded[folded]
    raise ValueError(f"timezone {cell!r} is unknown; use a name like Europe/Oslo{_meant(cell, available_timezones())}")


def country(cell: str) -> str:
    """A country's two letters, or ""."""
    code, names = cell.upper(), _countries()
    if not cell or code in names.values():
        return code
    if cell.casefold() in names:
        raise ValueError(f"country {cell!r} must be two letters; did you mean {names[cell.casefold()]}?")
    close = process.extractOne(cell.casefold(), list(names), scorer=fuzz.ratio, score_cutoff=70)
    meant = f"; did you mean {names[close[0]]}?" if close and len(cell) > 3 else ""
    raise ValueError(f"country {cell!r} is not the two letters of a country, like NO or ZA{meant}")


def email(cell: str) -> str:
    """An address in lower case, or ""."""
    if cell and not re.fullmatch(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+", cell):
        raise ValueError(f"email {cell!r} is not an address; write it like name@example.org")
    return cell.lower()


def slack_id(cell: str) -> str:
    """A Slack member id, or ""."""
    if cell and not re.fullmatch(r"[UW]\w+", cell, re.ASCII):
        raise ValueError(f"slack_id {cell!r} is not a member id; it begins with U and stands in the member's profile")
    return cell


def day(column: str, cell: str) -> date | None:
    """A day written like 2026-11-30 or 30.11.2026, or None for an empty cell."""
    if not cell:
        return None
    for form in _DAY_FORMS:
        try:
            return datetime.strptime(cell, form).date()  # noqa: DTZ007 - a day of the calendar has no zone
        except ValueError:
            continue
    raise ValueError(f"{column} {cell!r} is not a day; write it like 2026-11-30 or 30.11.2026")


def hours(cell: str) -> float | None:
    """Hours a week, with a decimal point or comma, or None for an empty cell."""
    if not cell:
        return None
    try:
        number = float(cell.replace(",", "."))
    except ValueError:
        number = -1
    if not 0 <= number <= 24 * 7:
        raise ValueError(f"hours_per_week {cell!r} is not a number of hours from 0 to 168")
    return number


def yes(column: str, cell: str) -> bool:
    """Yes or no; an empty cell is no."""
    if cell.casefold() in _YES | _NO:
        return cell.casefold() in _YES
    raise ValueError(f"{column} {cell!r} is neither yes nor no")


def _meant(cell: str, known: Iterable[str]) -> str:
    close = process.extractOne(cell, list(known), scorer=fuzz.WRatio, score_cutoff=60)
    return f"; did you mean {close[0]}?" if close else ""


@cache
def _countries() -> dict[str, str]:
    """Names of countries, in English and Norwegian, to their two letters. CLDR's groups and stand-ins are left out."""
    named = {"uk": "GB", "usa": "US"}
    for tongue in ("en", "nb"):
        for code, name in Locale(tongue).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("ZZ", "EU", "UN", "EZ", "XA", "XB", "QO"):
                named[name.casefold()] = code
    return named
