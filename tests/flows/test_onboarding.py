from typing import Any

import pytest

from flows.conditions import Value
from flows.onboarding import onboarding
from tests.flows.playing import Played, play

AGREED: dict[str, Value] = {"language": "en", "consent": "agree"}


def _play(*, facts: Any = None, heard: Any = None, **answers: Any) -> Played:
    return play(onboarding, {**AGREED, **answers}, heard=heard, **(facts or {}))


def test_it_says_who_it_is_and_asks_for_the_language_and_consent_before_anything_else() -> None:
    played = play(onboarding, AGREED, stop_at="placement_ok")
    assert played.said == ["hello", "privacy"]
    assert played.asked == ["language", "consent", "placement_ok"]


def test_all_that_the_design_asks_is_asked_once() -> None:
    assert _play().asked == [
        "language", "consent", "placement_ok", "agreement", "pay", "hopes", "expected", "fixed_time", "adjustments",
        "rhythm", "weekday", "hour", "emergency_contact",
    ]  # fmt: skip


def test_tell_me_more_says_the_whole_and_asks_again() -> None:
    played = _play(consent="more", consent_again="agree")
    assert played.said[:4] == ["hello", "privacy", "privacy_1", "privacy_2"]
    assert played.asked[:4] == ["language", "consent", "consent_again", "placement_ok"]


@pytest.mark.parametrize("answers", [{"consent": "no"}, {"consent": "more", "consent_again": "no"}])
def test_no_thanks_ends_politely_and_offers_a_person(answers: dict[str, Value]) -> None:
    played = _play(**answers)
    assert played.asked[-1] == "person_instead"
    assert played.said[-2:] == ["declined_text", "declined_end"]
    assert played.flags == {"declined": "info"}


def test_who_declines_the_chat_may_still_ask_for_a_person() -> None:
    assert _play(consent="no", person_instead="yes").flags == {"declined": "info", "contact_instead": "attention"}


@pytest.mark.parametrize(
    ("answers", "facts", "flags"),
    [
        ({"placement_ok": "wrong"}, {}, {"wrong_placement": "attention"}),
        ({"agreement": "no"}, {"starts_within_days": 3}, {"no_agreement": "attention"}),
        ({"agreement": "not_sure"}, {"starts_within_days": -10}, {"no_agreement": "attention"}),
        ({"agreement": "no"}, {"starts_within_days": 30}, {}),
        ({"agreement": "yes"}, {"starts_within_days": 3}, {}),
        ({"pay": "unclear"}, {}, {"pay_unclear": "attention"}),
        ({"pay": "unclear", "wages_person": "yes"}, {}, {"pay_unclear": "attention", "wages_contact": "attention"}),
        ({"pay": "unpaid"}, {}, {}),
        ({"adjustments": "contact"}, {}, {"adjustments_wanted": "attention"}),
        ({"adjustments": "write"}, {}, {"adjustments_wanted": "attention"}),
        ({"adjustments": "no"}, {}, {}),
    ],
)
def test_the_flags_are_those_of_the_contract(
    answers: dict[str, Value], facts: dict[str, Value], flags: dict[str, str]
) -> None:
    assert _play(facts=facts, **answers).flags == flags


def test_what_she_needs_to_work_well_is_read_by_safeguarding_only() -> None:
    assert _play(adjustments="write").restricted == {"adjustments_wanted"}
    readers = {question.id: question.reader for question in onboarding.questions if question.reader == "safeguarding"}
    assert set(readers) == {"adjustments", "adjustments_text", "emergency_contact"}


def test_a_wrong_placement_is_heard_before_she_writes_what_is_wrong() -> None:
    assert _play(placement_ok="wrong").raised_at == {"wrong_placement": "placement_ok"}


def test_without_a_known_placement_none_is_read_out() -> None:
    assert "placement_ok" not in _play(facts={"placement_known": False}).asked


@pytest.mark.parametrize(
    ("answer", "said"), [("not_yet", "fixed_time_tip"), ("what", "fixed_time_meaning"), ("yes", None)]
)  # fmt: skip
def test_the_fixed_time_is_explained_to_whoever_needs_it(answer: str, said: str | None) -> None:
    heard = [words for words in _play(fixed_time=answer).said if words.startswith("fixed_time")]
    assert heard == ([said] if said else [])


def test_it_ends_with_the_emergency_number_and_three_things_for_week_one() -> None:
    assert _play().said[-2:] == ["numbers", "closing"]


@pytest.mark.parametrize(
    ("severity", "closing"), [("urgent", "closing_urgent"), ("emergency", "closing_emergency")]
)  # fmt: skip
def test_there_is_no_cheerful_end_after_something_serious(severity: str, closing: str) -> None:
    assert _play(heard={"hopes": severity}).said[-1] == closing
