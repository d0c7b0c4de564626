"""Whether a text reads easily enough: at most as hard as lower secondary school.

LIX (Björnsson 1968) counts words a sentence and long words, so it serves Norwegian and English alike: up to 40 is what
Scandinavian readers call easy to medium. The Flesch-Kincaid grade (1975) is a school year for English. Both by
`readability`, which needs no word list; the larger libraries fetch theirs from the internet. Short texts are not
judged: a measure of a few words says nothing.
"""

import re
from collections.abc import Iterator

from readability import getmeasures

from bot.engine.checks.finding import Finding
from bot.engine.checks.texts import Translate, words_of
from bot.words.limits import LONGEST_LABEL
from flows.steps import Flow

HARDEST_LIX = 40.0
HIGHEST_GRADE = 9.0
FEWEST_WORDS = 12
_PLACEHOLDER = re.compile(r"\{\w+\}")
_LAYOUT = re.compile(r"[*_`«»“”\"]|\(\d\)|https?://\S+")
_ENDS = re.compile(r"([.!?:;])(?:\s+|$)")
_REMEDY = "use shorter sentences and words"


def check_reading(flow: Flow, language: str, translate: Translate) -> Iterator[Finding]:
    """Findings about texts of one language that are too hard to read; those the author wrote where it is `en`."""
    for words in words_of(flow):
        if words.longest == LONGEST_LABEL:
            continue
        text = words.english if language == "en" else translate(words.context, words.english, language)
        for hard in too_hard(text or "", language):
            yield Finding(flow.id, words.item, f"in {language} it reads at {hard}: {_REMEDY}")


def too_hard(text: str, language: str) -> Iterator[str]:
    """By which measures a text is too hard, with what it measures; nothing where it is easy, or too short to tell."""
    plain = _LAYOUT.sub("", _PLACEHOLDER.sub("Anna", text))
    if len(plain.split()) < FEWEST_WORDS:
        return
    # The library takes a sentence a line, with spaces between its words and signs.
    grades = getmeasures(_ENDS.sub(r" \1\n", plain).replace(",", " ,"))["readability grades"]
    if grades["LIX"] > HARDEST_LIX:
        yield f"LIX {grades['LIX']:.0f}, and lower secondary is at most {HARDEST_LIX:.0f}"
    if language == "en" and grades["Kincaid"] > HIGHEST_GRADE:
        yield f"grade {grades['Kincaid']:.0f}, and lower secondary ends at {HIGHEST_GRADE:.0f}"
