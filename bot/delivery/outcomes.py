"""What became of a letter, written down: sent, again later, never, or to somebody who left."""

from datetime import timedelta

from sqlalchemy import update

from bot.cases.delivery_trouble import news_arrived, notice_died
from bot.delivery.fetching import Letter
from bot.facts.context import Context
from bot.intake.receive import House
from bot.intake.talk import casework
from bot.intake.talk.news import tell_coordinator
from bot.intake.talk.session import Session
from storage import outbox, people
from storage.outbox import OUTBOX, Priority
from storage.posting import reachable_account
from storage.unit_of_work import UnitOfWork

MOST_ATTEMPTS = 60
LONGEST_WAIT = timedelta(minutes=5)
LONGEST_EMERGENCY_WAIT = timedelta(seconds=20)
LONGEST_FOR_A_PERSON = timedelta(minutes=1)
"""After an outage, whoever waits for an answer or for news of her case waits no longer than this."""


def sent(uow: UnitOfWork, house: House, lane: str, letters: list[tuple[Letter, str]]) -> None:
    """These went out; each with the platform's id of the message, or ""."""
    outbox.mark_sent(uow.db, [letter.row for letter, _ in letters], uow.now)
    outbox.remember_refs(uow.db, lane, {letter.key: ref for letter, ref in letters if letter.key and ref})
    if reached := {letter.case_id for letter, ref in letters if letter.case_id and letter.person_id and ref}:
        news_arrived(uow, house.settings, reached)


def wait_for(letter: Letter, asked: float) -> timedelta:
    """How long to wait before the next try: what the platform asked for, else twice as long each time."""
    longest = LONGEST_WAIT if letter.priority >= Priority.PROMPT else LONGEST_FOR_A_PERSON
    if letter.priority == Priority.EMERGENCY:
        longest = LONGEST_EMERGENCY_WAIT
    backed_off = min(timedelta(seconds=2 ** min(letter.attempts, 10)), longest)
    return max(timedelta(seconds=asked), backed_off) if asked else backed_off


def again(uow: UnitOfWork, house: House, letter: Letter, wait: timedelta, reason: str) -> None:
    """It did not go now. Only a prompt is given up in the end: what a person waits for is tried for ever."""
    if letter.attempts + 1 >= MOST_ATTEMPTS and letter.priority >= Priority.PROMPT:
        never(uow, house, letter, f"gave up: {reason}")
    else:
        outbox.put_off(uow.db, letter.row, uow.now + wait, reason)


def never(uow: UnitOfWork, house: House, letter: Letter, reason: str) -> None:
    """It will never go: kept as a dead letter; of a case's notice and of a prompt the coordinators are told."""
    outbox.give_up(uow.db, letter.row, reason)
    if letter.key and letter.person_id and letter.priority >= Priority.PROMPT:
        _prompt_died(uow, house, letter.person_id)
    if letter.case_id is not None and (row := outbox.find(uow.db, letter.row)):
        notice_died(uow, house.settings, row)


def _prompt_died(uow: UnitOfWork, house: House, person_id: str) -> None:
    """She was to be asked and was not: nobody may take that for silence. That she left is told by itself."""
    person = people.find_person(uow.db, person_id)
    if person is not None and reachable_account(uow, person_id) is not None:
        tell_coordinator(Context(uow, house.settings, person), "silence.undelivered")


def left(uow: UnitOfWork, house: House, lane: str, letter: Letter, reason: str) -> None:
    """She can no longer be reached in this chat: her other account is used if she has one, and a person is told."""
    person = people.find_person(uow.db, letter.person_id) if letter.person_id else None
    if person is None:
        never(uow, house, letter, reason)
        return
    casework.lost(Session(Context(uow, house.settings, person), house.scripts, None), lane, letter.chat)
    other = reachable_account(uow, person.id)
    if other is None or letter.edits or (letter.edits_key and not letter.key):
        never(uow, house, letter, reason)
        return
    moved = update(OUTBOX).where(OUTBOX.c.id == letter.row)
    uow.db.execute(moved.values(lane=other.platform, chat=other.chat, edits_key="", not_before=None))


def chat_moved(uow: UnitOfWork, lane: str, letter: Letter, chat: str) -> None:
    """The chat has a new id: everything for it goes there."""
    people.move_chat(uow.db, lane, letter.chat, chat)
    outbox.redirect(uow.db, lane, letter.chat, chat)
