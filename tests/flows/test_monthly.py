from typing import Any

import pytest

from flows.checkin import checkin
from flows.competences import COMPETENCES
from flows.conditions import Value
from flows.monthly import monthly
from flows.pulse import halfway
from flows.steps import Flag
from tests.flows.playing import Played, play

CALM: dict[str, Value] = {
    "start": "start", "mood": 4, "workload": "right", "workload_ok": "yes", "support": 4, "safe": "yes", "hours": 37,
    "worn_out_ask": "no", "competences": ("teamwork", "technology"), "supervisor_meetings": 4, "contact": "no",
}  # fmt: skip


def _play(*, heard: Any = None, facts: Any = None, **answers: Any) -> Played:
    return play(monthly, {**CALM, **answers}, heard=heard, **(facts or {}))


def test_the_questions_are_those_of_the_check_in_and_then_its_own() -> None:
    played = _play(facts={"has_mentor": True, "has_goal": True})
    assert played.asked == [
        "start", "mood", "workload", "workload_ok", "support", "safe", "hours", "worn_out_ask", "competences",
        "mentor_meetings", "supervisor_meetings", "goal", "contact", "halfway",
    ]  # fmt: skip


def test_its_shared_flags_are_the_check_ins_own() -> None:
    def flags(flow: Any) -> dict[str, tuple[str, str, bool]]:
        return {i.id: (i.severity.word, i.topic, i.restricted) for i in flow.items if isinstance(i, Flag)}

    shared = {"low_mood", "low_mood_again", "mood_fell", "workload_wrong", "workload_strained", "workload_far_off",
              "little_support", "not_always_safe", "unsafe", "safe_contact", "wants_contact"}  # fmt: skip
    assert shared <= set(flags(monthly)) & set(flags(checkin))
    assert {id_: flags(monthly)[id_] for id_ in shared} == {id_: flags(checkin)[id_] for id_ in shared}


@pytest.mark.parametrize(
    ("answers", "facts", "flags"),
    [
        ({"mood": 2}, {}, {"low_mood": "attention"}),
        ({"mood": 2}, {"previous_mood": 1}, {"low_mood_again": "urgent"}),
        ({"safe": "no"}, {}, {"unsafe": "urgent"}),
        ({"hours": 45}, {"hours_agreed_most": 45}, {}),
        ({"hours": 46}, {"hours_agreed_most": 45}, {"hours_over": "attention"}),
        ({"hours": 49}, {"hours_agreed_most": 45}, {"hours_illegal": "urgent"}),
        ({"hours": 49}, {"hours_agreed_most": None}, {"hours_illegal": "urgent"}),
        ({"worn_out_ask": "yes", "worn_out": "3"}, {}, {}),
        ({"worn_out_ask": "yes", "worn_out": "4"}, {}, {"very_worn_out": "attention"}),
        ({"worn_out_ask": "yes", "worn_out": "5"}, {}, {"very_worn_out": "attention"}),
        ({"supervisor_meetings": 0}, {}, {"no_meetings": "attention"}),
        ({"supervisor_meetings": None}, {}, {}),
        ({"contact": "call"}, {}, {"wants_contact": "attention"}),
    ],
)
def test_the_flags_are_those_of_the_contract(
    answers: dict[str, Value], facts: dict[str, Value], flags: dict[str, str]
) -> None:
    assert _play(facts=facts, **answers).flags == flags


def test_how_worn_out_she_is_is_asked_only_of_whoever_wants_it_and_answered_with_what_helps() -> None:
    assert "worn_out" not in _play().asked
    played = _play(worn_out_ask="yes", worn_out="5", wellbeing_person="yes")
    assert "worn_out_tip" in played.said
    assert played.restricted == {"wellbeing_contact"}
    assert played.said[-1] == "closing_restricted"
    assert "contact" not in played.asked


@pytest.mark.parametrize(
    ("now", "before", "said"), [(4, 3, "better"), (4, 4, "same"), (3, 4, "lower"), (4, None, None), (None, 4, None)]
)
@pytest.mark.parametrize("step", ["mood", "support"])
def test_the_month_is_compared_in_words(step: str, now: Value, before: Value, said: str | None) -> None:
    words = [
        each for each in _play(facts={f"previous_{step}": before}, **{step: now}).said if each.startswith(f"{step}_")
    ]
    assert words == ([f"{step}_{said}"] if said else [])


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"mood": 4, "support": 4}, "try_none"),
        ({"mood": 3, "support": 4}, "try_mood"),
        ({"mood": 3, "support": 3}, "try_mood"),
        ({"mood": 3, "support": 2}, "try_support"),
        ({"mood": 2, "support": 1}, "try_support"),
        ({"mood": 1, "support": 1}, "try_mood"),
        ({"workload": "too_much", "workload_ok": "mostly"}, "try_workload"),
        ({"mood": 3, "workload": "too_much", "workload_ok": "no"}, "try_workload"),
        ({"mood": 2, "workload": "far_too_much", "workload_ok": "no"}, "try_workload"),
        ({"support": 2, "workload": "too_little", "workload_ok": "mostly"}, "try_support"),
        ({"mood": None, "support": None, "workload": None, "workload_ok": None}, "try_none"),
    ],
)
def test_two_strategies_are_chosen_by_what_was_lowest(answers: dict[str, Value], said: str) -> None:
    assert [each for each in _play(**answers).said if each.startswith("try_")] == [said]


@pytest.mark.parametrize(
    ("answers", "closing"),
    [({}, "closing_noted"), ({"mood": 1}, "closing_attention"), ({"safe": "not_always"}, "closing_restricted")],
)
def test_the_last_words_say_who_reads_it(answers: dict[str, Value], closing: str) -> None:
    assert _play(**answers).said[-1] == closing


def test_after_something_grave_nothing_is_compared() -> None:
    assert _play(safe="no", facts={"previous_mood": 3}).said == ["closing_urgent"]


def test_whoever_wants_urgent_help_is_asked_nothing_more() -> None:
    played = _play(safe="no", safe_help="urgent")
    assert (played.asked[-1], played.opened) == ("safe_help", ["urgent"])


def test_a_pulse_comes_between_for_whoever_says_yes() -> None:
    assert _play(halfway="yes").opened == ["halfway"]
    assert _play().opened == []


@pytest.mark.parametrize("start", ["later", "skip", "urgent"])
def test_it_can_be_put_off_skipped_or_left_for_help(start: str) -> None:
    played = play(monthly, {"start": start})
    assert (played.asked, played.flags) == (["start"], {})


@pytest.mark.parametrize(
    ("how", "flags", "said"),
    [
        ("fine", {}, "closing_fine"),
        ("not_good", {"pulse_not_good": "attention"}, "closing_not_good"),
        ("contact", {"pulse_contact": "attention"}, "closing_contact"),
    ],
)
def test_the_pulse_between_is_one_tap(how: str, flags: dict[str, str], said: str) -> None:
    played = play(halfway, {"how": how})
    assert (played.flags, played.said) == (flags, [said])


def test_at_most_two_competences_are_picked_of_eight() -> None:
    question = monthly.question("competences")
    assert question is not None
    assert (question.limit, len(COMPETENCES)) == (2, 8)
