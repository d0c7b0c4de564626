"""The self-assessment: eight levels, what is asked after the lowest, and what is flagged."""

from typing import Any

import pytest

from flows.competences import COMPETENCES, LEVELS
from flows.self_assessment import self_assessment
from tests.flows.playing import play

ALL_WELL = {"start": "start"} | dict.fromkeys(COMPETENCES, "sometimes")
ALL_LOWEST = {"start": "start"} | dict.fromkeys(COMPETENCES, "learning")
HIGH_BEFORE: dict[str, Any] = {f"level_before_{competence}": 4 for competence in COMPETENCES}


def test_each_competence_is_asked_and_then_what_to_do_with_it() -> None:
    played = play(self_assessment, ALL_WELL)
    assert played.asked == ["start", *COMPETENCES, "work_on", "strength", "show_to"]
    assert (played.flags, played.said, played.ended) == ({}, ["closing"], True)


def test_only_the_lowest_level_is_asked_after() -> None:
    for level in LEVELS:
        asked = play(self_assessment, ALL_WELL | {"teamwork": level}).asked
        assert ("teamwork_why" in asked) is (level == "learning")


def test_put_off_it_comes_again_and_nothing_is_asked() -> None:
    played = play(self_assessment, {"start": "later"})
    assert (played.asked, played.said, played.opened) == (["start"], ["later"], ["self_assessment"])


@pytest.mark.parametrize(("moment", "flags"), [("start", {}), ("middle", {"all_lowest": "attention"}), ("end", {})])
def test_all_at_the_lowest_level_is_for_a_person_in_the_middle(moment: str, flags: dict[str, str]) -> None:
    assert play(self_assessment, ALL_LOWEST, assessment_moment=moment).flags == flags


@pytest.mark.parametrize(("fallen", "flags"), [(2, {}), (3, {"levels_fell": "attention"})])
def test_three_that_fall_by_two_levels_are_for_a_person(fallen: int, flags: dict[str, str]) -> None:
    lower = dict.fromkeys(list(COMPETENCES)[:fallen], "understand")
    played = play(self_assessment, ALL_WELL | lower, **HIGH_BEFORE)
    assert played.flags == flags
    assert played.said == (["closing_attention"] if flags else ["closing"])


def test_a_level_nobody_has_seen_never_fell() -> None:
    unseen = dict.fromkeys(COMPETENCES, "unseen")
    assert play(self_assessment, ALL_WELL | unseen, **HIGH_BEFORE).flags == {}


def test_what_she_shows_at_work_she_shows_herself() -> None:
    assert "show_yourself" in play(self_assessment, ALL_WELL | {"show_to": ("supervisor",)}).said
    assert "show_yourself" not in play(self_assessment, ALL_WELL | {"show_to": ("coordinator",)}).said
