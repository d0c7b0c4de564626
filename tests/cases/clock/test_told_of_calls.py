"""While nobody takes an emergency she is told the truth of it: often at first, and after a day no more at night."""

from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from flows.severity import Severity
from tests.cases.clock.test_climbing import ladder
from tests.cases.office import TUESDAY

JOHANNESBURG = ZoneInfo("Africa/Johannesburg")
A_DAY = timedelta(days=1)


def told_at(days: int) -> list[datetime]:
    """When she was told, of an emergency that nobody takes for so many days."""
    office = ladder()
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    while office.now < TUESDAY + days * A_DAY:
        office.later(minutes=10)
        office.tick()
    rows = [each.row for each in office.posted() if each.row.chat == "900"]
    return [row.created_at.astimezone(JOHANNESBURG) for row in rows if row.created_at > TUESDAY]


def test_on_the_first_day_she_is_told_at_night_too_since_somebody_is_called_for_her() -> None:
    first = [moment for moment in told_at(1) if moment <= TUESDAY + A_DAY]
    assert [(moment - TUESDAY) // timedelta(minutes=10) for moment in first[:3]] == [1, 2, 3]
    assert any(moment.hour in (23, 0, 1, 2, 3) for moment in first)


def test_after_that_every_three_hours_in_the_daytime_and_never_at_night() -> None:
    later = [moment for moment in told_at(2) if moment > TUESDAY + A_DAY]
    assert later
    assert not [moment for moment in later if moment.hour < 8 or moment.hour >= 21]
    assert min(after - before for before, after in pairwise(later)) >= timedelta(hours=3)
