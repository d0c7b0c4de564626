"""Whether a student was reached about her case: what the lane writes down, and what the clock notices."""

import pytest

from bot.cases.hearing import Concern, hear
from bot.delivery import outcomes
from bot.delivery.fetching import fetch
from bot.facts.context import Context
from bot.schedule.tick import page
from flows.severity import Severity
from storage.cases import find_case, mark_undelivered
from tests.intake.chatting import SETTINGS, Chat, Work
from tests.settable_clock import SettableClock


@pytest.fixture
def chat(work: Work) -> Chat:
    """A student whose case has just been opened; the receipt waits to be sent."""
    chat = Chat(work)
    with work() as uow:
        context = Context(uow, SETTINGS, Chat.student(uow))
        hear(context, Concern("wellbeing", Severity.ATTENTION, True, "message", (("words", "look", ""),)))
    return chat


def reached(chat: Chat) -> bool:
    with chat.work() as uow:
        case = find_case(uow.db, 1)
    assert case is not None
    return case.undelivered_at is None


@pytest.mark.parametrize(("ref", "arrived"), [("m1", True), ("", False)])
def test_what_stood_on_the_card_is_over_once_something_arrives(chat: Chat, ref: str, arrived: bool) -> None:
    with chat.work() as uow:
        mark_undelivered(uow.db, 1, uow.now)
        letters = [(letter, ref) for letter in fetch(uow, SETTINGS, "telegram", 9, list)]
        assert letters
        outcomes.sent(uow, Chat.house(), "telegram", letters)
    assert reached(chat) is arrived


def test_what_reaches_the_team_says_nothing_of_her(chat: Chat) -> None:
    with chat.work() as uow:
        mark_undelivered(uow.db, 1, uow.now)
        letters = [(letter, "m1") for letter in fetch(uow, SETTINGS, "slack", 99, list)]
        assert letters
        outcomes.sent(uow, Chat.house(), "slack", letters)
    assert not reached(chat)


def test_the_tick_notices_what_waits_for_ten_minutes(chat: Chat, clock: SettableClock) -> None:
    clock.skip(minutes=11)
    with chat.work() as uow:
        page(uow, Chat.house())
    assert not reached(chat)
