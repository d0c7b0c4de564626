"""The mentor: what may be done with one, a person where it does not fit, and the way onto the list for one."""

import pytest

from flows.conditions import Value
from flows.mentor import mentor
from tests.flows.playing import play


@pytest.mark.parametrize(("wish", "state"), [("no_answer", "active"), ("no_fit", "none")])
def test_a_person_helps_where_it_does_not_work(wish: str, state: str) -> None:
    played = play(mentor, {"want": wish, "mentor_person": "yes"}, has_mentor=True, pair_state=state)
    assert (played.flags, played.said) == ({"mentor_contact": "attention"}, [wish, "closing"])


def test_a_meeting_is_prepared_without_anybody_being_told() -> None:
    played = play(mentor, {"want": "prepare"}, has_mentor=True, pair_state="active")
    assert (played.flags, played.said, played.ended) == ({}, ["prepare"], True)


def test_whoever_has_none_may_wait_for_one_and_stop_waiting() -> None:
    wishes: dict[str, Value] = {"topics": ("career",), "tongue": "en", "prefers": ("same_gender",), "gender": "woman"}
    found = play(mentor, {"find": "yes", **wishes}, has_mentor=False, waits_for_mentor=False)
    assert found.said == ["on_list"]
    assert play(mentor, {"find": "no"}, has_mentor=False, waits_for_mentor=False).said == []
    assert play(mentor, {"place": "leave"}, has_mentor=False, waits_for_mentor=True).said == ["off_list"]
