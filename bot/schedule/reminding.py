"""Reminders of a check-in that is not finished: the question she is at, once more, and after the last no more."""

from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise

from bot.config import Settings
from bot.facts.context import Context
from bot.facts.placeholders import when
from bot.facts.planning.circumstances import Circumstances, circumstances
from bot.facts.windows import Importance, decide
from bot.intake.receive import House
from bot.intake.talk import opening
from bot.intake.talk.session import Session
from bot.schedule.prompting import count_contact
from bot.schedule.savepoint import alone
from storage import conversations
from storage.conversations import Conversation
from storage.due import students
from storage.outbox import Priority
from storage.posting import reachable_account
from storage.unit_of_work import UnitOfWork

AN_HOUR = timedelta(hours=1)
A_DAY = timedelta(days=1)
REMINDER = "reminder"
"""What a reminder is called among the contacts of a week."""


def remind_due(uow: UnitOfWork, house: House, most: int) -> int:
    """See to the reminders that are due, at most so many; gives how many there were.

    One that fails is put off by an hour, so that it holds nobody else up.
    """
    due = conversations.to_remind(uow.db, uow.now, most)
    if not due:
        return 0
    ids = {talk.person_id for talk in due}
    known = circumstances(uow, house.settings, students(uow.db, ids).values(), ids=ids)
    for talk in due:
        if talk.person_id not in known:
            conversations.put_reminder_off(uow.db, talk, None)
        elif not alone(uow, partial(_see_to, uow, house, talk, known[talk.person_id])):
            conversations.put_reminder_off(uow.db, talk, uow.now + AN_HOUR)
    return len(due)


def _see_to(uow: UnitOfWork, house: House, talk: Conversation, known: Circumstances) -> None:
    assert talk.remind_at is not None, "it was found by its reminder"
    moment = decide(known, uow.now, talk.remind_at, Importance.REMINDER).at
    if moment is not None and moment <= uow.now:
        moment = max(uow.now, _after_what_she_does(uow, talk, house.settings))
    if moment is None or (talk.expires_at is not None and moment >= talk.expires_at):
        conversations.put_reminder_off(uow.db, talk, None)
    elif moment > uow.now:
        conversations.put_reminder_off(uow.db, talk, moment)
    elif conversations.claim_reminder(uow.db, talk, _following(uow, house, talk)):
        _remind(uow, house, talk, known)


def _after_what_she_does(uow: UnitOfWork, talk: Conversation, settings: Settings) -> datetime:
    """Whoever is in the middle of it is not reminded of it before tomorrow; of something else, not for a while."""
    pace = min([AN_HOUR, *(timedelta(hours=later - earlier) for earlier, later in pairwise((0.0, *_hours(settings))))])
    unfinished = conversations.unfinished_of(uow.db, talk.person_id)
    others = [row.touched_at + pace for row in unfinished if row.status == "open" and row.id != talk.id]
    at_it = talk.touched_at > talk.opened_at and uow.now - talk.touched_at < pace
    return max([talk.touched_at + A_DAY if at_it else talk.touched_at, *others])


def _following(uow: UnitOfWork, house: House, talk: Conversation) -> datetime | None:
    """When the next one is due, if there is one: what an outage held up is not made up for by two at a time."""
    hours = _hours(house.settings)
    if talk.reminders + 1 >= len(hours):
        return None
    began = _reached_her_at(uow, house, talk)
    for earlier, later in pairwise(hours):
        due = began + timedelta(hours=later)
        if due > uow.now:
            return max(due, uow.now + timedelta(hours=later - earlier) / 2)
    return None


def _reached_her_at(uow: UnitOfWork, house: House, talk: Conversation) -> datetime:
    """When it was asked: later than it was opened, where the question had to wait; then its end was moved as well."""
    days = house.scripts.of_revision(uow, talk.revision).flow.expires_after_days
    return max(talk.opened_at, talk.expires_at - timedelta(days=days)) if talk.expires_at else talk.opened_at


def _hours(settings: Settings) -> tuple[float, ...]:
    return settings.schedule.reminder_hours


def _remind(uow: UnitOfWork, house: House, talk: Conversation, known: Circumstances) -> None:
    context = Context(uow, house.settings, known.person)
    session = Session(context, house.scripts, reachable_account(uow, known.person.id), priority=Priority.PROMPT)
    lead = session.notice("reminder.checkin", until=when(context, talk.expires_at or uow.now))
    opening.resume(session, talk, lead=lead)
    count_contact(uow, known, REMINDER)
