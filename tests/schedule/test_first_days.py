"""What comes once after a placement has begun: the first-week check, and her fixed time for questions in it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.facts.planning.first_days import FIRST_WEEK, NEW_COUNTRY, first_days
from flows.severity import Severity
from storage.cases import cases_of
from storage.followups import FOLLOW_UP
from storage.people import PERSON, Placement, change_placement
from tests.conftest import Work
from tests.intake.chatting import SETTINGS, Chat
from tests.schedule.calendar import Days
from tests.settable_clock import SettableClock

OSLO = ZoneInfo("Europe/Oslo")
AGREED = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
TO_THE_FIXED_TIME = ("hi", "English", "I agree", "Right", "yes", "paid", "skip", "skip")
ASKED = "Is a fixed time for your questions in the calendar now?"


def promised(chat: Chat) -> dict[str, datetime]:
    with chat.work() as uow:
        return {row.flow: row.due_at for row in uow.db.execute(FOLLOW_UP.select())}


def agreed(work: Work, fixed_time: str, **placement: Any) -> Chat:
    """She has agreed and has said whether there is a fixed time for questions; no check-in comes in between."""
    chat = Chat(work, consented=False, **placement)
    chat.say(*TO_THE_FIXED_TIME, fixed_time, "stop")
    with chat.work() as uow:
        change_placement(uow.db, "s1", next_checkin_at=uow.now + timedelta(days=60))
    return chat


@pytest.mark.parametrize(
    ("starts", "first_week", "new_country"),
    [
        (None, date(2026, 12, 7), date(2026, 12, 10)),
        (date(2026, 11, 2), date(2026, 12, 7), date(2026, 12, 10)),
        (date(2026, 12, 9), date(2026, 12, 15), date(2026, 12, 18)),
        (date(2026, 12, 11), date(2026, 12, 17), date(2026, 12, 21)),
        (date(2026, 12, 14), date(2026, 12, 21), date(2026, 12, 23)),
    ],
)
def test_they_count_from_the_start_or_from_when_she_agreed_and_fall_on_working_days(
    starts: date | None, first_week: date, new_country: date
) -> None:
    due = first_days(Placement(person_id="s1", starts_on=starts, hour="10:00"), OSLO, AGREED, SETTINGS)
    days = {flow: moment.astimezone(OSLO) for flow, moment in due.items()}
    assert (days[FIRST_WEEK].date(), days[NEW_COUNTRY].date()) == (first_week, new_country)
    assert {moment.hour for moment in days.values()} == {10}


def test_the_first_week_is_asked_about_once_and_with_it_the_fixed_time(work: Work, clock: SettableClock) -> None:
    chat = agreed(work, "not yet")
    assert "fixed_time" not in promised(chat)
    days = Days(chat, clock)
    read = [text for _, text in days.live(days=9)]
    assert len([text for text in read if "Do you know whom to ask when you need help?" in text]) == 1
    assert ASKED in chat.say("yes")
    chat.say("yes", "yes")
    later = [text for _, text in days.live(days=30)]
    assert not any(words in text for text in later for words in (ASKED, "Do you know whom to ask"))
    assert days.talks("fixed_time") == []


def test_whoever_has_a_fixed_time_is_not_asked_for_it_again(work: Work, clock: SettableClock) -> None:
    chat = agreed(work, "yes")
    Days(chat, clock).live(days=9)
    assert "good first two weeks" in chat.say("I am not sure")


def test_nobody_to_ask_is_a_case(work: Work, clock: SettableClock) -> None:
    chat = agreed(work, "yes")
    Days(chat, clock).live(days=9)
    chat.say("Det er ingen å spørre")
    with chat.work() as uow:
        (case,) = cases_of(uow.db, "s1")
    assert (case.topic, case.severity, case.restricted) == ("workload", Severity.ATTENTION, False)
    assert "Example Coordinator will read this by" in chat.say("yes")


def test_whoever_agrees_a_second_time_has_had_her_first_week(work: Work, clock: SettableClock) -> None:
    chat = agreed(work, "yes")
    Days(chat, clock).live(days=9)
    chat.say("yes", "yes")
    with chat.work() as uow:
        uow.db.execute(FOLLOW_UP.delete())
        uow.db.execute(PERSON.update().where(PERSON.c.id == "s1").values(consented_at=None))
    chat.say("/start", "English", "I agree", "Right", "yes", "paid", "skip", "skip", "not yet")
    assert FIRST_WEEK not in promised(chat)
    assert "fixed_time" in promised(chat)
