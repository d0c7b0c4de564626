from typing import Any

import pytest

from flows.conditions import Value
from flows.remote import remote
from flows.steps import Flag
from tests.flows.playing import play

ALL = ["missing", "talked", "next", "stop", "part_of_team", "watched"]


def test_a_calm_answer_asks_six_questions_and_tells_nobody() -> None:
    played = play(remote, {"missing": ("nothing",), "talked": "today", "next": 4, "stop": "set", "part_of_team": 5})
    assert (played.asked, played.flags, played.said) == (ALL, {}, ["strategy", "closing_noted"])


@pytest.mark.parametrize(
    ("answers", "facts", "flags"),
    [
        ({"missing": ("access",), "missing_since": "longer"}, {}, {"not_equipped": "attention"}),
        ({"missing": ("equipment", "quiet"), "missing_since": "longer"}, {}, {"not_equipped": "attention"}),
        ({"missing": ("equipment",), "missing_since": "days"}, {}, {}),
        ({"missing": ("internet", "place")}, {}, {}),
        ({"talked": "longer"}, {}, {"talks_with_nobody": "attention"}),
        ({"talked": "days"}, {}, {}),
        ({"next": 2}, {}, {"no_next_task": "attention"}),
        ({"next": 3}, {}, {}),
        ({"stop": "never", "hours": 46}, {"hours_agreed_most": 45}, {"hours_too_long": "urgent"}),
        ({"stop": "never", "hours": 49}, {}, {"hours_too_long": "urgent"}),
        ({"part_of_team": 2}, {}, {}),
        ({"part_of_team": 2}, {"apart_before": True}, {"apart_again": "attention"}),
        ({"part_of_team": 3}, {"apart_before": True}, {}),
        ({"watched": "yes"}, {}, {"watched_wrongly": "attention"}),
        ({"watched": "not_sure"}, {}, {}),
    ],
)
def test_the_flags_are_those_of_the_contract(
    answers: dict[str, Value], facts: dict[str, Any], flags: dict[str, str]
) -> None:
    assert play(remote, answers, **facts).flags == flags


def test_what_is_missing_is_asked_since_when_only_for_access_and_equipment() -> None:
    assert "missing_since" in play(remote, {"missing": ("access",)}).asked
    assert "missing_since" not in play(remote, {"missing": ("internet", "quiet")}).asked


def test_whoever_never_stops_hears_a_strategy_and_is_asked_for_her_hours() -> None:
    played = play(remote, {"stop": "never"})
    assert "hours" in played.asked
    assert played.said[0] == "set_time"
    assert "hours" not in play(remote, {"stop": "varies"}).asked


@pytest.mark.parametrize(("answers", "flow"), [({"next": 1}, "workload"), ({"watched": "yes"}, "conflict")])
def test_what_fits_is_offered_or_a_person(answers: dict[str, Value], flow: str) -> None:
    wish: dict[str, Value] = {f"{flow}_now": "yes", f"{flow}_person": "yes"}
    assert play(remote, answers | wish, conversations=(flow,)).opened == [flow]
    assert play(remote, answers | wish).flags[f"{flow}_contact"] == "attention"


def test_her_coordinator_reads_it() -> None:
    assert not [item.id for item in remote.items if isinstance(item, Flag) and item.restricted]
