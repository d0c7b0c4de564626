"""A normalised message: what phrases are looked for in."""

from collections.abc import Sequence
from dataclasses import dataclass

SENTENCE_END = "."
MASKED = "#"


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a message in order.

    Attributes:
        words: normalised words; `.` stands where a sentence ends, `#` where a span is masked.
        pauses: the places `i` before which a pause was typed (a comma, a line break, three dots).
    """

    words: tuple[str, ...]
    pauses: frozenset[int]

    def opens_clause(self, place: int) -> bool:
        """Whether a clause begins at this place."""
        return place == 0 or place in self.pauses or self.words[place - 1] == SENTENCE_END

    def closes_clause(self, place: int) -> bool:
        """Whether a clause ends before this place."""
        return place == len(self.words) or place in self.pauses or self.words[place] == SENTENCE_END

    def masked(self, spans: Sequence[tuple[int, int]]) -> "Line":
        """The line with these spans, in order and apart, hidden behind a mark that no phrase can cross."""
        words: list[str] = []
        pauses: set[int] = set()
        at = 0
        for start, end in (*spans, (len(self.words), len(self.words))):
            pauses |= {len(words) + place - at for place in self.pauses if at <= place <= start}
            words += self.words[at:start]
            if start < end:
                words.append(MASKED)
            at = end
        return Line(tuple(words), frozenset(pauses))
