import pytest

from flows.conditions import Value
from flows.steps import Flag
from flows.urgent import NEEDS, urgent
from tests.flows.playing import play


def test_a_person_is_told_before_anything_is_answered() -> None:
    played = play(urgent, stop_at="danger")
    assert played.said == ["card"]
    assert played.flags == {"asked_urgent": "urgent"}


def test_the_same_card_is_not_shown_twice_within_ten_minutes() -> None:
    assert play(urgent, stop_at="danger", crisis_card_lately=True).said == ["card_again"]


@pytest.mark.parametrize("danger", ["yes", "not_sure", "someone"])
def test_danger_to_anyone_is_an_emergency(danger: str) -> None:
    played = play(urgent, {"danger": danger})
    assert played.flags == {"asked_urgent": "urgent", f"danger_{danger}": "emergency"}
    assert played.said[-1] == "stay_emergency"


@pytest.mark.parametrize("danger", ["no", None])
def test_without_immediate_danger_it_stays_urgent_and_asks_what_she_needs(danger: Value) -> None:
    played = play(urgent, {"danger": danger})
    assert played.flags == {"asked_urgent": "urgent"}
    assert played.asked == ["danger", "need"]
    assert played.said[-1] == "stay"


def test_a_mistake_lowers_nothing_and_asks_nothing_more() -> None:
    played = play(urgent, {"danger": "mistake"})
    assert played.asked == ["danger"]
    assert played.said == ["card", "mistake"]
    assert played.flags == {"asked_urgent": "urgent", "pressed_by_mistake": "info"}


def test_every_flag_here_is_read_by_safeguarding_only() -> None:
    assert all(item.restricted for item in urgent.items if isinstance(item, Flag))


@pytest.mark.parametrize(("known", "asked"), [(True, False), (False, True)])
def test_the_number_is_asked_only_when_nobody_knows_it(known: bool, asked: bool) -> None:
    played = play(urgent, {"danger": "yes", "move": "call"}, phone_known=known)
    assert ("phone" in played.asked) is asked


def test_no_to_a_call_does_not_close_it() -> None:
    played = play(urgent, {"danger": "yes", "move": "no"})
    assert played.asked == ["danger", "move", "need"]
    assert played.said == ["card", "no_call", "stay_emergency"]


@pytest.mark.parametrize("reach", ["call", "write", "no"])
def test_about_someone_else_it_asks_only_how_to_reach_her(reach: str) -> None:
    played = play(urgent, {"danger": "someone", "reach": reach}, phone_known=True)
    assert played.asked == ["danger", "reach"]


@pytest.mark.parametrize("need", NEEDS)
def test_every_need_is_answered_with_where_to_turn(need: str) -> None:
    assert f"for_{need}" in play(urgent, {"danger": "no", "need": need}).said
