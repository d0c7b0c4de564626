"""May we write to her, and when?"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.config import Settings
from bot.config.rhythm import Schedule
from bot.facts.checkin_time import following_checkin, is_quiet
from bot.facts.holidays import holiday_on
from bot.facts.planning.circumstances import Circumstances
from bot.facts.windows import A_LONG_REPORT, APART, Importance, Verdict, decide
from storage.people import Person, Placement

OSLO = ZoneInfo("Europe/Oslo")
SETTINGS = Settings()
NOW = datetime(2026, 12, 1, 14, tzinfo=UTC)
"""A Tuesday, 15:00 in Oslo: her hour."""
ZONES = ("Europe/Oslo", "Africa/Johannesburg", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia")


def student(zone: str = "Europe/Oslo", country: str = "NO", **columns: Any) -> Circumstances:
    """A student who may be written to; `columns` are of the person, the placement or the circumstances."""
    named = {name: columns.pop(name) for name in list(columns) if name in Person.model_fields}
    placed = {name: columns.pop(name) for name in list(columns) if name in Placement.model_fields}
    return Circumstances(
        Person(**{"id": "s1", "name": "", "role": "student", "timezone": zone, "consented_at": NOW, **named}),
        Placement(person_id="s1", country=country, **placed),
        columns.pop("settings", SETTINGS), ZoneInfo(zone), **columns,
    )  # fmt: skip


def oslo(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=OSLO)  # type: ignore[arg-type,misc]  # the parts are a date's and a time's


def checkin(known: Circumstances, due: datetime, now: datetime | None = None) -> Verdict:
    return decide(known, now or due, due, Importance.CHECKIN)


def test_what_is_due_is_written_now() -> None:
    assert checkin(student(), NOW) == Verdict(NOW)


@pytest.mark.parametrize(
    ("columns", "why"),
    [
        ({"stopped_at": NOW}, "stopped"), ({"forgotten_at": NOW}, "stopped"), ({"consented_at": None}, "consent"),
        ({"reachable": False}, "no_account"), ({"ends_on": date(2026, 11, 30)}, "ended"),
    ],
)  # fmt: skip
def test_whom_nobody_writes_to(columns: dict[str, Any], why: str) -> None:
    assert checkin(student(**columns), NOW) == Verdict(None, why)


@pytest.mark.parametrize(
    ("columns", "why", "at"),
    [
        ({"away": ((date(2026, 11, 30), date(2026, 12, 4)),)}, "away", oslo(2026, 12, 5, 15)),
        ({"paused_until": date(2026, 12, 2)}, "paused", oslo(2026, 12, 3, 15)),
        ({"urgent_at": oslo(2026, 11, 30, 16)}, "rest", oslo(2026, 12, 3, 15)),
        ({"held_until": oslo(2026, 12, 1, 17)}, "held", oslo(2026, 12, 2, 15)),
        ({"calls_for_help": True}, "busy", oslo(2026, 12, 2, 15)),
        ({"confirmed": False}, "unconfirmed", oslo(2026, 12, 2, 15)),
        ({"starts_on": date(2026, 12, 3)}, "not_begun", oslo(2026, 12, 3, 15)),
    ],
)  # fmt: skip
def test_what_moves_a_check_in_moves_it_to_her_own_hour(columns: dict[str, Any], why: str, at: datetime) -> None:
    assert checkin(student(**columns), NOW) == Verdict(at, why)


def test_what_was_promised_does_not_pause_but_rests_after_a_report() -> None:
    known = student(paused_until=date(2026, 12, 9), confirmed=False)
    assert decide(known, NOW, NOW, Importance.PROMISE) == Verdict(NOW)
    assert decide(known, NOW, NOW, Importance.REMINDER).why == "paused"
    known.person.urgent_at = NOW - timedelta(hours=47)
    assert decide(known, NOW, NOW, Importance.PROMISE) == Verdict(oslo(2026, 12, 2, 15), "rest")
    known.person.urgent_at = NOW - timedelta(hours=48)
    assert decide(known, NOW, NOW, Importance.PROMISE) == Verdict(NOW)


def test_the_question_on_the_second_day_of_a_report_comes_then_and_another_report_puts_it_off() -> None:
    asked_after = student(urgent_at=NOW - timedelta(hours=47))
    assert decide(asked_after, NOW, NOW, Importance.FOLLOW_UP) == Verdict(NOW)
    reported_again = student(urgent_at=NOW - timedelta(hours=1))
    assert decide(reported_again, NOW, NOW, Importance.FOLLOW_UP).why == "rest"


def test_a_holiday_of_where_she_works_moves_it_to_the_next_working_day() -> None:
    friday = oslo(2026, 12, 25, 15)
    assert checkin(student(), friday) == Verdict(oslo(2026, 12, 28, 15), "holiday")
    assert checkin(student(weekday=6), friday) == Verdict(oslo(2026, 12, 27, 15), "holiday")
    assert checkin(student(country="ZA"), oslo(2027, 5, 17, 15)) == Verdict(oslo(2027, 5, 17, 15))


def test_where_the_placement_names_no_country_the_programme_s_holidays_count() -> None:
    programme = SETTINGS.programme.model_copy(update={"country": "NO"})
    known = student(country="", settings=SETTINGS.model_copy(update={"programme": programme}))
    assert checkin(known, oslo(2027, 5, 17, 15)) == Verdict(oslo(2027, 5, 18, 15), "holiday")


def test_less_than_two_hours_late_it_goes_now_and_later_at_her_next_hour() -> None:
    assert checkin(student(), NOW, NOW + timedelta(hours=2)).why == ""
    assert checkin(student(), NOW, NOW + timedelta(hours=2, seconds=1)) == Verdict(oslo(2026, 12, 2, 15), "late")
    # The next morning it waits for her hour of that day.
    assert checkin(student(), NOW, oslo(2026, 12, 2, 9)) == Verdict(oslo(2026, 12, 2, 15), "late")


def test_one_that_was_due_in_the_morning_does_not_come_at_another_hour_of_that_day() -> None:
    known = student(hour="09:00")
    assert checkin(known, oslo(2026, 12, 1, 9), NOW) == Verdict(oslo(2026, 12, 2, 9), "late")
    asked_for_then = oslo(2026, 12, 1, 10)
    assert checkin(student(), asked_for_then, oslo(2026, 12, 1, 13)) == Verdict(oslo(2026, 12, 2, 15), "late")


def test_the_last_contacts_of_a_week_are_for_what_matters_more() -> None:
    days = [NOW - timedelta(days=day) for day in (6, 4, 2, 1)]
    assert checkin(student(contacts=days[:3]), NOW).why == ""
    assert decide(student(contacts=days[:3]), NOW, NOW, Importance.REMINDER).why == "cap"
    assert decide(student(contacts=days[:2]), NOW, NOW, Importance.NUDGE).why == "cap"
    assert checkin(student(contacts=days), NOW) == Verdict(oslo(2026, 12, 2, 15), "cap")


def test_never_two_in_a_day_but_a_tip_makes_room_for_the_check_in() -> None:
    assert checkin(student(contacts=[NOW - timedelta(hours=3)]), NOW) == Verdict(oslo(2026, 12, 2, 15), "cap")
    coming = student(next_checkin_at=NOW + timedelta(hours=3))
    assert decide(coming, NOW, NOW, Importance.NUDGE).why == "cap"
    assert decide(coming, NOW, NOW, Importance.PROMISE).why == ""


def test_a_reminder_may_follow_as_soon_as_the_settings_say() -> None:
    soon = SETTINGS.model_copy(update={"schedule": Schedule(reminder_hours=(6,))})
    written = [NOW - timedelta(hours=6)]
    assert decide(student(contacts=written, settings=soon), NOW, NOW, Importance.REMINDER) == Verdict(NOW)
    assert decide(student(contacts=written), NOW, NOW, Importance.REMINDER).why == "cap"


def test_a_clock_that_was_wrong_holds_nobody_for_ever() -> None:
    ahead = NOW + timedelta(days=400)
    verdict = checkin(student(urgent_at=ahead, held_until=ahead), NOW)
    assert verdict.at is not None
    assert verdict.at <= NOW + timedelta(days=3)


moments = st.integers(0, 3 * 365 * 86_400).map(lambda s: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=s))


@st.composite
def students(draw: st.DrawFn) -> tuple[Circumstances, datetime, datetime]:
    """A student in any circumstances, the present, and when something was or will be due."""
    now = draw(moments)
    due = now + timedelta(minutes=draw(st.integers(-5 * 1440, 20 * 1440)))

    def near(days: int) -> st.SearchStrategy[date]:
        return st.integers(-days, days).map(lambda n: now.date() + timedelta(days=n))

    start = draw(st.none() | near(40))
    contacts = draw(st.lists(st.integers(0, 7 * 1440).map(lambda m: now - timedelta(minutes=m)), max_size=5))
    return student(
        draw(st.sampled_from(ZONES)), draw(st.sampled_from(("NO", "ZA", "US", "AU", "WS", "", "XX"))),
        weekday=draw(st.integers(0, 6)), hour=draw(st.times()).strftime("%H:%M"),
        rhythm_days=draw(st.sampled_from((14, 28))),
        starts_on=start, ends_on=draw(st.none() | near(40).filter(lambda day: start is None or day >= start)),
        away=tuple((first, first + timedelta(days=5)) for first in draw(st.lists(near(20), max_size=2))),
        paused_until=draw(st.none() | near(10)), contacts=contacts,
        urgent_at=draw(st.none() | st.integers(0, 72).map(lambda h: now - timedelta(hours=h))),
        held_until=draw(st.none() | st.integers(-5, 24).map(lambda h: now + timedelta(hours=h))),
        calls_for_help=draw(st.booleans()), confirmed=draw(st.booleans()),
    ), now, due  # fmt: skip


@given(students(), st.sampled_from(Importance))
@settings(max_examples=300)
def test_whatever_her_circumstances_the_moment_is_a_good_one(
    case: tuple[Circumstances, datetime, datetime], importance: Importance
) -> None:
    known, now, due = case
    verdict = decide(known, now, due, importance)
    assume(verdict.at is not None)
    assert verdict.at is not None
    local = verdict.at.astimezone(known.zone)
    placement = known.placement
    assert verdict.at >= max(now, due)
    assert not is_quiet(verdict.at, known.zone, SETTINGS)
    assert not holiday_on(known.country, local.date())
    assert not any(first <= local.date() <= last for first, last in known.away)
    assert placement.ends_on is None or local.date() <= placement.ends_on
    if importance is not Importance.MEETING:
        assert all(verdict.at - at >= APART for at in known.contacts)
        assert sum(at > verdict.at - timedelta(days=7) for at in known.contacts) < 4
    rest = timedelta(hours=48) - (A_LONG_REPORT if importance is Importance.FOLLOW_UP else timedelta())
    assert known.person.urgent_at is None or verdict.at - known.person.urgent_at >= rest
    if importance > Importance.PROMISE:
        assert placement.starts_on is None or local.date() >= placement.starts_on
        assert known.person.paused_until is None or local.date() > known.person.paused_until
    if verdict.why:
        hour = time.fromisoformat(placement.hour)
        assert local.time() in (hour, SETTINGS.programme.quiet_to)
    # It is a moment at which it may really be written, so that what is put off is not put off for ever.
    later = replace(known, calls_for_help=False, confirmed=True)
    assert decide(later, verdict.at, verdict.at, importance).at == verdict.at


@given(students())
def test_the_rhythm_goes_on_whatever_moves(case: tuple[Circumstances, datetime, datetime]) -> None:
    known, now, due = case
    known.placement.next_checkin_at = due
    following = following_checkin(known.placement, known.zone, now, SETTINGS)
    assume(following is not None)
    assert following is not None
    assert following > now
    days = (following.astimezone(known.zone).date() - due.astimezone(known.zone).date()).days
    assert days % known.placement.rhythm_days == 0


@given(students(), st.sampled_from(Importance))
@settings(max_examples=100)
def test_a_mentor_is_written_to_while_she_works_and_once_a_week(
    case: tuple[Circumstances, datetime, datetime], importance: Importance
) -> None:
    known, now, due = case
    known = replace(known, person=Person(**{**known.person.model_dump(), "role": "mentor"}))
    verdict = decide(known, now, due, importance)
    assume(verdict.at is not None)
    assert verdict.at is not None
    local, hours = verdict.at.astimezone(known.zone), SETTINGS.mentoring
    assert hours.opens <= local.time() < hours.closes
    assert local.weekday() < 5
    assert not holiday_on(known.country, local.date())
    if importance is not Importance.MEETING:
        assert not [at for at in known.contacts if at > verdict.at - timedelta(days=7)]
