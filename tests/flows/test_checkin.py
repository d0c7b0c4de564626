from typing import Any

import pytest

from flows.checkin import OFFERED, ROTATING, checkin
from flows.conditions import Value
from tests.flows.playing import Played, options, play

CALM: dict[str, Value] = {
    "start": "start", "mood": 4, "workload": "right", "workload_ok": "yes", "support": 4, "safe": "yes", "useful": 4,
    "in_the_way": ("nothing",), "contact": "no",
}  # fmt: skip


def _play(*, heard: Any = None, facts: Any = None, **answers: Any) -> Played:
    return play(checkin, {**CALM, **answers}, heard=heard, **(facts or {}))


def test_the_fast_path_is_six_taps() -> None:
    played = _play(facts={"fast_path_allowed": True})
    assert played.asked == ["start", "mood", "workload", "workload_ok", "safe", "in_the_way"]
    assert played.said == ["closing_well"]


def test_without_the_fast_path_the_whole_set_is_asked_in_the_order_of_the_design() -> None:
    played = _play(facts={"has_goal": True})
    assert played.asked == [
        "start", "mood", "workload", "workload_ok", "support", "safe", "useful", "in_the_way", "goal", "proud", "tell",
        "contact",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "answer", [{"mood": 3}, {"workload": "too_much"}, {"workload_ok": "mostly"}, {"workload": None}, {"mood": None}]
)
def test_the_fast_path_is_for_a_good_mood_and_a_load_that_fits(answer: dict[str, Value]) -> None:
    assert "support" in _play(facts={"fast_path_allowed": True}, **answer).asked


@pytest.mark.parametrize("answer", [{"safe": "not_always"}, {"in_the_way": ("pay",)}, {"safe": None}])
def test_the_fast_path_goes_on_when_something_is_not_well(answer: dict[str, Value]) -> None:
    assert "tell" in _play(facts={"fast_path_allowed": True}, **answer).asked


@pytest.mark.parametrize(
    ("answers", "facts", "flags"),
    [
        ({"mood": 3}, {}, {}),
        ({"mood": 2}, {}, {"low_mood": "attention"}),
        ({"mood": 1}, {"previous_mood": 3}, {"low_mood": "attention", "mood_fell": "attention"}),
        ({"mood": 3}, {"previous_mood": 5}, {"mood_fell": "attention"}),
        ({"mood": 3}, {"previous_mood": 4}, {}),
        ({"mood": 2}, {"previous_mood": 2}, {"low_mood_again": "urgent"}),
        ({"workload": "far_too_much", "workload_ok": "no"}, {}, {"workload_wrong": "attention"}),
        ({"workload": "far_too_little", "workload_ok": "no"}, {}, {"workload_wrong": "attention"}),
        ({"workload": "far_too_much", "workload_ok": "yes"}, {}, {"workload_far_off": "info"}),
        ({"workload": "far_too_much", "workload_ok": "mostly"}, {}, {}),
        ({"workload": "too_much", "workload_ok": "no"}, {}, {}),
        (
            {"workload": "too_much", "workload_ok": "no"},
            {"mild_strain_before": True},
            {"workload_strained": "attention"},
        ),
        ({"support": 2}, {}, {"little_support": "attention"}),
        ({"support": 3}, {}, {}),
        ({"safe": "not_always"}, {}, {"not_always_safe": "attention"}),
        ({"safe": "no"}, {}, {"unsafe": "urgent"}),
        ({"useful": 2}, {}, {"useful_low": "info"}),
        ({"useful": 2}, {"rotating_low_before": True}, {"useful_low": "info", "useful_low_again": "attention"}),
        ({"contact": "write"}, {}, {"wants_contact": "attention"}),
        ({"contact": "call"}, {}, {"wants_contact": "attention"}),
        ({"contact": "no"}, {}, {}),
    ],
)  # fmt: skip
def test_the_flags_are_those_of_the_contract(
    answers: dict[str, Value], facts: dict[str, Value], flags: dict[str, str]
) -> None:
    assert _play(facts=facts, **answers).flags == flags


@pytest.mark.parametrize("answers", [{"safe": "no"}, {"safe": "not_always"}, {"mood": 1}])
def test_what_safeguarding_may_read_is_restricted(answers: dict[str, Value]) -> None:
    played = _play(facts={"previous_mood": 1}, **answers)
    assert played.restricted == set(played.flags) - {"low_mood"} != set()


def test_a_low_mood_is_heard_even_when_she_walks_away() -> None:
    played = play(checkin, {**CALM, "mood": 1}, stop_at="workload")
    assert played.flags == {"low_mood": "attention"}


def test_not_feeling_safe_is_heard_at_that_answer() -> None:
    assert _play(safe="no").raised_at == {"unsafe": "safe"}


