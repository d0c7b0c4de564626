"""The lexicon of triage: data in `flows/content/triage/`, read once, never changed while the program runs."""

from functools import cache

from bot.intake.triage.lexicon.assemble import assemble
from bot.intake.triage.lexicon.files import CONTENT, BrokenLexicon, read_sheets
from bot.intake.triage.lexicon.phrases import Lexicon, Mask, Phrase, Raise

__all__ = ["CONTENT", "BrokenLexicon", "Lexicon", "Mask", "Phrase", "Raise", "current"]


@cache
def current() -> Lexicon:
    """The lexicon that ships with the program, read at the first call (about 0.2 s).

    Raises:
        BrokenLexicon: names the file, the entry and the remedy.
    """
    return assemble(read_sheets())
