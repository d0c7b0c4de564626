from typing import Any

import pytest

from flows.conditions import Value
from flows.steps import Flag, Opening
from flows.workload import LITTLE, MUCH, workload
from flows.workload_after import workload_after
from tests.flows.playing import Played, play

MUCH_WORK = ["hours", "heavy", "effects", "told"]
LITTLE_WORK = ["idle", "cause", "learn"]


def _play(kind: Value = "too_much", since: Value = "days", **answers: Any) -> Played:
    return play(workload, {"kind": kind, "since": since, **answers}, hours_agreed_most=45)


@pytest.mark.parametrize("kind", [*MUCH, *LITTLE, None])
def test_each_kind_has_its_own_questions_and_what_would_be_good_enough_is_asked_of_all(kind: str) -> None:
    own = MUCH_WORK if kind in MUCH else LITTLE_WORK if kind in LITTLE else []
    assert _play(kind).asked == ["kind", "since", *own, "good_enough", "do"]


@pytest.mark.parametrize(
    ("kind", "answers", "flag"),
    [
        ("too_much", {"effects": ("sleep",)}, "unwell"),
        ("too_hard", {"effects": ("tired", "breaks")}, "unwell"),
        ("changes", {"told": "no_change"}, "no_change"),
        ("too_much", {"told": "afraid"}, "afraid"),
        ("too_little", {"idle": "all_day"}, "idle_all_day"),
        ("too_easy", {"cause": ("access",)}, "no_access"),
    ],
)
def test_what_asks_for_attention_is_urgent_when_it_has_lasted_longer(
    kind: str, answers: dict[str, Value], flag: str
) -> None:
    for since in ("days", "weeks", None):
        assert _play(kind, since, **answers).flags == {flag: "attention"}
    assert _play(kind, "longer", **answers).flags == {f"{flag}_long": "urgent"}


@pytest.mark.parametrize(
    ("answers", "flag"), [({"idle": "over_three"}, "idle_hours"), ({"cause": ("away",)}, "supervisor_away")]
)
def test_hours_without_tasks_and_a_supervisor_away_count_after_a_week(answers: dict[str, Value], flag: str) -> None:
    found = {since: _play("too_little", since, **answers).flags for since in ("days", "weeks", "longer")}
    assert found == {"days": {}, "weeks": {flag: "attention"}, "longer": {f"{flag}_long": "urgent"}}


@pytest.mark.parametrize(
    ("hours", "agreed", "urgent"),
    [(45, 45, False), (46, 45, True), (48, None, False), (49, None, True), (49, 60, True)],
)
def test_a_fifth_over_what_is_agreed_or_more_than_48_hours_is_urgent(hours: int, agreed: Value, urgent: bool) -> None:
    played = play(workload, {"kind": "too_much", "hours": hours}, hours_agreed_most=agreed)
    assert played.flags == ({"hours_too_long": "urgent"} if urgent else {})
    assert played.said[-1] == ("closing_urgent" if urgent else "closing_noted")


@pytest.mark.parametrize(
    "answers", [{"effects": ("tired", "study", "mistakes")}, {"told": "helped"}, {"told": "not_yet"}]
)
def test_what_needs_nobody_raises_nothing(answers: dict[str, Value]) -> None:
    assert _play(**answers).flags == {}


def test_several_bosses_are_answered_with_one_list() -> None:
    assert "one_list" in _play(heavy=("bosses", "tasks")).said


@pytest.mark.parametrize(
    ("answers", "shared"), [({"told": "afraid"}, True), ({"do": "workplace"}, True), ({"do": "call"}, False)]
)
def test_who_may_know_is_asked_where_she_does_not_dare_or_wants_us_to_speak(
    answers: dict[str, Value], shared: bool
) -> None:
    asked = _play(**answers).asked
    assert [step for step in asked if step.startswith("share")] == (
        ["share", "share_work", "share_how", "share_unsafe"] if shared else []
    )


@pytest.mark.parametrize(
    ("do", "flags"),
    [
        ("note", {}),
        ("prepare", {}),
        ("call", {"wants_call": "attention"}),
        ("workplace", {"wants_workplace": "attention"}),
    ],
)
def test_what_she_wants_is_done(do: str, flags: dict[str, str]) -> None:
    played = _play(do=do)
    assert played.flags == flags
    assert ("prepare" in played.said) is (do == "prepare")
    assert played.said[-1] == ("closing" if flags else "closing_noted")


