"""Whether a phrase is denied: a negation within three words before it, in the same clause.

Used for soft categories alone. Denials of self-harm, violence and their like are often the only way a person mentions
them, so there a negation changes nothing.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

REACH = 3


@dataclass(frozen=True, slots=True)
class Negation:
    """The negations of every language at once.

    Attributes:
        cues: words that deny what follows.
        cuts: words that end a denial's reach ("but").
        exempt: a cue and its next word, joined by a space, that deny nothing ("not only").
    """

    cues: Collection[str]
    cuts: Collection[str]
    exempt: Collection[str]

    def denies(self, text: str, start: int) -> bool:
        """Whether the phrase that begins at `start` of a normalised text is denied."""
        clause = re.split(r"\. |, |# ", text[:start])[-1].split()
        before = clause[-REACH:]
        for at in range(len(before) - 1, -1, -1):
            if before[at] in self.cuts:
                return False
            if before[at] in self.cues:
                following = before[at + 1] if at + 1 < len(before) else text[start:].split(" ", 1)[0].rstrip(",")
                return f"{before[at]} {following}" not in self.exempt
        return False
