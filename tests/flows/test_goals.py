"""Goals: only what is missing is asked, three are enough, and looking at one again costs nothing."""

from typing import Any

import pytest

from flows.goal_step import goal_step
from flows.goals import goals
from tests.flows.playing import Played, play


def _play(says: tuple[str, ...] = ("date", "result"), *, heard: Any = None, **answers: Any) -> Played:
    facts = {name: answers.pop(name) for name in ("goals_active", "goals_draft", "goal_at_hand") if name in answers}
    return play(goals, {"sentence": "…", **answers}, heard=heard, sentence_says=says, **facts)


REST = ["competence", "obstacle", "first_step", "know"]


@pytest.mark.parametrize(
    ("says", "asked_for"),
    [
        (("date", "result"), []),
        (("date", "observer"), []),
        (("date",), ["seen"]),
        (("result",), ["by"]),
        ((), ["by", "seen"]),
    ],
)
def test_only_what_the_sentence_lacks_is_asked_for(says: tuple[str, ...], asked_for: list[str]) -> None:
    assert _play(says).asked == ["sentence", *asked_for, *REST]


def test_an_obstacle_is_followed_by_a_plan_and_a_step_is_asked_after_later() -> None:
    played = _play(obstacle="…", plan="…", first_step="…")
    assert played.asked == ["sentence", "competence", "obstacle", "plan", "first_step", "know"]
    assert played.opened == ["goal_step"]
    assert played.said == ["asked_after", "praise_plan", "closing_set"]


@pytest.mark.parametrize(
    ("facts", "first"),
    [
        ({}, "sentence"),
        ({"goals_active": 1}, "which"),
        ({"goals_draft": 2}, "which"),
        ({"goal_at_hand": True}, "changed"),
    ],
)
def test_which_goal_is_asked_where_there_is_a_choice(facts: dict[str, Any], first: str) -> None:
    assert _play(**facts).asked[0] == first


def test_a_draft_is_read_back_before_it_becomes_a_goal() -> None:
    assert _play(goals_draft=1, which="draft_1").said[0] == "draft"


@pytest.mark.parametrize(
    ("answers", "asked", "closing"),
    [
        ({"room": "none"}, ["which", "room"], "closing_full"),
        ({}, ["which", "room"], "closing_full"),
        ({"room": "goal_2", "room_how": "done"}, ["which", "room", "room_how", "sentence", *REST], "closing_set"),
    ],
)
def test_a_fourth_goal_needs_room(answers: dict[str, Any], asked: list[str], closing: str) -> None:
    played = _play(goals_active=3, which="new", **answers)
    assert (played.asked, played.said) == (asked, [closing])


@pytest.mark.parametrize(
    ("answers", "closing"),
    [
        ({"changed": "too_easy", "do": "keep"}, "closing_kept"),
        ({"changed": "lost_interest", "do": "drop"}, "closing_dropped"),
        ({"changed": "done"}, "praise_done"),
        ({"changed": "too_big", "do": "shrink"}, "closing_set"),
        ({"changed": "work_changed", "do": "replace"}, "closing_set"),
        ({}, "closing_nothing"),
    ],
)
def test_a_goal_is_looked_at_again_without_blame(answers: dict[str, Any], closing: str) -> None:
    played = _play(goals_active=3, which="goal_1", **answers)
    assert (played.said, played.flags) == ([closing], {})
    assert ("sentence" in played.asked) is (closing == "closing_set")
    assert ("do" in played.asked) is (answers.get("changed") != "done")
    assert "learned" in played.asked


def test_a_goal_that_others_block_is_for_a_person() -> None:
    played = _play(goal_at_hand=True, changed="blocked", do="shrink", obstacle="…", first_step="…")
    assert played.flags == {"goal_blocked": "attention"}
    assert (played.restricted, played.raised_at) == (set(), {"goal_blocked": "changed"})
    assert played.said == ["closing_set_told"]
    assert "plan_b" in played.asked


@pytest.mark.parametrize(
    ("heard", "asked", "said"),
    [
        ("info", "plan", ["asked_after", "closing_set"]),
        ("attention", "plan_b", ["closing_set_told"]),
        ("urgent", "", ["closing_urgent"]),
        ("emergency", "", ["closing_emergency"]),
    ],
)
def test_what_was_heard_is_neither_praised_nor_put_before_her_again(heard: str, asked: str, said: list[str]) -> None:
    played = _play(obstacle="…", plan="…", first_step="…", heard={"obstacle": heard})
    assert played.said == said
    assert [step for step in played.asked if step.startswith("plan")] == ([asked] if asked else [])
    assert ("first_step" in played.asked) is bool(asked)


def test_a_goal_done_is_not_praised_after_words_that_were_heard() -> None:
    assert _play(goal_at_hand=True, changed="done", learned="…", heard={"learned": "info"}).said == ["closing_done"]
    assert _play(goal_at_hand=True, changed="done", learned="…", heard={"learned": "attention"}).said == [
        "closing_told"
    ]


def test_nobody_is_told_unless_she_says_so() -> None:
    assert not {"know_coordinator", "know_others"} & set(_play().said)
    told = _play(know=("coordinator", "supervisor")).said
    assert {"know_coordinator", "know_others"} <= set(told)


@pytest.mark.parametrize(
    ("how", "said"), [("done", ["praise_step"]), ("not_yet", ["smaller"]), ("no_longer", ["no_longer"]), (None, [])]
)
def test_the_first_step_is_asked_after_with_one_tap(how: str | None, said: list[str]) -> None:
    played = play(goal_step, {"how": how})
    assert (played.asked, played.said, played.ended) == (["how"], said, True)