def test_a_number_is_asked_for_a_call_only_when_nobody_knows_it() -> None:
    answers: dict[str, Value] = {"kind": "too_much", "do": "call"}
    assert "reach_phone" in play(workload, answers, phone_known=False).asked
    assert "reach_phone" not in play(workload, answers, phone_known=True).asked


@pytest.mark.parametrize(
    ("how", "asked"), [("here", ["reach_phone"]), (None, ["reach_phone"]), ("phone", ["phone"]), ("no", [])]
)
def test_a_number_is_asked_for_a_call_once_where_she_was_asked_how_to_reach_her(
    how: str | None, asked: list[str]
) -> None:
    answers: dict[str, Value] = {"kind": "too_much", "told": "afraid", "do": "call", "share_how": how}
    assert [step for step in play(workload, answers, phone_known=False).asked if "phone" in step] == asked


def test_bad_sleep_leads_to_the_talk_about_how_she_feels_or_to_a_person() -> None:
    answers: dict[str, Value] = {
        "kind": "too_much",
        "effects": ("sleep",),
        "wellbeing_now": "yes",
        "wellbeing_person": "yes",
    }
    assert "wellbeing" in play(workload, answers, conversations=("wellbeing",)).opened
    played = play(workload, answers)
    assert played.asked[-1] == "wellbeing_person"
    assert played.restricted == {"wellbeing_contact"}


@pytest.mark.parametrize(
    ("kind", "said"), [("too_hard", "strategy_much"), ("changes", "strategy_much"), ("too_easy", "strategy_little")]
)
def test_she_leaves_with_words_to_say_and_is_asked_again_after_a_week(kind: str, said: str) -> None:
    played = _play(kind)
    assert (played.said, played.opened) == ([said, "closing_noted"], ["workload_after"])
    assert [item.after_days for item in workload.items if isinstance(item, Opening) and item.id == "in_a_week"] == [7]


def test_whoever_says_nothing_is_promised_nothing() -> None:
    played = play(workload)
    assert (played.said, played.opened) == (["closing_noted"], [])


def test_an_emergency_in_her_words_is_no_moment_for_strategies() -> None:
    answers: dict[str, Value] = {"kind": "too_much"}
    assert play(workload, answers, heard={"good_enough": "emergency"}).said == ["closing_emergency"]


def test_everything_is_one_case_that_her_coordinator_reads() -> None:
    flags = [item for item in workload.items if isinstance(item, Flag) and item.id != "wellbeing_contact"]
    assert {(flag.topic, flag.restricted) for flag in flags} == {("workload", False)}


@pytest.mark.parametrize(
    ("severity", "flags", "closing"),
    [
        (0, {"worse": "attention"}, "closing_worse"),
        (2, {"worse_than_reported": "urgent"}, "closing_urgent_now"),
        (3, {"worse_than_reported": "urgent"}, "closing_urgent_now"),
        (4, {"worse_than_reported": "urgent"}, "closing_urgent_now"),
    ],
)
def test_worse_after_a_week_is_one_level_up_and_urgent_at_most(
    severity: int, flags: dict[str, str], closing: str
) -> None:
    played = play(workload_after, {"now": "worse"}, case_severity=severity)
    assert (played.flags, played.said, played.asked) == (flags, [closing], ["now", "worse_how"])


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"now": "better"}, "closing_better"),
        ({"now": "same"}, "closing_same"),
        ({"now": "same", "workload_person": "yes"}, "closing_contact"),
        ({}, "closing_skipped"),
    ],
)
def test_better_or_the_same_after_a_week_raises_nothing_but_her_wish(answers: dict[str, Value], said: str) -> None:
    played = play(workload_after, answers, case_severity=2)
    assert played.said == [said]
    assert played.flags == ({"workload_contact": "attention"} if said == "closing_contact" else {})


def test_something_grave_in_what_has_become_worse_closes_as_an_emergency() -> None:
    for severity in (0, 2):
        played = play(workload_after, {"now": "worse"}, heard={"worse_how": "emergency"}, case_severity=severity)
        assert played.said == ["closing_emergency"]
