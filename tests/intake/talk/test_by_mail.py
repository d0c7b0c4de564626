"""Whoever no chat reaches is mailed how to come back: once a week at most, in her day, without a private word."""

import pytest

from bot.config.mail import Mail
from bot.facts.context import Context
from bot.intake.scripts import Scripts
from bot.intake.talk import casework
from bot.intake.talk.session import Session
from bot.words.outgoing import Message, unpack
from flows.catalogue import CATALOGUE
from storage.outbox import OUTBOX
from storage.people import change_person, link, seen
from tests.intake.chatting import SETTINGS, Chat, Work
from tests.settable_clock import SettableClock

MAILING = SETTINGS.model_copy(update={"mail": Mail.model_validate({"host": "h", "from": "bot@example.org"})})


class Leaving:
    """A student with a mail address whose chat stops taking messages."""

    def __init__(self, work: Work) -> None:
        self.chat, self.work = Chat(work), work
        self.change(email="s1@example.org")

    def change(self, **columns: object) -> None:
        with self.work() as uow:
            change_person(uow.db, "s1", **columns)

    def leaves(self, *, mailing: bool = True) -> None:
        with self.work() as uow:
            context = Context(uow, MAILING if mailing else SETTINGS, Chat.student(uow))
            casework.lost(Session(context, Scripts(CATALOGUE), None), "telegram", "500")

    def comes_back(self) -> None:
        with self.work() as uow:
            seen(uow.db, "telegram", "500", "500", uow.now)

    def mails(self) -> list[tuple[str, str, Message]]:
        """To whom, sealed for whom, and what."""
        with self.work() as uow:
            rows = uow.db.execute(OUTBOX.select().where(OUTBOX.c.lane == "mail").order_by(OUTBOX.c.id)).all()
            student = Chat.student(uow)
            found = [(row.chat, row.person_id, unpack(uow.open(student, row.packed))) for row in rows]
        return [(chat, whose, out) for chat, whose, out in found if isinstance(out, Message)]


@pytest.fixture
def leaving(work: Work) -> Leaving:
    return Leaving(work)


def test_she_is_told_how_to_come_back_and_whom_to_write_to(leaving: Leaving) -> None:
    leaving.leaves()
    ((address, sealed_for, mail),) = leaving.mails()
    assert (address, sealed_for) == ("s1@example.org", "s1")
    assert mail.subject == "I cannot reach you on Telegram"
    for words in ("on Telegram any more", "open our chat there", "Example Coordinator has been told"):
        assert words in mail.text


def test_the_coordinator_is_told_at_once_by_roster_id(leaving: Leaving) -> None:
    leaving.leaves()
    leaving.chat.deliver()
    told = [each.text for each in leaving.chat.desk if isinstance(each, Message)]
    assert any("Student s1 can no longer be reached on Telegram" in text for text in told)


def test_she_is_mailed_once_a_week_at_most(leaving: Leaving, clock: SettableClock) -> None:
    for _ in range(3):
        leaving.leaves()
        leaving.comes_back()
        clock.skip(days=2)
    assert len(leaving.mails()) == 1
    clock.skip(days=2)
    leaving.leaves()
    assert len(leaving.mails()) == 2


def test_at_night_it_waits_for_the_morning_unless_a_case_of_hers_is_urgent(
    leaving: Leaving, clock: SettableClock
) -> None:
    clock.skip(hours=13)
    leaving.leaves()
    with leaving.work() as uow:
        (row,) = uow.db.execute(OUTBOX.select().where(OUTBOX.c.lane == "mail")).all()
    assert row.not_before.isoformat() == "2026-12-02T07:00:00+00:00"
    clock.skip(days=8)
    leaving.comes_back()
    leaving.chat.say("my supervisor hit me yesterday")
    leaving.leaves()
    with leaving.work() as uow:
        rows = uow.db.execute(OUTBOX.select().where(OUTBOX.c.lane == "mail").order_by(OUTBOX.c.id)).all()
    assert rows[-1].not_before is None


@pytest.mark.parametrize("why", ["no mail", "no address", "stopped", "another chat"])
def test_nobody_is_mailed_who_need_not_or_must_not_be(leaving: Leaving, clock: SettableClock, why: str) -> None:
    if why == "no address":
        leaving.change(email="")
    if why == "stopped":
        leaving.change(stopped_at=clock.now())
    if why == "another chat":
        with leaving.work() as uow:
            link(uow.db, "slack", "US1", "D1", "s1", uow.now)
    leaving.leaves(mailing=why != "no mail")
    assert leaving.mails() == []


def test_she_is_mailed_in_her_own_language(leaving: Leaving) -> None:
    leaving.change(language="nb")
    leaving.leaves()
    ((_, _, mail),) = leaving.mails()
    assert mail.subject == "Jeg når deg ikke på Telegram"
