"""What the clock has to do about a pair: each thing once, in its order, and after an outage only the last of it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.mentoring.steps import due, following, passed, steps_of
from storage.meetings import Meeting
from storage.mentorships import Mentorship

NOW = datetime(2027, 1, 4, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def pair(state: str, **columns: Any) -> Mentorship:
    """A pair that came into this state just now."""
    return Mentorship(id=1, mentee_id="anna", mentor_id="mona", state=state, made_at=NOW, state_at=NOW, **columns)


def signed(**columns: Any) -> Mentorship:
    """A pair that has agreed just now."""
    return pair("agreed", mentee_signed_at=NOW, mentor_signed_at=NOW, **columns)


def done_by(one: Mentorship, days: float, meeting: Meeting | None = None, every: int = 28) -> list[str]:
    """What is to be done so many days later, where nobody has looked until then."""
    return [step.do for step in due(steps_of(one, meeting, every), frozenset(), NOW + days * DAY)]


@pytest.mark.parametrize(
    ("state", "days", "do"),
    [
        ("proposed", 6, []), ("proposed", 7, ["remind_to_review"]), ("proposed", 28, ["not_reviewed"]),
        ("approved", 9, []), ("approved", 10, ["remind_to_answer"]), ("approved", 21, ["not_answered"]),
        ("accepted", 13, []), ("accepted", 14, ["remind_to_sign"]), ("accepted", 21, ["not_signed"]),
        ("accepted", 42, ["never_signed"]), ("closing", 20, []), ("closing", 21, ["goodbye"]),
        ("closed", 400, []), ("rematched", 400, []),
    ],
)  # fmt: skip
def test_each_state_has_its_ladder(state: str, days: int, do: list[str]) -> None:
    assert done_by(pair(state), days) == do


@pytest.mark.parametrize(
    ("days", "do"),
    [
        (0, ["nudge"]), (34, ["nudge"]), (35, ["wanted"]), (56, ["quiet", "missed"]),
        (99, ["quiet", "missed"]),
    ],
)  # fmt: skip
def test_silence_climbs_and_after_an_outage_only_its_last_step_is_done(days: int, do: list[str]) -> None:
    assert sorted(done_by(signed(), days)) == sorted(do)


def test_what_was_done_or_left_out_is_not_done_again() -> None:
    coming = steps_of(signed(), None, 28)
    moment = NOW + 36 * DAY
    done = passed(coming, moment)
    assert due(coming, done, moment) == []
    assert following(coming, done, moment) == NOW + 56 * DAY


def test_who_wants_to_go_on_is_not_asked_at_once_again_but_two_missed_meetings_need_a_person() -> None:
    kept = signed(kept_at=NOW + 50 * DAY)
    assert done_by(kept, 57) == ["missed"]
    assert sorted(done_by(kept, 50 + 35)) == ["missed", "wanted"]


def test_a_booked_meeting_is_prepared_announced_and_asked_after() -> None:
    meeting = Meeting(id=3, mentorship_id=1, state="booked", starts_at=NOW + 5 * DAY, made_at=NOW)
    hour = 1 / 24
    for days, do in ((3.9, []), (4, ["prepare"]), (5 - hour / 5, ["soon"]), (5 + 3 * hour, ["happened"])):
        assert done_by(signed(), days, meeting) == do
    assert done_by(signed(), 10, meeting) == ["ask_the_mentor"]


def test_the_end_comes_on_its_day_and_the_look_back_in_the_middle() -> None:
    ending = signed(ends_on=(NOW + 100 * DAY).date(), met_at=NOW + 90 * DAY)
    assert done_by(ending, 92) == ["review"]
    assert set(done_by(ending, 93.1)) >= {"close"}


def test_nobody_is_let_go_who_was_not_warned() -> None:
    warned = signed(warned_at=NOW + 60 * DAY)
    assert "gone_quiet" not in done_by(warned, 80)
    assert "gone_quiet" in done_by(warned, 82)
