from datetime import UTC, datetime

import pytest

from storage import people
from tests.cli.conftest import Installation


@pytest.fixture
def reachable(placemate: Installation) -> Installation:
    """The first student has agreed, on Telegram."""
    placemate.bring_roster()
    with placemate.work() as (uow, _):
        people.link(uow.db, "telegram", "5", "5", "1", uow.now)
        people.change_person(uow.db, "1", consented_at=uow.now)
    return placemate


def requested(placemate: Installation, person_id: str) -> bool:
    with placemate.work() as (uow, _):
        placement = people.placement_of(uow.db, person_id)
    assert placement is not None
    return placement.requested_at is not None


def test_a_check_in_that_is_asked_for_is_left_for_the_running_program(reachable: Installation) -> None:
    result = reachable.call("checkin", "send", "--to", "1")
    assert (result.code, requested(reachable, "1")) == (0, True)


@pytest.mark.parametrize(
    ("columns", "why"),
    [
        ({"consented_at": None}, "has not agreed"),
        ({"stopped_at": datetime(2026, 1, 1, tzinfo=UTC)}, "has stopped"),
        ({"forgotten_at": datetime(2026, 1, 1, tzinfo=UTC)}, "asked to be forgotten"),
    ],
)
def test_whom_it_would_not_reach_is_said(reachable: Installation, columns: dict[str, object], why: str) -> None:
    with reachable.work() as (uow, _):
        people.change_person(uow.db, "1", **columns)
    result = reachable.call("checkin", "send", "--to", "1")
    assert (result.code, requested(reachable, "1")) == (1, False)
    assert why in result.err


def test_a_blocked_bot_and_a_student_who_never_wrote_are_told_apart(reachable: Installation) -> None:
    with reachable.work() as (uow, _):
        people.mark_unreachable(uow.db, "telegram", "5", uow.now)
    result = reachable.call("checkin", "send", "--to", "1", "--to", "2", "--to", "11")
    assert result.code == 1
    assert "1: not sent, she has blocked the bot" in result.err
    assert "2: not sent, she has not written yet" in result.err
    assert "11: not sent, she is not a student" in result.err


def test_one_who_cannot_be_reached_does_not_keep_it_from_the_others(reachable: Installation) -> None:
    assert reachable.call("checkin", "send", "--to", "2", "--to", "1").code == 1
    assert requested(reachable, "1")


def test_everybody_means_whoever_can_be_reached(reachable: Installation) -> None:
    result = reachable.call("checkin", "send", "--all")
    assert result.code == 0
    assert (requested(reachable, "1"), requested(reachable, "2")) == (True, False)


@pytest.mark.parametrize("arguments", [[], ["--all", "--to", "1"]])
def test_it_must_be_said_whom(reachable: Installation, arguments: list[str]) -> None:
    assert reachable.call("checkin", "send", *arguments).code == 2
