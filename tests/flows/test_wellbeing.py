from typing import Any

import pytest

from flows.steps import Flag
from flows.wellbeing import FEELINGS, wellbeing
from tests.flows.playing import Played, play

WITH_CONFLICT = ("conflict", "wellbeing")


def raised(played: Played) -> dict[str, tuple[str, str]]:
    return {flag.id: (flag.severity.word, flag.topic) for flag in played.raised}


def test_everything_here_is_for_safeguarding_alone() -> None:
    flags = [item for item in wellbeing.items if isinstance(item, Flag)]
    assert flags
    assert all(flag.restricted for flag in flags)


@pytest.mark.parametrize("feeling", [each for each in FEELINGS if each != "scared"])
def test_a_feeling_alone_tells_nobody(feeling: str) -> None:
    played = play(wellbeing, {"feeling": feeling, "how_long": "days", "go_on": "no"}, conversations=WITH_CONFLICT)
    assert played.flags == {}
    assert played.asked == ["feeling", "how_long", "source", "go_on", "around", "contact"]
    assert played.said == ["closing_noted", "advice"]
    assert played.opened == []


@pytest.mark.parametrize("how_long", ["weeks", "months"])
def test_what_lasts_for_weeks_is_looked_at_even_when_she_walks_away(how_long: str) -> None:
    assert play(wellbeing, {"how_long": how_long}, stop_at="source").flags == {"lasting": "attention"}


def test_it_is_asked_after_once() -> None:
    played = play(wellbeing, {"how_long": "weeks", "go_on": "unsaid", "around": ("nobody",), "contact": "write"})
    assert played.opened == ["wellbeing_after"]


def test_scared_to_go_to_work_goes_to_the_gate_of_safety_and_a_person_is_told() -> None:
    played = play(wellbeing, {"feeling": "scared"}, conversations=WITH_CONFLICT)
    assert raised(played) == {"scared": ("urgent", "safety")}
    assert (played.asked, played.said, played.opened) == (["feeling"], ["scared_next"], ["conflict"])


def test_scared_to_go_to_work_brings_a_person_where_that_conversation_is_not_there() -> None:
    played = play(wellbeing, {"feeling": "scared", "contact": "call"}, conversations=(), phone_known=False)
    assert played.flags == {"scared": "urgent", "wants_contact": "attention"}
    assert played.opened == []
    assert played.asked[-2:] == ["contact", "phone"]


@pytest.mark.parametrize("go_on", ["sometimes", "yes"])
def test_not_wanting_to_go_on_is_an_emergency_and_comes_to_urgent_help_at_once(go_on: str) -> None:
    played = play(wellbeing, {"go_on": go_on})
    assert raised(played) == {"not_go_on": ("emergency", "safety")}
    assert played.asked[-1] == "go_on"
    assert sorted(played.opened) == ["urgent", "wellbeing_after"]
    assert played.said == []


def test_rather_not_say_shows_the_numbers_and_is_urgent() -> None:
    played = play(wellbeing, {"go_on": "unsaid"})
    assert raised(played) == {"go_on_unsaid": ("urgent", "safety")}
    assert played.said == ["unsaid", "closing_urgent", "advice"]


@pytest.mark.parametrize("missing", ["on_call", "direct_question"])
def test_the_direct_question_waits_for_people_behind_it_and_can_be_switched_off(missing: str) -> None:
    known: dict[str, Any] = {missing: False}
    played = play(wellbeing, {"feeling": "sad"}, **known)
    assert "go_on" not in played.asked
    assert played.said[-1] == "advice"


def test_nobody_around_is_looked_at() -> None:
    assert play(wellbeing, {"around": ("nobody",)}).flags == {"nobody_around": "attention"}
    assert play(wellbeing, {"around": ("friend", "doctor")}).flags == {}


@pytest.mark.parametrize(("way", "asked"), [("write", False), ("call", True)])
def test_a_wish_for_contact_stays_with_safeguarding(way: str, asked: bool) -> None:
    played = play(wellbeing, {"contact": way}, phone_known=False)
    assert raised(played) == {"wants_contact": ("attention", "wellbeing")}
    assert played.restricted == {"wants_contact"}
    assert ("phone" in played.asked) is asked
    assert played.said == ["closing", "advice"]


def test_it_is_urgent_opens_urgent_help_without_a_closing_before_it() -> None:
    played = play(wellbeing, {"contact": "urgent"})
    assert (played.opened, played.said) == (["urgent"], [])
