"""Which denials cancel, and where they end."""

import pytest

from bot.intake.triage import assess
from flows.severity import Severity


@pytest.mark.parametrize(
    "text",
    [
        "I'm not overwhelmed",
        "I am not at all overwhelmed",
        "never bored here",
        "nobody yells at me",
        "no arguments with my mentor",
        "jeg er ikke ensom",
        "jeg kjeder meg ikke",
        "ingen krangler med meg",
        "aldri stresset på jobb",
    ],
)
def test_a_denied_nuisance_is_nothing(text: str) -> None:
    assert assess(text).severity is Severity.NONE


@pytest.mark.parametrize(
    "text",
    [
        "not great but overwhelmed",
        "not good, overwhelmed",
        "ikke bra, ensom",
        "No, I'm overwhelmed",
        "I did not sleep. I am overwhelmed",
        "not only am I overwhelmed",
        "I am not sure, overwhelmed I guess",
        "it is not what I thought and now I am overwhelmed",
        "nei, jeg er ensom",
        "ikke bra men ensom",
        "kjeder meg, ikke sant",
    ],
)
def test_a_denial_ends_at_but_at_a_pause_and_at_a_sentence(text: str) -> None:
    assert assess(text).severity >= Severity.ATTENTION


@pytest.mark.parametrize(
    "text",
    [
        "I would never kill myself",
        "he did not rape me",
        "I'm not bleeding any more, I was bleeding a lot",
        "it is not racist, he only calls me nigger",
        "jeg vil ikke ta livet mitt",
        "han slo meg ikke så hardt",
    ],
)
def test_a_denial_never_cancels_danger(text: str) -> None:
    assert assess(text).severity >= Severity.URGENT
