"""Whose name stands in a text: full names with small slips, and a first or last name that can mean only one. Pure."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from flows.colleagues import ALSO_WORDS, ANSWERED_WITH, BETWEEN, GREETINGS, SPOKEN_OF, TITLES

_WORD = re.compile(r"[^\W\d_]+(?:['’`´][^\W\d_]+)*")
_SENTENCE_ENDS = re.compile(r"[.!?\n]")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
_APOSTROPHES = str.maketrans("", "", "'’`´")
_SHORTEST_ALONE, _SHORTEST_WITH_SLIP, _MOST_SLIPS = 3, 4, 2


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whose name may stand in a text."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text: `plain` as it is compared, `capital` where only its first letter is one, and what is around."""

    plain: str
    capital: bool
    before: str
    after: str

    @property
    def begins(self) -> bool:
        """A sentence begins with it."""
        return not self.before or bool(_SENTENCE_ENDS.search(self.before))


def named_in(text: str, roster: Sequence[Known], but: Collection[str] = ()) -> frozenset[str]:
    """The ids of those whom a text names.

    By the full name, also with a middle name left out, the last name first or a letter wrong in a word; or by a first
    or last name that only one of the roster has and none of the people in `but` (names), who may be meant instead.
    Case and accents do not count, a genitive's s does not either. A name that is an everyday word counts alone only
    with a capital inside a sentence, and whoever is spoken to is not named.
    """
    words = _words(text)
    written = [(first, last, id_) for id_, first, last in _in_full(words, roster)]
    in_full = {place for first, last, _ in written for place in range(first, last + 1)}
    singly = [(place, place, person) for place, person in _singles(words, _alone(roster, but)) if place not in in_full]
    return frozenset(person for first, last, person in (*written, *singly) if not _spoken_to(words, first, last))


def answered_with(text: str, roster: Sequence[Known]) -> frozenset[str]:
    """The ids of those a text may mean that answers "Who of the team is it?".

    Whose full name stands there, else every one whose first, middle or last name does.
    """
    said = _words(text)
    if found := frozenset(id_ for id_, _, _ in _in_full(said, roster)):
        return found
    words = [word.plain for word in said]
    return frozenset(
        person.id for person in roster
        if any(_alike(part, word) for part in _parts(person.name) if len(part) >= _SHORTEST_ALONE for word in words)
    )  # fmt: skip


def roles_in(text: str, *, asked: bool = False) -> frozenset[str]:
    """The roles that a text speaks of: "my coordinator", "koordinatoren"; where she was `asked`, the bare word too."""
    said = " " + " ".join(word.plain for word in _words(text)) + " "
    vocabularies: tuple[Mapping[str, tuple[str, ...]], ...] = (SPOKEN_OF, ANSWERED_WITH) if asked else (SPOKEN_OF,)
    return frozenset(
        role for vocabulary in vocabularies for role, phrases in vocabulary.items()
        if any(f" {phrase} " in said or f" {phrase}s " in said for phrase in phrases)
    )  # fmt: skip


def _words(text: str) -> list[_Word]:
    found = list(_WORD.finditer(text))
    ends = [0, *(match.end() for match in found)]
    starts = [*(match.start() for match in found), len(text)]
    return [
        _Word(_plain(match[0]), match[0][0].isupper() and not match[0][1:].isupper(), text[ends[place] : match.start()],
              text[match.end() : starts[place + 1]])
        for place, match in enumerate(found)
    ]  # fmt: skip


def _plain(word: str) -> str:
    """A word without case, accents and apostrophes; a double a is an å."""
    decomposed = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS).translate(_APOSTROPHES))
    return "".join(each for each in decomposed if not unicodedata.combining(each)).replace("aa", "a")


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(word.plain for word in _words(name))


