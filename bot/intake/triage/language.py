"""Which languages a message can have been read in; where none of them, a person must read it.

Danish and Nynorsk are read with the Bokmål phrases: their spelling is mapped where it differs (`spelling.toml`), and
the identifier cannot tell them from Bokmål on short texts anyway. Swedish is not: its words for what matters differ.
"""

from collections.abc import Collection, Mapping

# The identifier's names for what the phrases read; "no" is Bokmål or Nynorsk.
READ = frozenset({"en", "nb", "nn", "no", "da"})
# Characters below which an identifier of languages guesses.
SHORTEST_TELLING = 20
# The share of everyday words that makes a text English or Norwegian without asking the identifier.
_ENOUGH_KNOWN = 0.34


def readable(text: str, words: Collection[str], everyday: Mapping[str, Collection[str]], chosen: str | None) -> bool:
    """Whether a message in which no phrase was found may count as screened.

    Args:
        text: the message as it was typed.
        words: its normalised words.
        everyday: a language → its commonest words, normalised.
        chosen: the language of the person's own setting, if known; decides only where the text is too short to tell.
    """
    lettered = [word for word in words if word.isalpha()]
    if not lettered:
        return True
    if any(_share(lettered, common) >= _ENOUGH_KNOWN for common in everyday.values()):
        return True
    if len(text.strip()) <= SHORTEST_TELLING:
        return _plain_latin(text) and (chosen is None or chosen.split("-")[0] in READ)
    return _identified(text) in READ


def load_identifier() -> None:
    """Load the identifier now (about half a second and 100 MB) instead of at the first message that needs it."""
    _identified("")


def _identified(text: str) -> str:
    # Imported here because it unpacks its model and numpy, which most messages never need.
    from py3langid import classify

    language: str = classify(text)[0]
    return language


def _share(words: Collection[str], common: Collection[str]) -> float:
    return sum(word in common for word in words) / len(words)


def _plain_latin(text: str) -> bool:
    return all(ord(char) < 0x100 for char in text if char.isalpha())
