"""A message as it was typed, made comparable: the same words always read the same, whatever the keyboard did.

Norwegian letters and accents are folded (`dø` and `do` read alike, for students on foreign keyboards), contractions are
written out (`don't`, `dont` and `do not` read alike). What people read is always the original.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from bot.intake.triage.line import SENTENCE_END, Line

LONGEST_WORD = 40
_EMPHASIS = 3

_LETTERS = str.maketrans(
    {
        "ø": "o", "æ": "ae", "đ": "d", "ð": "d", "ł": "l", "ı": "i",
        # Cyrillic letters that look Latin, a usual way around word filters.
        "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ѕ": "s", "к": "k", "ԁ": "d",
        # Straight quotes, and one kind of dash.
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'", "“": '"', "”": '"', "«": '"', "»": '"',
        "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
    }
)  # fmt: skip
# Zero-width and soft-hyphen characters are invisible, so they may split a word for a filter and not for a reader.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_CONTRACTIONS = (
    (re.compile(r"\b(?:can'?t|cannot)\b"), "can not"),
    (re.compile(r"\bwon'?t\b"), "will not"),
    (re.compile(r"\bshan'?t\b"), "shall not"),
    (re.compile(r"\bain'?t\b"), "is not"),
    (re.compile(r"\b(do|does|did|is|was|are|were|has|have|had|could|would|should|must|need|might)n'?t\b"), r"\1 not"),
    (re.compile(r"\bi'?m\b"), "i am"),
    (re.compile(r"\b(i|you|we|they|could|would|should|might|must)'?ve\b"), r"\1 have"),
    (re.compile(r"\b(you|they)'?re\b"), r"\1 are"),
    (re.compile(r"\bwe're\b"), "we are"),
    (re.compile(r"\b(you|they|it|that|there)'?ll\b"), r"\1 will"),
    (re.compile(r"\b(he|she|that|there|what|who|where|here)'?s\b"), r"\1 is"),
    (re.compile(r"\b(you|they)'?d\b"), r"\1 would"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"(?<=\w)'s\b"), " is"),
)
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[.,:](?=\d)")
_SENTENCE_END = re.compile(r"[.!?;]+")
# A line break and three dots are pauses, not ends: `i want to... die` is one sentence.
_PAUSE = re.compile(r"\.{2,}|…|[\n\r,:()]")
_TOKEN = re.compile(r"\w+|,|\.")


def fold(text: str) -> str:
    """Lower case without accents, invisible characters, odd quotes or look-alike letters; keeps all punctuation."""
    if text.isascii():
        return text.lower().replace("`", "'")
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold()
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def write_out(text: str) -> str:
    """A folded text with its contractions written out and the remaining apostrophes dropped."""
    for pattern, full in _CONTRACTIONS:
        text = pattern.sub(full, text)
    return text.replace("'", "")


def tokens(text: str) -> list[str]:
    """The words of a written-out text, `,` for each pause, `.` for each end of a sentence."""
    text = _BETWEEN_DIGITS.sub(" ", text).replace("_", " ")
    return [token[:LONGEST_WORD] for token in _TOKEN.findall(_SENTENCE_END.sub(" . ", _PAUSE.sub(" , ", text)))]


def line_up(found: list[str]) -> Line:
    """Tokens as a line. `I. Want. Out.` is read as one sentence: three and more of one word each are emphasis."""
    words: list[str] = []
    pauses: set[int] = set()
    for sentence in _unbroken(_sentences(found)):
        for token in sentence:
            if token == ",":
                pauses.add(len(words))
            else:
                words.append(token)
        words.append(SENTENCE_END)
    return Line(words[:-1], frozenset(pauses))


def _sentences(found: list[str]) -> Iterator[list[str]]:
    """The tokens between the ends of sentences, where there are any."""
    for ends, sentence in groupby(found, lambda token: token == SENTENCE_END):
        if not ends:
            yield list(sentence)


def _unbroken(sentences: Iterable[list[str]]) -> Iterator[list[str]]:
    """The sentences, with runs of one-word sentences joined."""
    for single, run in groupby(sentences, lambda sentence: len(sentence) == 1):
        listed = list(run)
        if single and len(listed) >= _EMPHASIS:
            yield [word for sentence in listed for word in sentence]
        else:
            yield from listed
