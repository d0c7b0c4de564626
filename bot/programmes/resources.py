"""The resources of a programme: ours, with its own beside or in place of them, and what is found of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process, utils

from flows.entries import Entry, own_entries, read_entries

MOST_FOUND = 3
_CLOSE_ENOUGH = 82
_SHORTEST_WORD = 3
SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class Wish:
    """What she looks for: words as she typed them, or a topic; the two-letter country she works in."""

    words: str = ""
    topic: str = ""
    country: str = ""


def entries_of(path: Path | None) -> tuple[Entry, ...]:
    """All entries of a programme: one of its own with the id of one of ours replaces it.

    Raises:
        flows.entries.BrokenEntry: a file is not what it should be.
    """
    own = _read(path, path.stat().st_mtime_ns) if path is not None and path.exists() else ()
    return tuple({entry.id: entry for entry in (*own_entries(), *own)}.values())


@lru_cache(maxsize=4)
def _read(path: Path, _written_at: int) -> tuple[Entry, ...]:
    return read_entries(path)


def find(entries: Iterable[Entry], wish: Wish, today: date) -> list[Entry]:
    """What fits best and is shown today, at most `MOST_FOUND`; of her own country or of any."""
    shown = [entry for entry in entries if entry.shown_on(today) and entry.country in ("", wish.country)]
    if not wish.words:
        mine = [entry for entry in shown if entry.topic == wish.topic]
        return sorted(mine, key=lambda entry: not entry.place and not entry.country)[:MOST_FOUND]
    scored = [(_score(entry, _tokens(wish.words)), entry) for entry in shown]
    best = sorted((each for each in scored if each[0] > 0), key=lambda each: -each[0])
    return [entry for _, entry in best[:MOST_FOUND]]


def overdue(entries: Iterable[Entry], today: date) -> Iterator[tuple[Entry, str]]:
    """The entries that a person must look at, with the reason: unchecked, over or soon."""
    for entry in entries:
        if not (entry.owner and entry.checked_on and entry.valid_until):
            yield entry, "unchecked"
        elif entry.valid_until < today:
            yield entry, "over"
        elif (entry.valid_until - today).days <= SOON_DAYS:
            yield entry, "soon"


def _score(entry: Entry, wanted: list[str]) -> int:
    """How many of her words the entry holds, near spellings included; its place counts too."""
    known = _known_words(entry)
    place = utils.default_process(entry.place)
    found = sum(bool(process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)) for word in wanted)
    here = bool(place) and any(fuzz.ratio(word, place) >= _CLOSE_ENOUGH for word in wanted)
    return found + here if found else 0


def _known_words(entry: Entry) -> list[str]:
    texts = (*entry.title.values(), *(word for words in entry.words.values() for word in words), entry.topic)
    return [word for text in texts for word in _tokens(text)]


def _tokens(text: str) -> list[str]:
    return [word for word in utils.default_process(text).split() if len(word) >= _SHORTEST_WORD]
