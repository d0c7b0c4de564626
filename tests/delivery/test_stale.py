"""What nobody asked for is not sent late: it waits for her next window, and is looked at again there."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.cases.hearing import Concern, hear
from bot.delivery.fetching import Letter, fetch
from bot.facts.context import Context
from bot.intake.inbound import Inbound, Kind
from bot.intake.receive import receive
from bot.schedule.tick import tick
from flows.severity import Severity
from storage import conversations, outbox, people
from storage.conversations import Conversation
from storage.unit_of_work import UnitOfWork
from tests.intake.chatting import Chat
from tests.settable_clock import SettableClock

Work = Callable[[], AbstractContextManager[UnitOfWork]]

A_CONCERN = Concern("workload", Severity.ATTENTION, False, "checkin", (("flag", "Too much", "too_much"),))
DUE = datetime(2026, 12, 3, 14, 0, tzinfo=UTC)
"""A Thursday, 15:00 in Oslo, which is her hour."""


def asked(work: Work, clock: SettableClock) -> Chat:
    """A student whose check-in has just been put on its way; nothing has gone out."""
    chat = Chat(work, next_checkin_at=DUE)
    clock.moment = DUE
    with work() as uow:
        tick(uow, chat.house())
    return chat


def letters(work: Work, chat: Chat) -> list[Letter]:
    """What the lane would take now."""
    with work() as uow:
        return fetch(uow, chat.house().settings, "telegram", 50, list)


def talk(work: Work) -> Conversation:
    """Her check-in."""
    with work() as uow:
        found = conversations.latest(uow.db, "s1", "checkin")
    assert found is not None
    return found


def change(work: Work, **columns: Any) -> None:
    with work() as uow:
        people.change_person(uow.db, "s1", **columns)


def test_a_check_in_goes_out_within_two_hours(work: Work, clock: SettableClock) -> None:
    chat = asked(work, clock)
    clock.skip(hours=2)
    assert len(letters(work, chat)) == 1


def test_a_check_in_that_is_later_waits_for_her_hour_of_the_next_day(work: Work, clock: SettableClock) -> None:
    chat = asked(work, clock)
    clock.skip(hours=2, minutes=1)
    assert letters(work, chat) == []
    clock.moment = DUE + timedelta(days=1, minutes=-1)
    assert letters(work, chat) == []
    clock.moment = DUE + timedelta(days=1)
    assert len(letters(work, chat)) == 1


def test_her_time_to_answer_begins_when_it_reaches_her(work: Work, clock: SettableClock) -> None:
    chat = asked(work, clock)
    clock.skip(hours=3)
    letters(work, chat)
    assert talk(work).expires_at == DUE + timedelta(days=6)
    assert talk(work).remind_at == DUE + timedelta(days=2)


def test_in_the_window_she_is_looked_at_again(work: Work, clock: SettableClock) -> None:
    chat = asked(work, clock)
    clock.skip(hours=3)
    letters(work, chat)
    change(work, paused_until=DUE.date() + timedelta(days=2))
    clock.moment = DUE + timedelta(days=1)
    assert letters(work, chat) == []


def test_what_she_has_answered_meanwhile_is_not_sent_any_more(work: Work, clock: SettableClock) -> None:
    chat = asked(work, clock)
    with work() as uow:
        receive(uow, chat.house(), Inbound("telegram", "late", Kind.TEXT, "500", "500", text="skip this one"))
    clock.skip(hours=3)
    letters(work, chat)
    clock.moment = DUE + timedelta(days=1)
    with work() as uow:
        waiting = outbox.waiting(uow.db, "telegram", uow.now, 50)
        assert all(row.priority < outbox.Priority.PROMPT for row in waiting)


def test_a_late_reminder_goes_back_to_the_schedule(work: Work, clock: SettableClock) -> None:
    chat = asked(work, clock)
    chat.deliver()
    clock.moment = DUE + timedelta(days=1)
    with work() as uow:
        tick(uow, chat.house())
    clock.skip(hours=3)
    assert letters(work, chat) == []
    assert talk(work).reminders == 0
    assert talk(work).remind_at == DUE + timedelta(days=2)


def test_news_of_a_case_that_an_outage_held_up_does_not_wake_her(work: Work, clock: SettableClock) -> None:
    clock.moment = datetime(2026, 12, 3, 18, 55, tzinfo=UTC)
    chat = Chat(work)
    with work() as uow:
        hear(Context(uow, chat.house().settings, chat.student(uow)), A_CONCERN)
    chat.deliver()
    chat.act("take", 1, by="UC1")
    with work() as uow:
        uow.db.execute(outbox.OUTBOX.update().values(status="pending"))
    clock.skip(hours=6)
    letters(work, chat)
    with work() as uow:
        hers = uow.db.execute(outbox.OUTBOX.select().where(outbox.OUTBOX.c.priority == outbox.Priority.CASE)).all()
    assert {row.not_before for row in hers if row.person_id} == {datetime(2026, 12, 4, 7, 0, tzinfo=UTC)}


def test_a_check_in_does_not_come_between_her_and_the_question_she_is_at(work: Work, clock: SettableClock) -> None:
    clock.moment = DUE - timedelta(minutes=5)
    chat = Chat(work, next_checkin_at=DUE)
    chat.say("problem")
    clock.moment = DUE
    with work() as uow:
        tick(uow, chat.house())
        assert conversations.latest(uow.db, "s1", "checkin") is None
    clock.moment = DUE + timedelta(days=1)
    with work() as uow:
        tick(uow, chat.house())
    assert talk(work).opened_at == DUE + timedelta(days=1)
