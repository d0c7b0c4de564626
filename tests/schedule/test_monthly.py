"""Whoever chose once a month gets the monthly check-in, and everything that goes with a check-in."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.facts.checkin_time import checkin_on
from bot.facts.planning.preview import gather, play
from bot.words.outgoing import Message
from flows.cadence import CHECKIN, MONTHLY
from flows.severity import Severity
from storage.cases import cases_of
from storage.conversations import expire
from storage.followups import FOLLOW_UP
from storage.people import Person, Placement
from tests.intake.chatting import SETTINGS
from tests.schedule.calendar import DUE, Days, DaysOf

MONTH = timedelta(days=28)
BEGUN = date(2026, 10, 1)
ASKED = "Three minutes for your monthly check-in?"
CALM = ("start", "4", "about right", "yes", "4", "yes", "37", "no", "teamwork", "3", "no", "no")


@pytest.fixture
def days(days_of: DaysOf) -> Days:
    """Her placement began two months ago, and she is asked once a month."""
    return days_of(rhythm_days=28, starts_on=BEGUN)


@pytest.mark.parametrize(
    ("rhythm", "starts", "agreed", "day", "which"),
    [
        (28, BEGUN, BEGUN, date(2026, 10, 28), CHECKIN),
        (28, BEGUN, BEGUN, date(2026, 10, 29), MONTHLY),
        (30, BEGUN, BEGUN, date(2026, 12, 1), MONTHLY),
        (14, BEGUN, BEGUN, date(2026, 12, 1), CHECKIN),
        (28, None, date(2026, 11, 20), date(2026, 12, 1), CHECKIN),
        (28, None, date(2026, 11, 1), date(2026, 12, 1), MONTHLY),
    ],
)
def test_never_in_the_first_month_of_a_placement(
    rhythm: int, starts: date | None, agreed: date, day: date, which: str
) -> None:
    person = Person(id="s1", name="", role="student", consented_at=datetime.combine(agreed, time(12, tzinfo=UTC)))
    assert checkin_on(day, person, Placement(person_id="s1", rhythm_days=rhythm, starts_on=starts)) == which


def test_it_comes_instead_of_the_check_in_and_the_next_after_four_weeks(days: Days) -> None:
    (question,) = days.asked()
    assert ASKED in question
    assert days.talks(CHECKIN) == []
    assert days.talks(MONTHLY)[0].prompted
    assert "Thank you. Noted. Next check-in" in days.chat.say(*CALM)
    assert days.placement().next_checkin_at == DUE + MONTH


def test_in_the_first_month_it_is_the_check_in(days_of: DaysOf) -> None:
    (question,) = days_of(rhythm_days=28, starts_on=date(2026, 11, 20)).asked()
    assert "Two minutes for a check-in?" in question


def test_the_plan_says_which_it_will_be(days: Days) -> None:
    with days.chat.work() as uow:
        entries = [entry for entry, _ in play(gather(uow, SETTINGS, 40))]
    assert [(entry.what, entry.at) for entry in entries] == [(MONTHLY, DUE), (MONTHLY, DUE + MONTH)]


def test_whoever_does_not_answer_is_reminded_twice_and_it_is_missed(days: Days) -> None:
    read = [text for _, text in days.until(DUE + timedelta(days=6))]
    assert len([text for text in read if ASKED in text]) == 3
    assert days.placement().missed == 1
    told = [outgoing.text for outgoing in days.chat.desk if isinstance(outgoing, Message)]
    assert told == ["Student s1 has not answered the last check-in. There is nothing to do yet."]


def test_two_missed_after_a_low_mood_are_urgent(days: Days) -> None:
    days.asked()
    days.chat.say("start", "1", "stop")
    days.until(DUE + 2 * MONTH + timedelta(days=7))
    with days.chat.work() as uow:
        severe = {(case.severity, case.restricted) for case in cases_of(uow.db, "s1")}
    assert (Severity.URGENT, True) in severe


def test_a_late_answer_is_welcome(days: Days) -> None:
    days.asked()
    start, (talk,) = days.chat.buttons["Start"], days.talks(MONTHLY)
    with days.chat.work() as uow:
        expire(uow.db, talk, uow.now)
    assert "How have the last four weeks been?" in days.chat.press(start)
    assert days.talks(MONTHLY)[0].status == "open"


def test_later_asks_again_and_it_is_still_the_monthly_one(days: Days) -> None:
    days.asked()
    days.chat.say("Later")
    read = [text for _, text in days.live(days=1)]
    assert [ASKED in text for text in read] == [True]


def test_what_she_said_in_one_is_known_in_the_other(days: Days) -> None:
    days.chat.say("checkin", "stop")
    days.asked()
    days.chat.say("start", "4", "about right", "yes", "4", "yes", "37", "no", "teamwork", "3", "no", "no")
    days.at(DUE + MONTH)
    last = days.chat.say("start", "2", "about right", "yes", "5", "yes", "37", "no", "skip", "3", "skip", "no")
    assert "How the weeks were: lower than last month." in last
    assert "Knowing what is expected, and getting help: better than last month." in last
    assert "Plan one thing this week" in last
    with days.chat.work() as uow:
        (case,) = cases_of(uow.db, "s1")
    assert (case.topic, case.severity) == ("wellbeing", Severity.ATTENTION)


def test_the_command_opens_it_too_and_an_answer_of_it_can_be_changed(days: Days) -> None:
    assert ASKED in days.chat.say("checkin")
    days.chat.say("start", "4", "about right")
    assert "How have the last four weeks been? – 4" in days.chat.say("/answers")
    days.chat.say("/answers 1", "1")
    with days.chat.work() as uow:
        assert [case.topic for case in cases_of(uow.db, "s1")] == ["wellbeing"]


def test_a_pulse_comes_between_for_whoever_wants_it(days: Days) -> None:
    days.asked()
    days.chat.say(*CALM[:-1], "yes")
    with days.chat.work() as uow:
        (promised,) = list(uow.db.execute(FOLLOW_UP.select()))
    assert (promised.flow, promised.due_at) == ("halfway", DUE + timedelta(days=14))
    read = [text for _, text in days.live(days=15)]
    assert any("It is two weeks since your check-in. How are you?" in text for text in read)
    assert "Good to hear, Example." in days.chat.say("All fine")


def test_in_norwegian(days_of: DaysOf) -> None:
    days = days_of(rhythm_days=28, starts_on=BEGUN)
    days.chat.say("language", "Norsk bokmål")
    (question,) = days.asked()
    assert "Har du tre minutter til den månedlige statussjekken?" in question
    last = days.chat.say("start", "4", "passe", "ja", "4", "ja", "37", "nei", "samarbeid", "3", "nei", "nei")
    assert "To ting å prøve neste måned" in last
