"""Messages made comparable."""

import pytest

from bot.intake.triage.normalise import LONGEST_WORD, fold, line_up, tokens, write_out


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("ÆØÅ æøå", "aeoa aeoa"),
        ("Café “NOW”", 'cafe "now"'),
        ("don\u2019t", "don't"),
        ("su\u200bici\u00adde", "suicide"),
        ("\uff4b\uff49\uff4c\uff4c", "kill"),
        ("wаnt", "want"),
        ("dö", "do"),
    ],
)
def test_letters_are_folded(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("don't", "do not"),
        ("dont", "do not"),
        ("can't", "can not"),
        ("cant", "can not"),
        ("cannot", "can not"),
        ("won't", "will not"),
        ("im", "i am"),
        ("i've", "i have"),
        ("he's", "he is"),
        ("my friend's sad", "my friend is sad"),
        ("i'd", "i would"),
        ("ill", "ill"),
        ("its", "its"),
    ],
)
def test_contractions_are_written_out(typed: str, written: str) -> None:
    assert write_out(typed) == written


def test_commas_line_breaks_and_dots_are_pauses_and_not_ends() -> None:
    line = line_up(tokens("i want... to go, now\nplease. stop"))
    assert line.words == ("i", "want", "to", "go", "now", "please", ".", "stop")
    assert line.pauses == {2, 4, 5}


def test_one_word_sentences_are_read_as_one() -> None:
    assert line_up(tokens("i. want. out. now")).words == ("i", "want", "out", "now")
    assert line_up(tokens("i want. out. now. go home")).words == (
        "i",
        "want",
        ".",
        "out",
        ".",
        "now",
        ".",
        "go",
        "home",
    )
    assert line_up(tokens("done! thanks")).words == ("done", ".", "thanks")


def test_a_point_between_digits_ends_nothing() -> None:
    assert line_up(tokens("until 22.30 daily")).words == ("until", "22", "30", "daily")


def test_no_word_is_longer_than_its_bound() -> None:
    assert max(map(len, tokens("x" * 1000))) == LONGEST_WORD
