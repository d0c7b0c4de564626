"""Her fixed time for questions: put down, reminded of each week, and a person when it is dropped."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.facts.context import Context
from bot.intake.talk import opening
from bot.intake.talk.session import Session
from bot.schedule.tick import tick
from flows.question_time import questions_today
from storage import followups
from storage.cases import cases_of
from tests.flows.playing import play
from tests.intake.chatting import SETTINGS, Chat
from tests.settable_clock import SettableClock

MONDAY = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


def begin(chat: Chat) -> None:
    with chat.work() as uow:
        opening.open_talk(
            Session(Context(uow, SETTINGS, chat.student(uow)), chat.house().scripts, None), "question_time"
        )
    chat.deliver()


def promised(chat: Chat) -> list[datetime]:
    with chat.work() as uow:
        return [each.due_at for each in followups.due_until(uow.db, uow.now + timedelta(days=60))]


def tick_now(chat: Chat) -> list[str]:
    before = len(chat.transcript)
    with chat.work() as uow:
        tick(uow, chat.house())
    chat.deliver()
    return chat.transcript[before:]


def test_she_is_reminded_each_week_before_it_and_a_person_hears_when_it_is_dropped_twice(
    chat: Chat, clock: SettableClock
) -> None:
    clock.moment = MONDAY
    begin(chat)
    assert "I remind you shortly before it" in chat.say("wednesday", "13:00")
    clock.moment = datetime(2026, 12, 2, 10, 0, tzinfo=UTC)
    assert promised(chat) == [clock.moment]
    assert "Your time for questions is at 13:00 today." in "\n".join(tick_now(chat))
    chat.say("how do I book leave?")
    for answer in ("no", "no"):
        clock.skip(days=7)
        assert "Did the last one take place?" in "\n".join(tick_now(chat))
        chat.say(answer, "skip")
    with chat.work() as uow:
        (case,) = cases_of(uow.db, "s1")
    assert (case.topic, case.severity, case.restricted) == ("workload", 2, False)
    assert promised(chat) == [clock.moment + timedelta(days=7)]


def test_a_reminder_that_would_come_too_late_is_left_out_and_the_next_stands(chat: Chat, clock: SettableClock) -> None:
    clock.moment = MONDAY
    begin(chat)
    chat.say("wednesday", "13:00")
    clock.moment = datetime(2026, 12, 2, 13, 30, tzinfo=UTC)
    assert tick_now(chat) == []
    assert promised(chat) == [datetime(2026, 12, 9, 10, 0, tzinfo=UTC)]


@pytest.mark.parametrize("typed", [("no reminder",), ("skip", "skip")])
def test_without_a_day_nobody_is_reminded(chat: Chat, typed: tuple[str, ...]) -> None:
    begin(chat)
    chat.say(*typed[:1])
    assert promised(chat) == []


def test_in_norwegian(chat: Chat, clock: SettableClock) -> None:
    clock.moment = MONDAY
    chat.say("/language", "norsk bokmål")
    begin(chat)
    assert "Jeg minner deg på den" in chat.say("onsdag", "13.00")


def test_one_dropped_time_is_nobody_elses_business() -> None:
    assert play(questions_today, {"held": "no"}, question_time_known=True).flags == {}
    twice = play(questions_today, {"held": "no"}, question_time_known=True, question_time_dropped_before=True)
    assert (twice.flags, twice.said) == ({"question_time_dropped": "attention"}, ["closing_dropped"])
