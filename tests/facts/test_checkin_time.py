"""When the next check-in is."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import Settings
from bot.facts.checkin_time import after_quiet, first_checkin, following_checkin, is_quiet
from storage.people import Placement

OSLO = ZoneInfo("Europe/Oslo")
SETTINGS = Settings()
ZONES = ("Europe/Oslo", "Africa/Johannesburg", "America/New_York", "Pacific/Apia")


def placement(**columns: Any) -> Placement:
    return Placement(person_id="s1", **columns)


def test_the_first_is_on_her_day_and_hour_at_least_three_days_ahead() -> None:
    now = datetime(2026, 11, 25, 9, tzinfo=UTC)  # a Wednesday
    assert first_checkin(placement(), OSLO, now, SETTINGS) == datetime(2026, 12, 3, 14, tzinfo=UTC)


def test_the_first_waits_for_the_start() -> None:
    now = datetime(2026, 11, 25, 9, tzinfo=UTC)
    first = first_checkin(placement(starts_on=date(2027, 1, 11)), OSLO, now, SETTINGS)
    assert first == datetime(2027, 1, 14, 14, tzinfo=UTC)


@pytest.mark.parametrize("changes_on", [date(2026, 10, 25), date(2027, 3, 28)])
def test_her_hour_stays_her_hour_across_daylight_saving(changes_on: date) -> None:
    before = datetime.combine(changes_on, time(15), OSLO).astimezone(UTC).replace(hour=0)
    due = placement(
        next_checkin_at=datetime.combine(date.fromordinal(changes_on.toordinal() - 7), time(15), OSLO).astimezone(UTC)
    )
    following = following_checkin(due, OSLO, before, SETTINGS)
    assert following is not None
    assert following.astimezone(OSLO).time() == time(15)


def test_an_hour_that_is_skipped_is_the_one_after_it() -> None:
    night = SETTINGS.model_copy(
        update={"programme": SETTINGS.programme.model_copy(update={"quiet_from": time(0), "quiet_to": time(0)})}
    )
    due = placement(hour="02:30", next_checkin_at=datetime(2027, 3, 14, 1, 30, tzinfo=UTC))
    following = following_checkin(due, OSLO, datetime(2027, 3, 14, 2, tzinfo=UTC), night)
    assert following is not None
    assert following.astimezone(OSLO) == datetime(2027, 3, 28, 3, 30, tzinfo=OSLO)


def test_after_a_long_outage_only_one_is_due_and_the_rhythm_holds() -> None:
    due = placement(next_checkin_at=datetime(2026, 9, 3, 13, tzinfo=UTC))
    following = following_checkin(due, OSLO, datetime(2026, 11, 25, 9, tzinfo=UTC), SETTINGS)
    assert following == datetime(2026, 11, 26, 14, tzinfo=UTC)


def test_after_the_end_there_is_none() -> None:
    due = placement(next_checkin_at=datetime(2026, 11, 26, 14, tzinfo=UTC), ends_on=date(2026, 12, 9))
    assert following_checkin(due, OSLO, datetime(2026, 11, 27, tzinfo=UTC), SETTINGS) is None


@given(
    seconds=st.integers(0, 730 * 86_400), zone=st.sampled_from(ZONES),
    weekday=st.integers(0, 6), hour=st.times(), rhythm=st.sampled_from([14, 28]),
)  # fmt: skip
def test_it_never_falls_into_quiet_hours_and_always_lies_ahead(
    seconds: int, zone: str, weekday: int, hour: time, rhythm: int
) -> None:
    here, moment = ZoneInfo(zone), datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    hers = placement(weekday=weekday, hour=f"{hour:%H:%M}", rhythm_days=rhythm)
    first = first_checkin(hers, here, moment, SETTINGS)
    assert first is not None
    assert first > moment
    assert not is_quiet(first, here, SETTINGS)
    hers.next_checkin_at = first
    following = following_checkin(hers, here, first, SETTINGS)
    assert following is not None
    assert following > first
    assert not is_quiet(following, here, SETTINGS)
    assert not is_quiet(after_quiet(moment, here, SETTINGS), here, SETTINGS)
    assert after_quiet(moment, here, SETTINGS) >= moment
