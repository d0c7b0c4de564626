"""When the self-assessment comes: after the start, in the middle, before the end, and fewer in a short placement."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.config import Settings
from bot.config.sections import Programme
from bot.facts.planning.milestones import next_assessment, next_questions, part_of
from storage.people import Placement

OSLO = ZoneInfo("Europe/Oslo")
SETTINGS = Settings(programme=Programme(name="Example Programme", timezone="Europe/Oslo", country="NO"))


def days(start: date | None, end: date | None) -> list[date]:
    placement, now, found = (
        Placement(person_id="s1", starts_on=start, ends_on=end),
        datetime(2026, 1, 1, tzinfo=UTC),
        [],
    )
    while (due := next_assessment(placement, OSLO, now, SETTINGS)) is not None:
        assert due.astimezone(OSLO).strftime("%H:%M") == "15:00"
        found.append(due.astimezone(OSLO).date())
        now = due
    return found


def test_a_whole_term_has_three() -> None:
    assert days(date(2026, 8, 24), date(2026, 12, 18)) == [date(2026, 9, 3), date(2026, 10, 21), date(2026, 12, 8)]


@pytest.mark.parametrize(("end", "how_many"), [(date(2026, 9, 20), 1), (date(2026, 10, 10), 2), (None, 1)])
def test_a_short_placement_has_fewer(end: date | None, how_many: int) -> None:
    assert len(days(date(2026, 8, 24), end)) == how_many


def test_without_dates_nothing_comes_by_itself() -> None:
    assert days(None, None) == []


@pytest.mark.parametrize(
    ("day", "part"), [(date(2026, 1, 1), 0), (date(2026, 2, 10), 1), (date(2026, 3, 20), 2), (date(2025, 12, 1), 0)]
)
def test_a_placement_has_three_parts(day: date, part: int) -> None:
    assert part_of(date(2026, 1, 1), date(2026, 3, 31), day) == part


def reminders(weekday: int | None, clock: str, *, since: datetime, weeks: int = 2) -> list[str]:
    placement = Placement(person_id="s1", question_weekday=weekday, question_clock=clock, ends_on=date(2026, 12, 18))
    found: list[str] = []
    for _ in range(weeks):
        due = next_questions(placement, OSLO, since, SETTINGS)
        if due is None:
            break
        found.append(due.astimezone(OSLO).strftime("%a %d %b %H:%M"))
        since = due
    return found


def test_a_reminder_comes_two_hours_before_her_time_for_questions_each_week() -> None:
    monday = datetime(2026, 10, 19, 6, 0, tzinfo=UTC)
    # The clocks are set back on 25 October: the hour on her clock stays.
    assert reminders(1, "14:00", since=monday) == ["Tue 20 Oct 12:00", "Tue 27 Oct 12:00"]


def test_a_reminder_is_never_in_quiet_hours_nor_after_the_time_has_begun() -> None:
    monday = datetime(2026, 10, 19, 6, 0, tzinfo=UTC)
    assert reminders(1, "09:00", since=monday, weeks=1) == ["Tue 20 Oct 08:00"]
    assert reminders(1, "08:00", since=monday, weeks=1) == []
    assert reminders(0, "09:00", since=datetime(2026, 10, 19, 6, 30, tzinfo=UTC), weeks=1) == ["Mon 26 Oct 08:00"]


def test_without_a_time_or_after_the_placement_nobody_is_reminded() -> None:
    assert reminders(None, "", since=datetime(2026, 10, 19, 6, 0, tzinfo=UTC)) == []
    assert reminders(4, "12:00", since=datetime(2026, 12, 18, 12, 0, tzinfo=UTC)) == []
