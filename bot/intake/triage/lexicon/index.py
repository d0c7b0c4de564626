"""Which phrases are worth trying on a text: those of which it holds a key word."""

from collections import defaultdict
from collections.abc import Iterable

from bot.intake.triage.lexicon.matcher import Matcher


class Index:
    """Finds by the words of a text the numbers of the matchers that could match it."""

    def __init__(self, matchers: Iterable[Matcher]) -> None:
        self._whole: dict[str, list[int]] = defaultdict(list)
        self._beginning: dict[str, list[int]] = defaultdict(list)
        for number, matcher in enumerate(matchers):
            for key in matcher.keys:
                shelf = self._beginning if key.endswith("*") else self._whole
                shelf[key.rstrip("*")].append(number)
        self._lengths = sorted({len(key) for key in self._beginning})

    def candidates(self, words: Iterable[str]) -> list[int]:
        """The numbers of the matchers to try, in their own order."""
        found: set[int] = set()
        for word in set(words):
            found.update(self._whole.get(word, ()))
            for length in self._lengths:
                if length > len(word):
                    break
                found.update(self._beginning.get(word[:length], ()))
        return sorted(found)
