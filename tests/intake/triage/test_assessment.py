"""How what was heard adds up."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.intake.triage import Triage, assess, version
from bot.intake.triage.assessment import MOST_READ, WINDOW, windows
from bot.intake.triage.lexicon import current
from flows.severity import Severity

CRY = "I want to kill myself"
HEARD = [text for phrase in current().phrases for text in phrase.hits]


def test_a_cry_at_the_end_of_a_long_message_is_heard() -> None:
    assert assess("All fine here. " * 700 + CRY).severity is Severity.EMERGENCY


@pytest.mark.parametrize("place", range(WINDOW - 60, WINDOW + 60, 7))
def test_a_cry_across_the_edge_of_a_window_is_heard(place: int) -> None:
    assert assess(("word " * 2_000)[:place] + " . " + CRY + " . " + "word " * 500).severity is Severity.EMERGENCY


@pytest.mark.parametrize("text", [CRY + " fine" * MOST_READ, "fine " * MOST_READ + CRY])
def test_of_an_endless_message_the_beginning_and_the_end_are_read(text: str) -> None:
    assert assess(text).severity is Severity.EMERGENCY


def test_no_message_is_read_for_longer_than_its_bound() -> None:
    assert sum(map(len, windows("x" * 5_000_000))) < 1.2 * MOST_READ
    assert list(windows("")) == [""]


def test_both_languages_are_heard_in_one_message() -> None:
    found = assess("my boss is nice, men jeg vil ikke leve lenger")
    assert (found.severity, found.categories) == (Severity.EMERGENCY, ("self_harm",))


def test_an_idiom_hides_nothing_that_stands_beside_it() -> None:
    assert assess("this deadline is killing me").severity is Severity.INFO
    assert assess("this deadline is killing me and so is my life, I want to die").severity is Severity.EMERGENCY


def test_a_denial_cancels_workload_and_never_self_harm() -> None:
    assert assess("I am not overwhelmed").severity is Severity.NONE
    assert assess("I am not suicidal").severity is Severity.EMERGENCY
    assert assess("jeg er ikke stresset").severity is Severity.NONE
    assert assess("jeg har ikke selvmordstanker").severity is Severity.EMERGENCY


def test_two_signs_of_giving_up_are_one_clear_sign() -> None:
    assert assess("nobody cares about me").categories == ("self_harm_weak",)
    found = assess("nobody cares about me. I can't take it any more")
    assert (found.severity, found.categories) == (Severity.EMERGENCY, ("self_harm",))


def test_the_same_words_said_once_are_not_counted_twice() -> None:
    assert assess("I can't do this anymore").severity is Severity.URGENT
    assert assess("I can't do this anymore. I can't do this anymore").severity is Severity.URGENT


def test_a_blow_for_what_one_is_is_an_emergency() -> None:
    assert assess("they call me a terrorist").severity is Severity.URGENT
    assert assess("they call me a terrorist and one of them slapped me").severity is Severity.EMERGENCY


def test_loneliness_with_low_mood_is_urgent() -> None:
    assert assess("I feel so lonely").severity is Severity.ATTENTION
    assert assess("I feel so lonely and I feel really down lately").severity is Severity.URGENT


def test_nothing_of_the_words_stands_in_the_finding() -> None:
    found = assess("my boss Ola Example slapped me on Tuesday")
    assert "Example" not in str(dataclasses.asdict(found))
    assert all(pattern.count(".") == 2 for pattern in found.patterns)


def test_a_finding_names_the_lexicon_it_came_from() -> None:
    assert assess("hello").version == version() == current().version


@pytest.mark.parametrize("text", ["", " ", "\n", "?", "👍", "\x00", "\ud800", "0", "…"])
def test_what_holds_no_word_is_nothing(text: str) -> None:
    assert assess(text) == Triage(Severity.NONE, (), (), True, version())


@given(st.sampled_from(HEARD), st.sampled_from(HEARD))
def test_a_second_sentence_never_lowers_the_first(one: str, other: str) -> None:
    both = assess(f"{one}. And here is what else I have to say. {other}")
    assert both.severity >= max(assess(one).severity, assess(other).severity)


@settings(deadline=None)  # the first text of a process loads the model that knows languages
@given(st.text(max_size=300))
def test_any_text_at_all_has_a_finding(text: str) -> None:
    assert assess(text).severity in Severity
