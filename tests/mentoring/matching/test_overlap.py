"""Hours in common, on two clocks, around the days on which these change."""

from datetime import date
from typing import Any

import pytest

from bot.facts.mentoring.availability import hours_apart, read_window
from bot.mentoring.matching.overlap import common_minutes
from tests.mentoring.matching.pools import KOLKATA, MONDAY, NEW_YORK, OSLO, mentee, mentor, pool

BOTH_IN_SUMMER, AMERICA_LATE, ONLY_AMERICA = date(2026, 7, 6), date(2026, 10, 26), date(2026, 3, 9)


def minutes(hers: dict[str, Any], theirs: dict[str, Any], monday: date = MONDAY) -> float:
    return float(common_minutes(pool([mentee(**hers)], [mentor(**theirs)], monday))[0, 0])


def at(*windows: str) -> dict[str, Any]:
    return {"windows": tuple(map(read_window, windows))}


@pytest.mark.parametrize(
    ("monday", "hours"),
    [(MONDAY, 2), (BOTH_IN_SUMMER, 2), (AMERICA_LATE, 3), (ONLY_AMERICA, 3)],
)
def test_working_hours_of_oslo_and_new_york_meet_longer_while_only_one_has_changed(monday: date, hours: int) -> None:
    assert minutes({}, {"zone": NEW_YORK}, monday) == 5 * hours * 60


def test_india_keeps_its_clock_and_its_half_hour() -> None:
    assert minutes({}, {"zone": KOLKATA}, MONDAY) == 5 * (3 * 60 + 30)
    assert minutes({}, {"zone": KOLKATA}, BOTH_IN_SUMMER) == 5 * (4 * 60 + 30)
    assert minutes({"zone": NEW_YORK}, {"zone": KOLKATA}) == 0


def test_an_evening_meets_the_next_morning_elsewhere_and_sunday_meets_monday() -> None:
    assert minutes({"zone": NEW_YORK, **at("mon 21:00-22:00")}, {"zone": KOLKATA, **at("tue 07:30-08:30")}) == 60
    assert minutes({"zone": NEW_YORK, **at("sun 21:00-22:00")}, {"zone": KOLKATA, **at("mon 07:30-08:30")}) == 60


def test_half_an_hour_in_one_piece_is_needed() -> None:
    assert minutes(at("mon 09:00-10:00"), at("mon 09:30-11:00")) == 30
    assert minutes(at("mon 09:00-10:00"), at("mon 09:35-11:00")) == 0
    assert minutes(at("mon 09:00-10:00", "tue 09:00-09:15"), at("mon 09:45-11:00", "tue 09:00-10:00")) == 0


def test_until_midnight_is_a_window_and_an_hour_that_the_clock_leaves_out_is_none() -> None:
    assert minutes(at("sun 23:00-24:00"), at("sun 22:00-24:00")) == 60
    assert minutes(at("sun 02:00-03:00"), at("sun 00:00-06:00"), date(2026, 3, 23)) == 0


def test_clocks_are_at_most_twelve_hours_apart() -> None:
    assert hours_apart(OSLO, KOLKATA, MONDAY) == 4.5
    assert hours_apart(NEW_YORK, KOLKATA, MONDAY) == 10.5
    assert hours_apart(type(OSLO)("Pacific/Auckland"), NEW_YORK, MONDAY) == 6
