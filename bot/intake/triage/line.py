"""A normalised message: what phrases are looked for in.

Sets of places in it are whole numbers, bit `i` standing for the place before word `i` (the last bit for the end). That
makes following all readings of a pattern at once a matter of a few shifts.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

SENTENCE_END = "."
MASKED = "#"
# What follows a finished clause where no comma was typed: `i give up and go home`, `i give up today`.
AFTER_A_CLAUSE = frozenset(
    {
        "and", "but", "because", "so", "or", "please", "when", "if", "though",
        "today", "yesterday", "tonight", "now", "lately", "honestly",
        "og", "men", "fordi", "sa", "eller", "nar", "hvis", "na", "idag",
    }
)  # fmt: skip


class Line:
    """The words of a message in order.

    Attributes:
        words: normalised words; `.` stands where a sentence ends, `#` where a span is masked.
        pauses: the places before which a pause was typed (a comma, a line break, three dots).
    """

    def __init__(self, words: Sequence[str], pauses: frozenset[int] = frozenset()) -> None:
        self.words = tuple(words)
        self.pauses = pauses
        self.known: dict[int, int] = {}

    @cached_property
    def places(self) -> dict[str, int]:
        """A word → the set of its places."""
        found: dict[str, int] = defaultdict(int)
        for place, word in enumerate(self.words):
            found[word] |= 1 << place
        return dict(found)

    @cached_property
    def everywhere(self) -> int:
        """The places of all words."""
        return (1 << len(self.words)) - 1

    @cached_property
    def closed(self) -> int:
        """The places that no gap may cross: ends of sentences and masked spans."""
        return self.places.get(SENTENCE_END, 0) | self.places.get(MASKED, 0)

    @cached_property
    def clause_begins(self) -> int:
        """The places where a clause begins."""
        return 1 | self._paused | self.places.get(SENTENCE_END, 0) << 1

    @cached_property
    def clause_ends(self) -> int:
        """The places before which a clause ends."""
        ends = 1 << len(self.words) | self._paused | self.places.get(SENTENCE_END, 0)
        for word in self.places.keys() & AFTER_A_CLAUSE:
            ends |= self.places[word]
        return ends

    @cached_property
    def _paused(self) -> int:
        return sum(1 << place for place in self.pauses)

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
        return Line(words, frozenset(pauses))
