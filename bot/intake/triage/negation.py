"""Whether a phrase is denied: a negation within three words before it, in the same clause, or a Norwegian one after it.

Used for soft categories alone. Denials of self-harm, violence and their like are often the only way a person mentions
them, so there a negation changes nothing.
"""

from collections.abc import Collection
from dataclasses import dataclass

from bot.intake.triage.line import MASKED, SENTENCE_END, Line

REACH = 3


@dataclass(frozen=True, slots=True)
class Negation:
    """The negations of every language at once.

    Attributes:
        cues: words that deny what follows.
        trailing: words that deny what they follow at once (`jeg kjeder meg ikke`).
        cuts: words that end a denial's reach ("but").
        exempt: a cue and its next word, joined by a space, that deny nothing ("not only").
    """

    cues: Collection[str]
    trailing: Collection[str]
    cuts: Collection[str]
    exempt: Collection[str]

    def denies(self, line: Line, start: int, end: int) -> bool:
        """Whether the phrase between these places of the line is denied."""
        return self._before(line, start) or self._after(line, end)

    def _before(self, line: Line, start: int) -> bool:
        for place in range(start - 1, max(start - 1 - REACH, -1), -1):
            word = line.words[place]
            if word in self.cuts or word in {MASKED, SENTENCE_END} or place + 1 in line.pauses:
                return False
            if word in self.cues:
                return f"{word} {line.words[place + 1]}" not in self.exempt
        return False

    def _after(self, line: Line, end: int) -> bool:
        following = [word for word in line.words[end : end + 2] if word not in {MASKED, SENTENCE_END}]
        if end in line.pauses or not following or following[0] not in self.trailing:
            return False
        return " ".join(following) not in self.exempt
