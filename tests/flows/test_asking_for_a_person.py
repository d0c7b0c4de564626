import pytest

from flows.conditions import Value
from flows.human import human
from flows.problem import KINDS, OTHER, problem
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
    steps = play(human, {"contact": "write", "team": team}).asked
    assert [step for step in steps if step.startswith("team")] == asked


def test_a_known_number_is_not_asked_again() -> None:
    assert play(human, {"contact": "call"}, phone_known=True).asked == ["contact", "team", "about"]


def test_it_is_urgent_opens_urgent_help() -> None:
    played = play(human, {"contact": "urgent"})
    assert (played.opened, played.said, played.flags) == (["urgent"], [], {})


@pytest.mark.parametrize(("severity", "closing"), [("urgent", "closing_urgent"), ("emergency", "closing_emergency")])
def test_something_serious_in_her_words_changes_the_closing(severity: str, closing: str) -> None:
    assert play(human, {"contact": "write"}, heard={"about": severity}).said == [closing]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != OTHER])
def test_a_kind_of_problem_opens_its_conversation_at_once(kind: str) -> None:
    played = play(problem, {"about": kind})
    assert (played.opened, played.asked, played.said) == ([kind], ["about"], [])


def test_what_is_none_of_them_leads_to_a_person() -> None:
    played = play(problem, {"about": OTHER, "other_person": "yes"})
    assert played.flags == {"other_contact": "attention"}
    assert (played.asked[-1], played.said) == ("tell", ["closing"])


def test_whoever_wants_nobody_is_told_that_a_person_is_there() -> None:
    assert play(problem, {"about": OTHER, "other_person": "no"}).said == ["closing_nobody"]
    assert play(problem).said == ["closing_nobody"]
