from datetime import datetime

import pytest

from flows.opening_hours import UnreadableHours, is_open, read_hours

MONDAY, SATURDAY, SUNDAY = 30, 5, 6


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of the week of Monday 30 November 2026."""
    return datetime(2026, 11 if day == MONDAY else 12, day, hour, minute)  # noqa: DTZ001 - the country's own clock


@pytest.mark.parametrize(
    ("hours", "moment", "expected"),
    [
        ("24/7", at(SUNDAY, 3), True),
        ("", at(MONDAY, 12), False),
        ("Mon-Fri 09:00-17:00", at(MONDAY, 9), True),
        ("Mon-Fri 09:00-17:00", at(MONDAY, 17), False),
        ("Mon-Fri 09:00-17:00", at(SATURDAY, 12), False),
        ("Mon-Fri 09:00-17:00, Sat 10:00-14:00", at(SATURDAY, 12), True),
        ("08:00-20:00", at(SUNDAY, 8), True),
        ("Sat 18:00-02:00", at(SUNDAY, 1, 59), True),
        ("Sat 18:00-02:00", at(SATURDAY, 1), False),
        ("Sat-Mon 10:00-12:00", at(MONDAY, 11), True),
        ("Sun 20:00-00:00", at(SUNDAY, 23), True),
    ],
)
def test_a_service_is_open_in_its_hours(hours: str, moment: datetime, expected: bool) -> None:
    assert is_open(hours, moment) is expected


@pytest.mark.parametrize("hours", ["always", "9-17", "Mon-Fri", "Mon-Fri 09:00-25:00", "Man-fre 09:00-17:00"])
def test_hours_that_cannot_be_read_are_refused_with_the_remedy(hours: str) -> None:
    with pytest.raises(UnreadableHours, match="Mon-Fri 09:00-17:00"):
        read_hours(hours)
