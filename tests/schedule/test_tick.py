"""What is due now."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.schedule.tick import tick, tidy
from flows.catalogue import CATALOGUE
from storage import people
from storage.conversations import all_of
from storage.followups import promise
from tests.conftest import Work
from tests.intake.chatting import Chat
from tests.settable_clock import SettableClock

DUE = datetime(2026, 12, 3, 14, 0, tzinfo=UTC)


@pytest.fixture
def chat(work: Work) -> Chat:
    return Chat(work, next_checkin_at=DUE)


def ticked(chat: Chat) -> list[str]:
    """One tick; gives what she reads."""
    before = len(chat.transcript)
    with chat.work() as uow:
        tick(uow, chat.house())
    chat.deliver()
    return chat.transcript[before:]


def due(chat: Chat) -> datetime | None:
    with chat.work() as uow:
        placement = people.placement_of(uow.db, "s1")
        assert placement is not None
        return placement.next_checkin_at


def test_nothing_is_sent_before_it_is_due(chat: Chat, clock: SettableClock) -> None:
    clock.moment = DUE - timedelta(seconds=1)
    assert ticked(chat) == []


def test_a_check_in_is_sent_once_and_the_next_one_planned(chat: Chat, clock: SettableClock) -> None:
    clock.moment = DUE
    assert "Two minutes for a check-in?" in ticked(chat)[0]
    assert ticked(chat) == []
    assert due(chat) == DUE + timedelta(days=14)


def test_late_at_night_it_waits_for_her_hour_of_the_next_day(chat: Chat, clock: SettableClock) -> None:
    for moment in (DUE.replace(hour=22), DUE.replace(day=4, hour=7), DUE.replace(day=4, hour=13, minute=59)):
        clock.moment = moment
        assert ticked(chat) == []
    clock.moment = DUE + timedelta(days=1)
    assert len(ticked(chat)) == 1
    assert due(chat) == DUE + timedelta(days=14)


def test_one_that_somebody_asked_for_is_sent_at_any_hour(chat: Chat, clock: SettableClock) -> None:
    clock.moment = datetime(2026, 12, 2, 2, 0, tzinfo=UTC)
    with chat.work() as uow:
        people.change_placement(uow.db, "s1", requested_at=uow.now)
    assert len(ticked(chat)) == 1
    assert due(chat) == DUE


def test_a_pause_skips_it_and_the_rhythm_goes_on(chat: Chat, clock: SettableClock) -> None:
    with chat.work() as uow:
        people.change_person(uow.db, "s1", paused_until=date(2026, 12, 3))
    clock.moment = DUE
    assert ticked(chat) == []
    assert due(chat) == DUE + timedelta(days=14)


@pytest.mark.parametrize("column", ["stopped_at", "forgotten_at"])
def test_nobody_who_stopped_is_asked(chat: Chat, clock: SettableClock, column: str) -> None:
    clock.moment = DUE
    with chat.work() as uow:
        people.change_person(uow.db, "s1", **{column: uow.now})
    assert ticked(chat) == []


def test_a_check_in_waits_behind_a_call_for_help(chat: Chat, clock: SettableClock) -> None:
    clock.moment = DUE - timedelta(hours=1)
    chat.say("urgent")
    clock.moment = DUE
    assert not any("check-in" in text for text in ticked(chat))


def test_later_asks_again_in_four_hours_without_moving_the_rhythm(chat: Chat, clock: SettableClock) -> None:
    clock.moment = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)
    chat.say("checkin", "Later")
    clock.skip(hours=3, minutes=59)
    assert ticked(chat) == []
    clock.skip(minutes=1)
    assert "Two minutes for a check-in?" in ticked(chat)[0]
    assert due(chat) == DUE


def test_an_unfinished_talk_expires_with_its_answers_kept(chat: Chat, clock: SettableClock) -> None:
    chat.say("checkin", "start", "4")
    clock.skip(days=6)
    ticked(chat)
    with chat.work() as uow:
        talk = all_of(uow.db, "s1")[0]
    assert (talk.status, '"mood":4' in talk.answers) == ("expired", True)


def test_what_was_promised_for_a_day_is_asked_then(chat: Chat, clock: SettableClock) -> None:
    with chat.work() as uow:
        promise(uow.db, "s1", "fixed_time", uow.now + timedelta(days=7))
    clock.skip(days=7, hours=-1)
    ticked(chat)
    clock.skip(hours=1)
    assert any("fixed time for your questions" in text for text in ticked(chat))
    assert not any("fixed time" in text for text in ticked(chat))


def test_tidying_keeps_what_is_new(chat: Chat, clock: SettableClock) -> None:
    event = chat.event("text", text="menu")  # type: ignore[arg-type]
    chat.receive(event)
    with chat.work() as uow:
        tidy(uow, chat.house())
    assert chat.receive(event).repeated
    clock.skip(days=4)
    with chat.work() as uow:
        tidy(uow, chat.house())
    assert not chat.receive(event).repeated


def test_every_conversation_that_may_be_promised_exists() -> None:
    assert "fixed_time" in {flow.id for flow in CATALOGUE}
