"""Reports without a name: how long they are kept, and who leaves them alone."""

import pytest

from bot.cases.anonymous import thread_of
from bot.privacy.retention import delete_outlived, delete_outlived_reports
from bot.schedule.tick import tick, tidy
from storage import outbox, people, roster
from storage.anonymous import ANONYMOUS
from storage.cases import lines_of
from storage.outbox import OUTBOX
from tests.conftest import Work
from tests.intake.chatting import SETTINGS, Chat
from tests.intake.reporting import GUARDIAN, WORDS, more, report, the_case, thread
from tests.settable_clock import SettableClock


@pytest.fixture
def chat(work: Work) -> Chat:
    """A programme with a student, a coordinator and safeguarding."""
    return Chat(work)


def test_lists_of_people_and_everything_that_is_sent_by_the_clock_leave_it_alone(
    chat: Chat, clock: SettableClock
) -> None:
    report(chat)
    chat.act("take", 1, by=GUARDIAN)
    chat.act("resolve_as", 1, by=GUARDIAN, outcome="solved")
    with chat.work() as uow:
        assert set(roster.everybody(uow.db)) == {"s1", "c1", "g1"}
        assert set(roster.placements(uow.db)) == {"s1"}
        outbox.mark_sent(uow.db, list(range(1, 100)), uow.now)
    reported = the_case(chat).person_id
    for _ in range(10):
        clock.skip(days=1)
        with chat.work() as uow:
            tick(uow, chat.house())
            tidy(uow, chat.house())
    with chat.work() as uow:
        hers = OUTBOX.select().where(OUTBOX.c.person_id == reported, OUTBOX.c.status == "pending")
        assert uow.db.execute(hers).all() == []


def test_a_year_after_it_was_closed_words_key_and_code_are_gone(chat: Chat, clock: SettableClock) -> None:
    code = report(chat)
    clock.skip(days=400)
    with chat.work() as uow:
        assert delete_outlived_reports(uow) == 0  # an open one keeps everything
    chat.act("take", 1, by=GUARDIAN)
    chat.act("resolve_as", 1, by=GUARDIAN, outcome="solved")
    clock.skip(days=364)
    with chat.work() as uow:
        delete_outlived(uow, SETTINGS)
        assert delete_outlived_reports(uow) == 0
    assert [each.text for each in thread(chat, code).said] == [WORDS]
    clock.skip(days=2)
    with chat.work() as uow:
        assert delete_outlived_reports(uow) == 1
        assert delete_outlived_reports(uow) == 0
    with chat.work() as uow:
        assert thread_of(uow, SETTINGS, code, "en") is None
        assert lines_of(uow.db, [1]) == []
        (person,) = people.people_with_role(uow.db, ANONYMOUS)
        assert person.data_key is None
    assert not more(chat, code, "Is anybody there?")
