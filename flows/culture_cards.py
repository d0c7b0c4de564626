"""Country cards: how people work where she is, as a tendency and not as a rule.

They are data in `flows/content/culture/`, one TOML file a country, with the same points in every language. We chose to
show a card that nobody from there has read yet, with a sentence that says so, because half an answer that says what it
is helps more than none; `reviewed_on` and `reviewed_by` are filled in by a named person from there, and
`placemate check` warns until then.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "content" / "culture"


class BrokenCard(Exception):
    """A country card cannot be used; the message names the file, the key and the remedy."""


@dataclass(frozen=True, slots=True)
class Points:
    """What a card says in one language, in the order it is shown."""

    directness: str
    titles: str
    greeting: str
    meetings: str
    lunch: str
    sick_leave: str
    hours: str


@dataclass(frozen=True, slots=True)
class CultureCard:
    """How people work in one country, by language; nobody from there has read it while `reviewed_by` is empty."""

    country: str
    points: Mapping[str, Points]
    reviewed_on: date | None = None
    reviewed_by: str = ""

    @property
    def reviewed(self) -> bool:
        """A named person from there has read it."""
        return self.reviewed_on is not None and bool(self.reviewed_by)


POINTS = tuple(field.name for field in fields(Points))


def culture_card(country: str) -> CultureCard | None:
    """The card of a two-letter country, in any case, or None."""
    return cards().get(country.upper())


@cache
def cards() -> dict[str, CultureCard]:
    """Every card by its country.

    Raises:
        BrokenCard: a file is not what it should be.
    """
    return {card.country: card for card in map(read_card, sorted(_FOLDER.glob("*.toml")))}


def read_card(path: Path) -> CultureCard:
    """Read one file.

    Raises:
        BrokenCard: it cannot be read, lacks a point, or holds a key that we do not know.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BrokenCard(f"{path.name} cannot be read: {error}") from None
    points = {key: _points(path, key, data.pop(key)) for key in list(data) if isinstance(data[key], dict)}
    if "en" not in points or not data.get("country"):
        raise BrokenCard(f"{path.name}: country and [en] are needed; write both")
    if unknown := sorted(set(data) - {"country", "reviewed_on", "reviewed_by"}):
        raise BrokenCard(f"{path.name}: unknown key {unknown[0]!r}; use country, reviewed_on, reviewed_by")
    return CultureCard(points=points, **data)


def _points(path: Path, language: str, data: dict[str, Any]) -> Points:
    if wrong := sorted(set(data) ^ set(POINTS)):
        raise BrokenCard(f"{path.name}: [{language}] {wrong[0]} is missing or unknown; use {', '.join(POINTS)}")
    return Points(**data)
