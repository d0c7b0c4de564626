"""A message as stems: the same whether she writes `quitting` or `quit`, `lønna` or `lønn`."""

from functools import lru_cache

import snowballstemmer

from bot.intake.triage.lexicon import current
from bot.intake.triage.line import SENTENCE_END

MOST_WORDS = 150
"""So many words of a message are read: nobody says later than this for the first time what it is about."""
_MOST_READ = 4_000


def stems(text: str) -> list[str]:
    """The stems of a message in order, spelling repaired as triage does it.

    Both languages' stemmers take their endings off each word, one after the other, because languages mix.
    """
    line = current().spelling.normalise(text[:_MOST_READ])
    return [_stem(word) for word in line.words if word != SENTENCE_END][:MOST_WORDS]


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    # A stemmer keeps the word it is at in itself, so that none is shared between threads.
    for language in ("english", "norwegian"):
        word = snowballstemmer.stemmer(language).stemWord(word)
    return word
