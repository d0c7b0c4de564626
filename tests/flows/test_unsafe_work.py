import pytest

from flows.steps import Flag
from flows.unsafe_work import KINDS, TOLD, unsafe_work
from tests.flows.playing import play


def test_safeguarding_and_her_coordinator_read_it() -> None:
    flags = [item for item in unsafe_work.items if isinstance(item, Flag)]
    assert {(flag.topic, flag.restricted) for flag in flags} == {("safety", False)}


def test_somebody_hurt_is_an_emergency_with_numbers_before_the_next_question() -> None:
    played = play(unsafe_work, {"hurt": "yes"}, stop_at="phone", phone_known=False)
    assert played.flags == {"somebody_hurt": "emergency"}
    assert played.said == ["hurt_now"]


def test_after_an_emergency_only_what_is_told_is_said() -> None:
    played = play(unsafe_work, {"hurt": "yes", "kinds": ("machine",)})
    assert played.said == ["hurt_now", "closing_emergency"]
    assert played.opened == ["unsafe_work_after"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_danger_is_urgent_as_soon_as_it_is_named(kind: str) -> None:
    assert play(unsafe_work, {"hurt": "no", "kinds": (kind,)}, stop_at="told").flags == {"unsafe_work": "urgent"}


@pytest.mark.parametrize("told", TOLD)
def test_whoever_names_no_kind_is_heard_by_the_next_answer(told: str) -> None:
    played = play(unsafe_work, {"told": told})
    assert played.flags == {"unsafe_work": "urgent"}
    assert played.said == ["closing_urgent", "advice"]
    assert played.opened == ["unsafe_work_after"]


def test_nobody_is_alarmed_by_somebody_who_says_nothing() -> None:
    played = play(unsafe_work, {"hurt": "no"})
    assert (played.flags, played.opened, played.said) == ({}, [], ["closing_noted", "advice"])