def _alone(roster: Sequence[Known], but: Collection[str]) -> dict[str, Known]:
    """The first and last names that can mean only one of the roster."""
    ends = [(person, {parts[0], parts[-1]}) for person in roster if (parts := _parts(person.name))]
    count = Counter(part for _, parts in ends for part in parts)
    others = {part for name in but for part in _parts(name)}
    return {
        part: person for person, parts in ends for part in parts
        if count[part] == 1 and part not in others and len(part) >= _SHORTEST_ALONE
    }  # fmt: skip


def _singles(words: Sequence[_Word], alone: Mapping[str, Known]) -> Iterator[tuple[int, str]]:
    """Each place of a name that stands alone, with the id of the one it means."""
    for place, word in enumerate(words):
        form = next((form for form in (word.plain, word.plain.removesuffix("s")) if form in alone), None)
        if form is None or (form in ALSO_WORDS and (word.begins or not word.capital)):
            continue
        if not _is_somebody_else(words, place, _parts(alone[form].name), form):
            yield place, alone[form].id


def _is_somebody_else(words: Sequence[_Word], place: int, parts: Sequence[str], form: str) -> bool:
    """Another last name stands behind this first name, or another first name before this last name."""
    if form == parts[0] and place + 1 < len(words):
        following = words[place + 1]
        another = following.before == " " and following.capital and following.plain not in parts
        if another and len(following.plain) > 1:
            return True
    if form == parts[-1] and place > 0:
        before = words[place - 1]
        another = before.after == " " and before.capital and not before.begins and before.plain not in parts
        return another and len(before.plain) > 1 and before.plain not in TITLES
    return False


def _in_full(words: Sequence[_Word], roster: Sequence[Known]) -> Iterator[tuple[str, int, int]]:
    """Whose full name is written, and from which word to which. A roster may be long: most of it is ruled out first."""
    begin: dict[str, set[str]] = {}
    for word in words:
        begin.setdefault(word.plain[:1], set()).add(word.plain)
    ends = {part for person in roster if (parts := _parts(person.name)) for part in (parts[0], parts[-1])}
    standing = {part for part in ends if any(_alike(part, word) for word in begin.get(part[:1], ()))}
    for person in roster:
        parts = _parts(person.name)
        if parts and parts[0] in standing and parts[-1] in standing:
            yield from ((person.id, first, last) for first, last in _full_names(words, person.name))


def _full_names(words: Sequence[_Word], name: str) -> Iterator[tuple[int, int]]:
    """The places of the first and the last word of each time a full name is written."""
    parts = _parts(name)
    if len(parts) < 2:
        return
    first, last = parts[0], parts[-1]
    for form in {parts, (first, last), (last, first)}:
        for place in range(len(words) - len(form) + 1):
            window = [word.plain for word in words[place : place + len(form)]]
            if all(_alike(part, word) for part, word in zip(form, window, strict=True)) and (
                sum(_slips(part, word) for part, word in zip(form, window, strict=True)) <= _MOST_SLIPS
            ):
                yield place, place + len(form) - 1


def _alike(part: str, word: str) -> bool:
    """The same word, with or without a genitive's s; a longer one may have one letter wrong behind the first."""
    if abs(len(part) - len(word)) > 1:
        return False
    slips = _slips(part, word)
    return slips == 0 or (slips == 1 and len(part) >= _SHORTEST_WITH_SLIP and part[:1] == word[:1])


def _slips(part: str, word: str) -> int:
    return 0 if word == f"{part}s" else OSA.distance(part, word)


def _spoken_to(words: Sequence[_Word], first: int, last: int) -> bool:
    """She speaks to whoever is named here: behind a greeting, or set off by a comma or a line's end."""
    if first == 0 and first == last and words[last].after[:1] in (",", "!", ":", "\n"):
        return True
    for place in range(first, 0, -1):
        if words[place].begins:
            return False
        before = words[place - 1]
        if before.plain in GREETINGS:
            return True
        if before.plain not in BETWEEN:
            return False
    return False
