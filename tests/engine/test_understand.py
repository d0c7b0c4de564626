"""Typed answers: everything a button does can be typed, in either language."""

from datetime import date

import pytest

from bot.engine.understand import LONGEST_TEXT, Control, Misread, Reading, Understood, understand
from flows.catalogue import by_id
from flows.language import Talk, conversation
from flows.steps import Flow, Question

TODAY = date(2026, 11, 20)


@conversation("sample", title="Sample", expires_after_days=5)
def sample(talk: Talk) -> None:
    """One question of each kind that the catalogue asks rarely."""
    talk.number("hours", "Hours?", lowest=0, highest=80)
    talk.date("until", "Until?")
    talk.time("clock", "When?")
    talk.many("things", "What?", {"a": "Tasks and goals", "b": "People", "none": "None"}, at_most=2, alone=("none",))


def read(typed: str, step: str, flow: Flow | None = None) -> Reading:
    asked = (flow or sample).question(step)
    assert isinstance(asked, Question)
    return understand((flow or sample).id, asked, typed, TODAY)


def checkin(typed: str, step: str) -> Reading:
    flow = by_id("checkin")
    assert flow is not None
    return read(typed, step, flow)


@pytest.mark.parametrize(
    ("typed", "step", "value"),
    [
        ("4", "mood", 4), (" 4. ", "mood", 4), ("4/5", "mood", 4), ("four", "mood", 4), ("fire", "mood", 4),
        ("very good", "mood", 5), ("Veldig tunge", "mood", 1), ("veldig bra!", "mood", 5),
        ("no", "safe", "no"), ("Nei", "safe", "no"), ("nope", "safe", "no"), ("not always", "safe", "not_always"),
        ("Ikke alltid", "safe", "not_always"), ("2", "safe", "not_always"), ("yes", "safe", "yes"),
        ("abuot right", "workload", "right"), ("Passe", "workload", "right"),
        ("far to much", "workload", "far_too_much"),
        ("later", "start", "later"), ("senere", "start", "later"), ("skip this one", "start", "skip"),
    ],
)  # fmt: skip
def test_an_answer_is_understood(typed: str, step: str, value: object) -> None:
    assert checkin(typed, step) == Understood(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "step", "reason"),
    [
        ("6", "mood", "out_of_bounds"), ("0", "mood", "out_of_bounds"), ("so so", "mood", "scale"),
        ("purple", "safe", "choice"), ("   ", "mood", "empty"), ("9", "safe", "choice"),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_said_to_be_none(typed: str, step: str, reason: str) -> None:
    assert checkin(typed, step) == Misread(reason)


def test_a_bit_and_far_are_never_confused() -> None:
    assert checkin("too much", "workload") == Misread("choice")
    assert checkin("too litle", "workload") != Understood("far_too_little")


def test_a_part_of_a_label_is_enough_where_its_not_is_typed_too() -> None:
    talk = Talk()
    talk.choice("which", "Which?", {"one": "Goal: I do not work at night", "new": "A new goal"})
    flow = Flow("goals", "Goals", 5, talk.items())
    assert read("I do not work at night", "which", flow) == Understood("one")
    assert read("work at night", "which", flow) == Misread("choice")


def test_always_is_not_taken_for_not_always() -> None:
    assert checkin("always", "safe") == Misread("choice")


@pytest.mark.parametrize(
    ("typed", "word"), [("skip", "skip"), ("hopp over", "skip"), ("Tilbake", "back"), ("meny", "menu")]
)
def test_words_that_act_anywhere_are_controls_even_where_words_are_asked(typed: str, word: str) -> None:
    assert checkin(typed, "proud") == Control(word)


def test_a_sentence_with_such_a_word_in_it_is_an_answer() -> None:
    assert checkin("I want to go back to my old team", "tell") == Understood("I want to go back to my old team")


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1, 2", ("a", "b")), ("2 1", ("a", "b")), ("people", ("b",)), ("tasks and goals", ("a",)), ("None", ("none",)),
     ("People og tasks and goals", ("a", "b")), ("people and purple", Misread("many"))],
)  # fmt: skip
def test_several_answers_are_split(typed: str, value: object) -> None:
    expected = value if isinstance(value, Misread) else Understood(value)  # type: ignore[arg-type]
    assert read(typed, "things") == expected


def test_too_many_answers_are_refused() -> None:
    assert read("1, 2, 3", "things") == Misread("too_many")


@pytest.mark.parametrize(
    ("typed", "value"), [("40", 40), ("about 37,5 hours", 38), ("ten", 10), ("38 or 40", None), ("90", None)]
)
def test_numbers(typed: str, value: int | None) -> None:
    reading = read(typed, "hours")
    assert reading == Understood(value) if value is not None else isinstance(reading, Misread)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-30", "2026-11-30"), ("30.11.2026", "2026-11-30"), ("30/11", "2026-11-30"), ("1.2", "2027-02-01"),
        ("30 November", "2026-11-30"), ("30. november", "2026-11-30"), ("Nov 30", "2026-11-30"), ("3 mai 27", None),
        ("tomorrow", "2026-11-21"), ("i morgen", "2026-11-21"), ("31.2.2027", None), ("soon", None),
    ],
)  # fmt: skip
def test_days(typed: str, day: str | None) -> None:
    assert read(typed, "until") == (Understood(day) if day else Misread("date"))


@pytest.mark.parametrize(
    ("typed", "clock"),
    [("15:00", "15:00"), ("15", "15:00"), ("kl 9", "09:00"), ("0930", "09:30"), ("3 pm", "15:00"), ("12 am", "00:00"),
     ("25:00", None), ("13 pm", None), ("noon", None)],
)  # fmt: skip
def test_times(typed: str, clock: str | None) -> None:
    assert read(typed, "clock") == (Understood(clock) if clock else Misread("time"))


def test_a_flood_of_words_is_bounded() -> None:
    reading = checkin("a" * 50_000, "tell")
    assert isinstance(reading, Understood)
    assert len(str(reading.value)) == LONGEST_TEXT


@pytest.mark.parametrize("typed", ["Language", "språk"])
def test_a_label_among_several_wins_over_the_same_word_for_the_whole_bot(typed: str) -> None:
    assert read(typed, "different", by_id("culture")) == Understood(("language",))
    assert checkin(typed, "in_the_way") == Control("language")
