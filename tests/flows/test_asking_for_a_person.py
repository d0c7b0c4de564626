from typing import Any

import pytest

from flows.conditions import Value
from flows.human import human
from flows.problem import KINDS, RESTRICTED, problem
from tests.flows.playing import play


@pytest.mark.parametrize(
    ("contact", "asked", "closing"),
    [
        ("write", ["contact", "team", "about"], "closing_write"),
        ("call", ["contact", "team", "phone", "about"], "closing_call"),
        ("no", ["contact"], "closing_no"),
        (None, ["contact"], "closing_no"),
    ],
)
def test_asking_for_a_person_needs_no_reason(contact: Value, asked: list[str], closing: str) -> None:
    played = play(human, {"contact": contact}, phone_known=False)
    assert (played.asked, played.said) == (asked, [closing])
    assert played.flags == ({"wants_contact": "attention"} if len(asked) > 1 else {})


def test_the_wish_is_heard_even_when_she_walks_away_before_saying_what_it_is_about() -> None:
    assert play(human, {"contact": "write"}, stop_at="about").flags == {"wants_contact": "attention"}


@pytest.mark.parametrize(("team", "asked"), [("yes", ["team", "team_who"]), ("no", ["team"]), ("unsaid", ["team"])])
def test_she_can_say_who_of_the_team_it_is_about(team: str, asked: list[str]) -> None:
    for flow, answers in ((human, {"contact": "write"}), (problem, {"about": "conflict"})):
        steps = play(flow, {**answers, "team": team}).asked
        assert [step for step in steps if step.startswith("team")] == asked


def test_a_known_number_is_not_asked_again() -> None:
    assert play(human, {"contact": "call"}, phone_known=True).asked == ["contact", "team", "about"]


def test_it_is_urgent_opens_urgent_help() -> None:
    played = play(human, {"contact": "urgent"})
    assert (played.opened, played.said, played.flags) == (["urgent"], [], {})


@pytest.mark.parametrize(("severity", "closing"), [("urgent", "closing_urgent"), ("emergency", "closing_emergency")])
def test_something_serious_in_her_words_changes_the_closing(severity: str, closing: str) -> None:
    assert play(human, {"contact": "write"}, heard={"about": severity}).said == [closing]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_problem_leads_to_a_person_where_its_conversation_does_not_exist(kind: str) -> None:
    played = play(problem, {"about": kind, f"{kind}_person": "yes"})
    assert played.flags == {f"{kind}_contact": "attention"}
    assert bool(played.restricted) is (kind in RESTRICTED)
    assert played.asked[-1] == ("tell_restricted" if kind in RESTRICTED else "tell")
    assert played.said == ["closing_restricted" if kind in RESTRICTED else "closing"]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "other"])
def test_a_kind_of_problem_whose_conversation_exists_opens_it(kind: str) -> None:
    answers: dict[str, Any] = {"about": kind, f"{kind}_now": "yes"}
    assert play(problem, answers, conversations=(kind,)).opened == [kind]


def test_whoever_wants_nobody_is_told_that_a_person_is_there() -> None:
    assert play(problem, {"about": "wages", "wages_person": "no"}).said == ["closing_nobody"]
