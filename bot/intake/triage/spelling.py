"""What tired thumbs and word filters do to words, undone: misspellings, stretched letters, digits for letters, stars.

Every repair must end in a word that the lexicon knows; otherwise the word stays as it was typed. Which words exist, and
which variants stand for which, is data (`flows/content/triage/spelling.toml`).
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.intake.triage.line import Line
from bot.intake.triage.normalise import fold, line_up, tokens, write_out

# A word with whatever may hide letters of it.
_WRITTEN = re.compile(r"[@$]?\w+(?:[!@$*#|]+\w+)*")
_STAND_INS = {"0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "il", "|": "il"}
_MOST_STAND_INS = 6
# Letters set apart one by one; two spaces keep two words apart.
_SPACED_LETTERS = re.compile(r"(?<!\w)\w(?:[ .\-_*]\w)+(?!\w)")
_LONGEST_SPACED = 60
_STRETCHED = re.compile(r"(\w)\1{2,}")
_SHORTEST_FUZZY = 6


@dataclass(frozen=True, slots=True)
class Spelling:
    """The spelling part of a lexicon.

    Attributes:
        variants: a folded variant → the words it stands for (`kms` → `kill myself`).
        close: words also meant when one letter is off.
        starred: words that people hide behind stars (`r*pe`).
        known: every word that phrases use.
        known_beginnings: beginnings of words that phrases use.
    """

    variants: Mapping[str, str]
    close: Collection[str]
    starred: Collection[str]
    known: Collection[str]
    known_beginnings: Collection[str]

    def normalise(self, text: str) -> Line:
        """The comparable form of a message."""
        text = _SPACED_LETTERS.sub(lambda found: self._joined(found.group()), write_out(fold(text)))
        plain = _WRITTEN.sub(lambda found: self._undisguised(found.group()), text)
        return line_up(list(self._repaired(tokens(plain))))

    def knows(self, word: str) -> bool:
        """Whether some phrase uses the word."""
        return (
            word in self.known
            or word in self.variants
            or any(word[:length] in self.known_beginnings for length in range(3, len(word) + 1))
        )

    def _joined(self, spaced: str) -> str:
        """`k i l l` → `kill`, `i w a n t o u t` → `i want out`."""
        letters = re.sub(r"[ .\-_*]", "", spaced)
        if len(letters) > _LONGEST_SPACED:
            return letters
        if len(letters) == 2:
            # Two lone letters are mostly initials or options; only a word that people hide is worth joining.
            return letters if letters in self.starred else spaced
        best: list[str | None] = ["", *[None] * len(letters)]
        for end in range(1, len(letters) + 1):
            for start in range(end):
                before, word = best[start], letters[start:end]
                if before is not None and word in self.known and (len(word) > 1 or word in "ia"):
                    best[end] = f"{before} {word}"
                    break
        return (best[-1] or letters).strip()

    def _undisguised(self, word: str) -> str:
        if word.isalpha() or word.isdigit():
            return word
        if "*" in word or "#" in word:
            shape = re.compile(re.sub(r"[*#]+", r"\\w{1,3}", word))
            return next((known for known in self.starred if shape.fullmatch(known)), word)
        if sum(char in _STAND_INS for char in word) > _MOST_STAND_INS:
            return word
        spelled = ("".join(letters) for letters in product(*(_STAND_INS.get(char, char) for char in word)))
        return next((candidate for candidate in spelled if self.knows(candidate)), word)

    def _repaired(self, typed: list[str]) -> Iterator[str]:
        for word in typed:
            yield from self._meant(word).split()

    def _meant(self, word: str) -> str:
        word = self._unstretched(word)
        if meant := self.variants.get(word):
            return meant
        if len(word) < _SHORTEST_FUZZY or word in self.known:
            return word
        nearest = extractOne(word, self.close, scorer=OSA.distance, score_cutoff=1)
        return nearest[0] if nearest else word

    def _unstretched(self, word: str) -> str:
        if not _STRETCHED.search(word):
            return word
        twice, once = _STRETCHED.sub(r"\1\1", word), _STRETCHED.sub(r"\1", word)
        return next((short for short in (twice, once) if self.knows(short)), twice)
