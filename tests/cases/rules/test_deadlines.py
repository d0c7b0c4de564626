from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.rules.deadlines import next_open, respond_by
from bot.cases.rules.working_time import working_time
from bot.config import Settings
from flows.severity import Severity

OSLO = ZoneInfo("Europe/Oslo")
FIRST_DAY = datetime(2026, 1, 1)  # noqa: DTZ001 - hypothesis adds the zone
LAST_DAY = datetime(2027, 12, 31)  # noqa: DTZ001 - hypothesis adds the zone


def office(**team: object) -> Settings:
    return Settings.model_validate({"programme": {"timezone": "Europe/Oslo"}, "team": team})


PLAIN = office()


def oslo(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment in March 2026; the 2nd is a Monday."""
    return datetime(2026, 3, day, hour, minute, tzinfo=OSLO)


@pytest.mark.parametrize(
    ("severity", "topic", "restricted", "now", "deadline"),
    [
        (Severity.EMERGENCY, "safety", True, oslo(7, 23), oslo(7, 23, 10)),
        (Severity.EMERGENCY, "workload", False, oslo(7, 23), oslo(7, 23, 10)),
        (Severity.URGENT, "safety", True, oslo(7, 23), oslo(8, 3)),
        (Severity.URGENT, "safety", False, oslo(7, 23), oslo(8, 3)),
        (Severity.URGENT, "wellbeing", True, oslo(7, 23), oslo(8, 3)),
        (Severity.URGENT, "wellbeing", False, oslo(7, 23), oslo(9, 12)),
        (Severity.URGENT, "practical", False, oslo(6, 15), oslo(9, 11)),
        (Severity.URGENT, "workload", False, oslo(3, 10), oslo(3, 14)),
        (Severity.ATTENTION, "safety", True, oslo(3, 10), oslo(5, 10)),
        (Severity.ATTENTION, "workload", False, oslo(6, 15), oslo(10, 15)),
        (Severity.ATTENTION, "workload", False, oslo(7, 12), oslo(10, 16)),
        (Severity.ATTENTION, "workload", False, oslo(2, 5), oslo(3, 16)),
        (Severity.ATTENTION, "workload", False, oslo(2, 16), oslo(4, 16)),
    ],
)
def test_a_person_must_act_by(
    severity: Severity, topic: str, restricted: bool, now: datetime, deadline: datetime
) -> None:
    assert respond_by(severity, topic, restricted, now, PLAIN) == deadline


def test_working_hours_follow_the_clock_on_the_wall_when_it_changes() -> None:
    friday_before_summer_time = datetime(2026, 3, 27, 15, tzinfo=OSLO)
    two_hours_later = datetime(2026, 3, 30, 9, tzinfo=OSLO)
    assert working_time(PLAIN).after(friday_before_summer_time, timedelta(hours=2)) == two_hours_later


def test_the_office_opens_next() -> None:
    assert next_open(oslo(3, 8), PLAIN) is None
    assert next_open(oslo(3, 15, 59), PLAIN) is None
    assert next_open(oslo(3, 16), PLAIN) == oslo(4, 8)
    assert next_open(oslo(3, 7, 59), PLAIN) == oslo(3, 8)
    assert next_open(oslo(7, 12), PLAIN) == oslo(9, 8)


@given(
    start=st.datetimes(FIRST_DAY, LAST_DAY, timezones=st.just(UTC)),
    first=st.timedeltas(timedelta(minutes=1), timedelta(hours=20)),
    then=st.timedeltas(timedelta(minutes=1), timedelta(hours=20)),
)
def test_working_time_adds_up_and_ends_within_working_hours(start: datetime, first: timedelta, then: timedelta) -> None:
    working = working_time(office(country="NO"))
    end = working.after(start, first + then)
    assert end == working.after(working.after(start, first), then)
    assert working.between(start, end) == first + then
    local = end.astimezone(OSLO)
    assert local.weekday() < 5
    assert 8 <= local.hour + local.minute / 60 <= 16.01


def test_nobody_works_on_a_public_holiday_of_the_teams_country_or_on_a_day_off() -> None:
    wednesday_before_easter = datetime(2026, 4, 1, 15, tzinfo=OSLO)
    after_easter = datetime(2026, 4, 7, 8, tzinfo=OSLO)
    assert next_open(wednesday_before_easter + timedelta(hours=1), office(country="NO")) == after_easter
    assert next_open(wednesday_before_easter + timedelta(hours=1), PLAIN) == datetime(2026, 4, 2, 8, tzinfo=OSLO)
    off = office(country="NO", closed_on=("2026-04-07",))
    assert next_open(after_easter, off) == after_easter + timedelta(days=1)
    assert respond_by(Severity.ATTENTION, "workload", False, wednesday_before_easter, office(country="NO")) == datetime(
        2026, 4, 8, 15, tzinfo=OSLO
    )


def test_the_programmes_country_counts_where_the_team_names_none() -> None:
    norway = Settings.model_validate({"programme": {"timezone": "Europe/Oslo", "country": "NO"}})
    assert next_open(datetime(2026, 5, 17, 9, tzinfo=OSLO), norway) == datetime(2026, 5, 18, 8, tzinfo=OSLO)
    constitution_day = datetime(2027, 5, 17, 9, tzinfo=OSLO)
    assert next_open(constitution_day, norway) == datetime(2027, 5, 18, 8, tzinfo=OSLO)


def test_hours_days_and_levels_are_the_teams_own() -> None:
    own = office(opens="10:00", closes="14:00", workdays=("saturday", "sunday"), attention_days=1, urgent_hours=2)
    assert respond_by(Severity.ATTENTION, "workload", False, oslo(6, 9), own) == oslo(7, 14)
    assert respond_by(Severity.URGENT, "workload", False, oslo(7, 13), own) == oslo(8, 11)
    assert respond_by(Severity.URGENT, "safety", True, oslo(6, 9), own) == oslo(6, 11)
    assert respond_by(Severity.EMERGENCY, "safety", True, oslo(6, 9), office(emergency_minutes=5)) == oslo(6, 9, 5)
