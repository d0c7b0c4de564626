"""A message as it was typed, made comparable: the same words always read the same, whatever the keyboard did.

The result is a plain string in which every word is followed by a space (`my boss, she yells . `): a comma stays on its
word, the end of a sentence stands as a word of its own, `#` marks a masked span. Norwegian letters and accents are
folded (`dø` and `do` read alike, for students on foreign keyboards), contractions are written out (`don't`, `dont` and
`do not` read alike). What people read is always the original.
"""

import re
import unicodedata

MASKED = "#"
LONGEST_WORD = 40

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
_SENTENCE_END = re.compile(r"[.!?;]+")
_PAUSE = re.compile(r"\.{2,}|…|[\n\r,:()]")
_TOKEN = re.compile(r"\w+|,|\.")
_ALONE = re.compile(r"(?:(?<= \. )|^)((?:\w+ \. ){2,}\w+ )(?=\. |$)")


def fold(text: str) -> str:
    """Lower case without accents, invisible characters, odd quotes or look-alike letters; keeps all punctuation."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold()
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def write_out(text: str) -> str:
    """A folded text with its contractions written out and the remaining apostrophes dropped."""
    for pattern, full in _CONTRACTIONS:
        text = pattern.sub(full, text)
    return text.replace("'", "")


def tokens(text: str) -> list[str]:
    """The words of a text whose spelling is done: `word`, `word,` before a pause, `.` at the end of a sentence."""
    text = re.sub(r"(?<=\d)[.,:](?=\d)", " ", text)
    text = _SENTENCE_END.sub(" . ", _PAUSE.sub(" , ", text))
    found: list[str] = []
    for token in _TOKEN.findall(text.replace("_", " ")):
        if token != ",":
            found.append(token[:LONGEST_WORD])
        elif found and found[-1].isalnum():
            found[-1] += ","
    return found


def line_up(words: list[str]) -> str:
    """Tokens as the one string that phrases are matched on; `I. Want. Out.` reads as one sentence."""
    return _ALONE.sub(lambda run: run.group().replace(". ", ""), "".join(word + " " for word in words))
