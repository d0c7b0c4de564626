"""Whose name stands in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.parties.naming import Known, answered_with, named_in, roles_in

ROSTER = (
    Known("kari", "Kari Anne Nordmann"), Known("ola", "Ola Berg"), Known("soren", "Søren Åsen"),
    Known("liv", "Liv Hope"), Known("ola2", "Ola Hansen"), Known("may", "May-Britt O'Brien"),
)  # fmt: skip
OTHERS = ("Example Hansen", "Example Student")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Kari Anne Nordmann shouts at me", {"kari"}),
        ("it is about kari nordmann", {"kari"}),
        ("it is Nordmann, Kari", {"kari"}),
        ("KARI SHOUTS AT ME", {"kari"}),
        ("kari's desk", {"kari"}),
        ("Karis pult", {"kari"}),
        ("Kari Anne is unfair", {"kari"}),
        ("I do not trust Nordmann", {"kari"}),
        ("Mrs Nordmann said no", {"kari"}),
        ("Kari Nordman and Karri Nordmann", {"kari"}),
        ("Soren Aasen, and only soren", {"soren"}),
        ("søren åsen er slem", {"soren"}),
        ("Ola Berg, not the other Ola", {"ola"}),
        ("Ola Hansen is the one", {"ola2"}),
        ("obrien and O’Brien", {"may"}),
        ("Kari and Søren laugh at me", {"kari", "soren"}),
        ("Thanks. Kari is the problem", {"kari"}),
        ("when I told Kari I was sick", {"kari"}),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, named: set[str]) -> None:
    assert named_in(text, ROSTER, OTHERS) == named


@pytest.mark.parametrize(
    "text",
    [
        "", "my supervisor shouts at me", "Ola is unfair",  # two of that name
        "the boss is Hansen",  # her supervisor's name too
        "Kari Hansson at my work",  # another last name
        "he is called Per Nordmann",  # another first name
        "Karianne is unfair", "a scary person",
        "jeg er redd for livet, det er liv i fare", "may I go, will it help, I hope so",
        "Liv er vanskelig",  # an everyday word at the beginning of a sentence
    ],
)  # fmt: skip
def test_nobody_is_named_where_somebody_else_may_be_meant(text: str) -> None:
    assert named_in(text, ROSTER, OTHERS) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Hi Kari, thank you", "Kari, can we talk?", "Thank you so much Kari", "Takk for hjelpen, Kari!",
        "God morgen Kari", "Kjære Kari Nordmann", "Hei Søren\nja, klokka ti",
    ],
)  # fmt: skip
def test_whom_she_speaks_to_is_not_named(text: str) -> None:
    assert named_in(text, ROSTER, OTHERS) == set()


def test_an_everyday_word_is_a_name_where_it_has_a_capital_inside_a_sentence() -> None:
    assert named_in("then I told Liv about it", ROSTER) == {"liv"}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("my coordinator ignores me", {"coordinator"}),
        ("koordinatoren min roper", {"coordinator"}),
        ("min koordinators kontor", {"coordinator"}),
        ("the safeguarding lead and my mentor", {"safeguarding", "mentor"}),
        ("coordinator", set()),
        ("min koordinasjon", set()),
    ],
)
def test_a_role_is_spoken_of_in_either_language(text: str, roles: set[str]) -> None:
    assert roles_in(text) == roles


def test_who_is_asked_may_answer_with_half_a_name_or_a_bare_role() -> None:
    assert answered_with("ola", ROSTER) == {"ola", "ola2"}
    assert answered_with("Sören", ROSTER) == {"soren"}
    assert answered_with("I do not want to say", ROSTER) == set()
    assert roles_in("koordinator", asked=True) == {"coordinator"}


@given(st.text(), st.text(max_size=30))
def test_any_text_and_any_name_can_be_read(text: str, name: str) -> None:
    roster = (*ROSTER, Known("any", name))
    assert named_in(text, roster) | answered_with(text, roster) <= {person.id for person in roster}
