"""Which messages count as read, and which a person must read."""

import pytest

from bot.intake.triage import assess


@pytest.mark.parametrize(
    "text",
    [
        "ich will nicht mehr leben",
        "jag vill inte leva längre",
        "ek wil nie meer lewe nie",
        "je veux mourir, je n'en peux plus",
        "quiero morir, no puedo más",
        "Я не хочу больше жить",
        "不想活了",
        "Nie chcę już żyć",
    ],
)
def test_another_language_is_never_cleared(text: str) -> None:
    assert not assess(text).screened


@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "kjempebra",
        "Debugging Kubernetes deployments",
        "Oppdaterte dokumentasjonen grundig",
        "eg trivst godt på arbeidsplassen",
        "vi har det rigtig godt på kontoret",
        "12:30",
        "👍",
    ],
)
def test_english_and_norwegian_of_any_length_count_as_read(text: str) -> None:
    assert assess(text).screened


def test_a_short_word_of_somebody_who_chose_another_language_is_not_cleared() -> None:
    assert assess("smutno", "en").screened
    assert not assess("smutno", "pl").screened


def test_what_was_heard_has_been_read_whatever_the_language() -> None:
    assert assess("suicide", "pl").screened
