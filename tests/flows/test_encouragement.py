"""One short sentence tied to what she said, and none as soon as something was heard."""

from typing import Any

import pytest

from flows.checkin import checkin
from flows.monthly import monthly
from tests.flows.playing import play

CALM: dict[str, Any] = {
    "start": "start", "mood": 4, "workload": "right", "workload_ok": "yes", "support": 4, "safe": "yes", "useful": 4,
    "in_the_way": ("nothing",), "contact": "no",
}  # fmt: skip
WELL = {"goal": "done", "proud": "…", "in_the_way": ("pay",), "wages_now": "yes"}
KNOWN: dict[str, Any] = {
    "has_goal": True,
    "previous_mood": 3,
    "first_highlight": True,
    "conversations": ("wages", "goals"),
}


def praised(answers: dict[str, Any], heard: dict[str, str] | None = None, **facts: Any) -> list[str]:
    said = play(checkin, CALM | answers, heard=heard, **facts).said
    assert all(place < len(said) - 1 for place, step in enumerate(said) if step.startswith("praise"))
    return [step for step in said if step.startswith("praise")]


@pytest.mark.parametrize(
    ("answers", "facts", "sentence"),
    [
        ({"goal": "done"}, {"has_goal": True}, ["praise_goal"]),
        ({"goal": "on_track"}, {"has_goal": True}, []),
        ({"proud": "…"}, {"first_highlight": True}, ["praise_highlight"]),
        ({"proud": "…"}, {"first_highlight": False}, []),
        ({"in_the_way": ("pay",), "wages_now": "yes"}, {"conversations": ("wages",)}, ["praise_help"]),
        ({"in_the_way": ("pay",), "wages_now": "no"}, {"conversations": ("wages",)}, []),
        ({"mood": 4}, {"previous_mood": 3}, ["praise_mood"]),
        ({"mood": 4}, {"previous_mood": 4}, []),
        ({"mood": 4}, {"previous_mood": None}, []),
        ({"mood": 2}, {"previous_mood": 1}, []),
        (WELL, KNOWN, ["praise_goal"]),
    ],
)
def test_it_is_tied_to_one_answer(answers: dict[str, Any], facts: dict[str, Any], sentence: list[str]) -> None:
    assert praised(answers, **facts) == sentence


@pytest.mark.parametrize("severity", ["info", "attention", "urgent", "emergency"])
@pytest.mark.parametrize("step", ["proud", "tell"])
def test_nothing_is_praised_after_words_in_which_something_was_heard(step: str, severity: str) -> None:
    assert praised(WELL | {"tell": "…"}, {step: severity}, **KNOWN) == []


@pytest.mark.parametrize("answer", [{"useful": 2}, {"safe": "not_always"}, {"contact": "write"}, {"support": 1}])
def test_nothing_is_praised_after_a_flag(answer: dict[str, Any]) -> None:
    assert praised(WELL | answer, **KNOWN) == []


@pytest.mark.parametrize(("safe", "praise"), [("yes", True), ("not_always", False)])
def test_a_goal_done_is_seen_in_the_monthly_check_in_too(safe: str, praise: bool) -> None:
    said = play(monthly, CALM | {"goal": "done", "safe": safe, "supervisor_meetings": 2}, has_goal=True).said
    assert ("praise_goal" in said) is praise
