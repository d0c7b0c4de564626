"""The words that examples use, and which of them a word may have been meant for that no example uses."""

from collections.abc import Collection, Iterator
from functools import lru_cache

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

_ALIKE = 0.8
_MOST_ALIKE = 3
_SHORTEST_MISSPELT = 5
_SHORTEST_PART = 4
_PART = 0.8
"""How much of the whole word the part of a compound says."""


class Vocabulary:
    """The known words; what is found for an unknown one is remembered, as people make the same mistakes again."""

    def __init__(self, words: Collection[str]) -> None:
        self._parts = frozenset(word for word in words if len(word) >= _SHORTEST_PART)
        self._long = sorted(word for word in words if len(word) >= _SHORTEST_MISSPELT)
        self.close_to = lru_cache(maxsize=10_000)(self._find_close)

    def _find_close(self, word: str) -> dict[str, float]:
        """Known words with how surely each was meant, from 0 to 1: misspelt, or put together as Norwegian does."""
        if len(word) < _SHORTEST_MISSPELT:
            return {}
        alike = extract(
            word, self._long, scorer=Indel.normalized_similarity, score_cutoff=_ALIKE, limit=_MOST_ALIKE
        )  # fmt: skip
        return {known: likeness**2 for known, likeness, _ in alike} | dict.fromkeys(self._parts_of(word), _PART)

    def _parts_of(self, word: str) -> Iterator[str]:
        """The longest known word that it begins with, and the longest that it ends with."""
        cuts = range(_SHORTEST_PART, len(word))
        yield from [word[:cut] for cut in cuts if word[:cut] in self._parts][-1:]
        yield from [word[-cut:] for cut in cuts if word[-cut:] in self._parts][-1:]