@pytest.mark.parametrize("item", ROTATING)
def test_one_rotating_question_is_asked_and_flags_when_it_is_low(item: str) -> None:
    played = _play(facts={"rotating_item": item}, **{item: 1})
    assert [step for step in played.asked if step in ROTATING] == [item]
    assert played.flags == {f"{item}_low": "info"}


def test_ticked_reasons_without_a_conversation_share_one_question_about_contact() -> None:
    played = _play(in_the_way=("too_much", "pay", "housing"), person="yes")
    assert [step for step in played.asked if step in ("person", "contact")] == ["person"]
    assert played.flags == {"contact_workload": "attention"}


@pytest.mark.parametrize(
    ("ticked", "flag", "restricted"),
    [
        (("feel", "safety", "pay"), "contact_safety", True),
        (("feel", "too_much"), "contact_wellbeing", True),
        (("someone", "other"), "contact_workload", False),
        (("unclear",), "contact_workload", False),
        (("other", "remote"), "contact_practical", False),
    ],
)
def test_one_wish_for_contact_is_one_case_about_the_gravest_of_it(
    ticked: tuple[str, ...], flag: str, restricted: bool
) -> None:
    played = _play(in_the_way=ticked, person="yes")
    assert played.flags == {flag: "attention"}
    assert bool(played.restricted) is restricted


def test_she_is_still_asked_about_contact_when_she_wanted_none_for_the_reasons() -> None:
    assert _play(in_the_way=("pay",), person="no").asked[-1] == "contact"


@pytest.mark.parametrize("conversation", OFFERED)
def test_a_reason_whose_conversation_exists_offers_it_by_name(conversation: str) -> None:
    ticked = OFFERED[conversation].reasons[:1]
    played = _play(facts={"conversations": (conversation,)}, in_the_way=ticked, **{f"{conversation}_now": "yes"})
    assert played.opened == [conversation]
    assert "person" not in played.asked


def test_a_workload_that_is_not_all_right_leads_to_a_person_without_any_tick() -> None:
    assert "person" in _play(workload="far_too_much", workload_ok="no").asked


def test_feeling_unsafe_brings_help_at_once_and_urgent_help_ends_the_check_in() -> None:
    played = _play(safe="no", safe_help="urgent")
    assert played.asked[-1] == "safe_help"
    assert played.opened == ["urgent"]


def test_who_wants_a_person_about_safety_is_not_asked_about_contact_again() -> None:
    played = _play(safe="not_always", safe_help="person", in_the_way=("pay",))
    assert not {"person", "contact"} & set(played.asked)
    assert played.flags == {"not_always_safe": "attention", "safe_contact": "attention"}


def test_where_the_conversation_about_conflict_exists_it_is_offered_beside_the_person() -> None:
    played = _play(facts={"conversations": ("conflict",)}, safe="no", safe_look="look")
    assert played.opened == ["conflict"]
    assert set(options(checkin, "safe_look")) == {"look", *options(checkin, "safe_help")}


@pytest.mark.parametrize(
    ("answer", "facts", "offered"),
    [("behind", {}, False), ("behind", {"goal_behind_before": True}, True), ("dropped", {}, True), ("done", {}, False)],
)  # fmt: skip
def test_a_goal_that_does_not_move_is_offered_help(answer: str, facts: dict[str, Value], offered: bool) -> None:
    assert ("goals_person" in _play(facts={"has_goal": True, **facts}, goal=answer).asked) is offered


@pytest.mark.parametrize(
    ("start", "said", "opened"),
    [("later", ["later"], []), ("skip", ["skipped"], []), (None, ["skipped"], []), ("urgent", [], ["urgent"])],
)  # fmt: skip
def test_what_is_not_started_ends_with_the_right_words(start: str | None, said: list[str], opened: list[str]) -> None:
    played = play(checkin, {"start": start})
    assert (played.asked, played.said, played.opened) == (["start"], said, opened)


@pytest.mark.parametrize(
    ("answers", "heard", "closing"),
    [
        ({}, {}, "closing_well"),
        ({"useful": 1}, {}, "closing_noted"),
        ({"mood": 1}, {}, "closing_attention"),
        ({"safe": "not_always"}, {}, "closing_restricted"),
        ({"in_the_way": ("feel",), "person": "yes"}, {}, "closing_restricted"),
        ({"safe": "no"}, {}, "closing_urgent"),
        ({}, {"tell": "attention"}, "closing_attention"),
        ({"safe": "not_always"}, {"proud": "urgent"}, "closing_urgent"),
        ({"safe": "no"}, {"proud": "emergency"}, "closing_emergency"),
    ],
)
def test_the_closing_is_the_first_that_fits(answers: dict[str, Value], heard: dict[str, str], closing: str) -> None:
    said = _play(heard=heard, **answers).said
    assert [words for words in said if words.startswith("closing")] == [closing]
