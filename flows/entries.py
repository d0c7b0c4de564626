"""Resources: short guides and places to ask, as data with an owner and dates.

They lie in `flows/content/resources/`, one TOML file a topic, and a programme adds its own in a file of the same form.
An entry is shown from the day on which its owner has checked it until `valid_until`; without those it is never shown,
and `placemate resources check` names it.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "content" / "resources"
TOPICS: Mapping[str, str] = {
    "housing": "Housing", "travel": "Travel to work", "money": "Money and pay", "papers": "Papers and permits",
    "work": "My rights at work", "learning": "Learning and goals", "culture": "A new workplace culture",
    "remote": "Remote work", "health": "How I feel",
}  # fmt: skip
LANGUAGES = ("en", "nb")
_MOST_TEXT = 320


class BrokenEntry(Exception):
    """An entry cannot be used; the message names the file, the entry, the key and the remedy."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One resource.

    `title`, `text` and `words` (what else people may call it) are by language. `country` has two letters, "" where it
    helps anywhere; `place` is a town or area. `link` is tested by `placemate resources check`.
    """

    id: str
    topic: str
    title: Mapping[str, str]
    text: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    country: str = ""
    place: str = ""
    link: str = ""
    owner: str = ""
    checked_on: date | None = None
    valid_until: date | None = None

    def shown_on(self, day: date) -> bool:
        """Somebody answers for it, has looked at it, and its time is not over."""
        return bool(self.owner and self.checked_on and self.valid_until and self.checked_on <= day <= self.valid_until)


@cache
def own_entries() -> tuple[Entry, ...]:
    """The entries that come with the program.

    Raises:
        BrokenEntry: a file is not what it should be.
    """
    return tuple(entry for path in sorted(FOLDER.glob("*.toml")) for entry in read_entries(path))


def read_entries(path: Path) -> tuple[Entry, ...]:
    """The entries of one file.

    Raises:
        BrokenEntry: it cannot be read, lacks a key, or holds one that we do not know.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BrokenEntry(f"{path.name} cannot be read: {error}") from None
    if unknown := sorted(set(data) - {"entries"}):
        raise BrokenEntry(f"{path.name}: unknown key {unknown[0]!r}; write each entry below [[entries]]")
    found = tuple(_entry(path, each) for each in data.get("entries", ()))
    _refuse_twice(path, found)
    return found


def _entry(path: Path, data: dict[str, Any]) -> Entry:
    where = f"{path.name}, entry {data.get('id', '?')!r}"
    known = [each.name for each in fields(Entry)]
    if unknown := sorted(set(data) - set(known)):
        raise BrokenEntry(f"{where}: unknown key {unknown[0]!r}; use one of {', '.join(known)}")
    for key in ("id", "topic", "title", "text"):
        if not data.get(key):
            raise BrokenEntry(f"{where}: {key} is missing; write it")
    if data["topic"] not in TOPICS:
        raise BrokenEntry(f"{where}: topic is {data['topic']!r}; use one of {', '.join(TOPICS)}")
    for key in ("title", "text"):
        _refuse_untranslated(where, key, data[key])
    for key in ("checked_on", "valid_until"):
        if key in data and not isinstance(data[key], date):
            raise BrokenEntry(f"{where}: {key} is no date; write it like 2026-11-30, without quotes")
    words = {language: tuple(each) for language, each in data.pop("words", {}).items()}
    return Entry(**{**data, "words": words, "country": str(data.get("country", "")).upper()})


def _refuse_untranslated(where: str, key: str, value: object) -> None:
    for language in LANGUAGES:
        words = value.get(language) if isinstance(value, dict) else None
        if not isinstance(words, str) or not words.strip():
            raise BrokenEntry(f"{where}: {key}.{language} is missing; write the text in every language")
        if len(words) > _MOST_TEXT:
            raise BrokenEntry(f"{where}: {key}.{language} has {len(words)} characters; {_MOST_TEXT} fit: shorten it")


def _refuse_twice(path: Path, entries: Iterable[Entry]) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise BrokenEntry(f"{path.name}: two entries have the id {entry.id!r}; give each an id of its own")
        seen.add(entry.id)
