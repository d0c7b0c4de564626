"""What was told is deleted when its time is over."""

from datetime import date, timedelta

import pytest

from bot.privacy.retention import delete_outlived
from storage import people
from storage.cases import change_case, lines_of
from storage.conversations import all_of
from tests.conftest import Work
from tests.intake.chatting import SETTINGS, Chat
from tests.settable_clock import SettableClock

ENDS = date(2026, 12, 20)


@pytest.fixture
def chat(work: Work) -> Chat:
    told = Chat(work, ends_on=ENDS)
    told.say("checkin", "start", "3", "about right", "yes", "4", "no", "quit")
    return told


def deleted(chat: Chat) -> int:
    with chat.work() as uow:
        return delete_outlived(uow, SETTINGS)


def closed(chat: Chat) -> None:
    with chat.work() as uow:
        change_case(uow.db, 1, state="resolved", resolved_at=uow.now)


def kept(chat: Chat) -> tuple[bool, bool, bool]:
    """Whether her key, her answers and the words of her case are kept."""
    with chat.work() as uow:
        person = people.find_person(uow.db, "s1")
        assert person is not None
        return person.data_key is not None, bool(all_of(uow.db, "s1")), bool(lines_of(uow.db, [1]))


def test_nothing_is_deleted_before_its_time(chat: Chat, clock: SettableClock) -> None:
    closed(chat)
    clock.skip(days=180)
    assert deleted(chat) == 0
    assert kept(chat) == (True, True, True)


def test_an_open_case_keeps_everything(chat: Chat, clock: SettableClock) -> None:
    clock.skip(days=400)
    assert deleted(chat) == 0
    assert kept(chat) == (True, True, True)


def test_a_safety_case_is_kept_for_a_year_after_it_was_closed(chat: Chat, clock: SettableClock) -> None:
    closed(chat)
    clock.skip(days=250)
    assert deleted(chat) == 0
    assert kept(chat) == (True, False, True)
    clock.moment += timedelta(days=150)
    assert deleted(chat) == 1
    assert kept(chat) == (False, False, False)
    assert deleted(chat) == 0
