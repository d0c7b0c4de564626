from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.rules.deadlines import after_working_time, next_open, respond_by
from flows.severity import Severity

OSLO = ZoneInfo("Europe/Oslo")
FIRST_DAY = datetime(2026, 1, 1)  # noqa: DTZ001 - hypothesis adds the zone
LAST_DAY = datetime(2027, 12, 31)  # noqa: DTZ001 - hypothesis adds the zone


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
    assert respond_by(severity, topic, restricted, now, OSLO) == deadline


def test_working_hours_follow_the_clock_on_the_wall_when_it_changes() -> None:
    friday_before_summer_time = datetime(2026, 3, 27, 15, tzinfo=OSLO)
    assert after_working_time(friday_before_summer_time, timedelta(hours=2), OSLO) == datetime(
        2026, 3, 30, 9, tzinfo=OSLO
    )


def test_the_office_opens_next() -> None:
    assert next_open(oslo(3, 8), OSLO) is None
    assert next_open(oslo(3, 15, 59), OSLO) is None
    assert next_open(oslo(3, 16), OSLO) == oslo(4, 8)
    assert next_open(oslo(3, 7, 59), OSLO) == oslo(3, 8)
    assert next_open(oslo(7, 12), OSLO) == oslo(9, 8)


@given(
    start=st.datetimes(FIRST_DAY, LAST_DAY, timezones=st.just(UTC)),
    first=st.timedeltas(timedelta(minutes=1), timedelta(hours=20)),
    then=st.timedeltas(timedelta(minutes=1), timedelta(hours=20)),
)
def test_working_time_adds_up_and_ends_within_working_hours(start: datetime, first: timedelta, then: timedelta) -> None:
    end = after_working_time(start, first + then, OSLO)
    assert end == after_working_time(after_working_time(start, first, OSLO), then, OSLO)
    local = end.astimezone(OSLO)
    assert local.weekday() < 5
    assert 8 <= local.hour + local.minute / 60 <= 16.01
