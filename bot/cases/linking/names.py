"""Names as they are compared: without case, accents, signs and what only says the kind of firm or a title. Pure."""

import re
import unicodedata

from flows.colleagues import TITLES

_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
_FIRMS = frozenset({
    "as", "asa", "ab", "aps", "bv", "co", "company", "corp", "corporation", "gmbh", "inc", "incorporated", "limited",
    "llc", "llp", "ltd", "nv", "oy", "oyj", "plc", "pty", "sa",
})  # fmt: skip


def same_host(name: str) -> str:
    """A workplace's name as it is compared; "" where none is given."""
    words = _words(name)
    return " ".join([word for word in words if word not in _FIRMS] or words)


def same_person(name: str) -> str:
    """A full name as it is compared, in whatever order it stands; "" for a single name, which many may have."""
    words = sorted({word for word in _words(name) if word not in TITLES})
    return " ".join(words) if len(words) > 1 else ""


def _words(name: str) -> list[str]:
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    return _WORD.findall("".join(each for each in decomposed if not unicodedata.combining(each)))
