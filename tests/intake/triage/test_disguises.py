"""The same cry, however it was typed."""

import pytest

from bot.intake.triage import assess
from bot.intake.triage.lexicon import current
from flows.severity import Severity

CRIES = [text for phrase in current().phrases if phrase.categories[0] == "self_harm" for text in phrase.hits]


@pytest.mark.parametrize("cry", CRIES)
def test_capitals_quotes_and_invisible_letters_change_nothing(cry: str) -> None:
    plain = assess(cry).patterns
    assert assess(cry.upper()).patterns == plain
    assert assess(cry.replace("'", "\u2019")).patterns == plain
    assert assess(cry.replace("'", "")).patterns == plain
    assert assess("".join(f"{char}\u200b" for char in cry)).patterns == plain


@pytest.mark.parametrize(
    "text",
    [
        "K I L L myself",
        "k.i.l.l myself",
        "I want to d i e",
        "i w a n t t o d i e",
        "su1c1de",
        "su!c!de",
        "k1ll myself",
        "s*icide",
        "su**ide",
        "s u i c i d e",
        "suicde",
        "sucide",
        "i want to diiiiie",
        "I. Want. To. Die.",
        "I want to... die",
        "i want\nto die",
        "kms",
        "unalive myself",
        "i wnat to die",
        "I wаnt to diе",
        "ｉ ｗａｎｔ ｔｏ ｄｉｅ",
        "selvm0rd",
        "s e l v m o r d",
        "sjølvmord",
        "jeg vil dø",
        "jeg vil dö",
        "jeg vil do",
        "jeg vil d ø",
        "æ vil itj leve lenger",
        "eg orkar ikkje leve meir",
        "jeg gider ikke leve mere",
    ],
)
def test_a_disguised_cry_is_an_emergency(text: str) -> None:
    assert assess(text).severity is Severity.EMERGENCY


@pytest.mark.parametrize(
    "text", ["at 10pm", "B2B and H1B", "a b c", "v1.2.3 on k8s", "5*3 is 15", "c# and f#", "so coool"]
)
def test_ordinary_signs_disguise_nothing(text: str) -> None:
    assert assess(text).severity is Severity.NONE
