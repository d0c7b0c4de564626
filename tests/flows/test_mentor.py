"""The mentor: a person where it does not fit, and nothing raised where she only prepares."""

import pytest

from flows.mentor import mentor
from tests.flows.playing import play


@pytest.mark.parametrize("wish", ["no_answer", "no_fit"])
def test_a_person_helps_where_it_does_not_work(wish: str) -> None:
    played = play(mentor, {"want": wish, "mentor_person": "yes"}, has_mentor=True)
    assert (played.flags, played.said) == ({"mentor_contact": "attention"}, [wish, "closing"])


def test_a_meeting_is_prepared_without_anybody_being_told() -> None:
    played = play(mentor, {"want": "prepare"}, has_mentor=True)
    assert (played.flags, played.said, played.ended) == ({}, ["prepare"], True)


def test_whoever_has_none_may_ask_for_one() -> None:
    assert play(mentor, {"find_person": "yes"}, has_mentor=False).flags == {"find_contact": "attention"}
    assert play(mentor, {"find_person": "no"}, has_mentor=False).said == []
