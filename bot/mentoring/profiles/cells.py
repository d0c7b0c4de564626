"""What a cell of a profile means. A cell that cannot be used raises `ValueError` with the reason and the remedy."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from babel import Locale
from rapidfuzz import fuzz, process

from bot.facts.mentoring.availability import read_window
from bot.programmes import cells
from bot.programmes.cells import country
from flows.mentoring.topics import STYLES, TOPICS, WISHES
from storage.mentoring_profiles import MENTEE, MENTOR

_MOST_MENTEES = 50
_GENDERS = {
    **dict.fromkeys(("f", "female", "w", "k", "kvinne"), "woman"), **dict.fromkeys(("m", "male", "mann"), "man"),
}  # fmt: skip
"""Other words for what a mentee can choose in her chat."""


def side(cell: str) -> str:
    """Mentor or mentee."""
    return _key("side", cell, (MENTOR, MENTEE))


def _capacity(cell: str) -> int:
    if not cell:
        return 1
    if not cell.isdecimal() or int(cell) > _MOST_MENTEES:
        raise ValueError(f"capacity {cell!r} is not a number of mentees from 0 to {_MOST_MENTEES}")
    return int(cell)


def _field(cell: str) -> str:
    return ", ".join(part for each in cell.replace(";", ",").split(",") if (part := each.strip()))


def _keys(column: str, known: Iterable[str]) -> Callable[[str], list[str]]:
    return lambda cell: _unique(_key(column, part, known) for part in _parts(cell))


def _words(cell: str) -> list[str]:
    return _unique(part.casefold() for part in _parts(cell))


def _names(cell: str) -> list[str]:
    return _unique(_parts(cell))


def _languages(cell: str) -> list[str]:
    return _unique(map(_language, _parts(cell)))


def _language(word: str) -> str:
    known = _known_languages()
    if word.casefold() not in known:
        raise ValueError(f"languages {word!r} is no language; write its code, like en or nb{_meant(word, known)}")
    code = known[word.casefold()]
    return {"no": "nb", "nn": "nb"}.get(code, code)


def _availability(cell: str) -> list[list[str]]:
    try:
        return [window.kept() for window in sorted({read_window(part) for part in _parts(cell)})]
    except ValueError as error:
        raise ValueError(f"availability {error}") from None


def _gender(cell: str) -> str:
    return _GENDERS.get(cell.casefold(), cell.casefold())


def _style(cell: str) -> str:
    return _key("style", cell, STYLES) if cell else ""


def _hours_apart(cell: str) -> float | None:
    if not cell:
        return None
    try:
        number = float(cell.replace(",", "."))
    except ValueError:
        number = -1
    if not 0 <= number <= 12:
        raise ValueError(f"most_hours_apart {cell!r} is not a number of hours from 0 to 12")
    return number


READERS: Mapping[str, Callable[[str], Any]] = {
    "capacity": _capacity, "field": _field, "topics": _keys("topics", TOPICS), "skills": _words,
    "languages": _languages, "availability": _availability, "style": _style, "gender": _gender,
    "employer": str, "prefers": _keys("prefers", WISHES), "apart_from": _names,
    "opted_out": lambda cell: cells.yes("opted_out", cell), "most_hours_apart": _hours_apart,
    "country": country,
}  # fmt: skip
"""How the cell of each column is read, by the name of the column of the table it goes to."""


def _parts(cell: str) -> list[str]:
    return [part for each in cell.split(";") if (part := each.strip())]


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _key(column: str, cell: str, known: Iterable[str]) -> str:
    word = "_".join(cell.casefold().replace("-", "_").split())
    if word not in known:
        raise ValueError(f"{column} {cell!r} is none of {', '.join(known)}{_meant(word, known)}")
    return word


def _meant(word: str, known: Iterable[str]) -> str:
    close = process.extractOne(word.casefold(), list(known), scorer=fuzz.ratio, score_cutoff=65)
    return f"; did you mean {close[0]}?" if close else ""


@cache
def _known_languages() -> dict[str, str]:
    """Codes of languages and their names, in English and Norwegian, to their codes."""
    listed = [(str(code), str(name)) for tongue in ("nb", "en") for code, name in Locale(tongue).languages.items()]
    return {name.casefold(): code for code, name in listed} | {code.casefold(): code for code, _ in listed}
