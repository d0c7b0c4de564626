"""Writing to a student of our own accord: the conversation opens, and the contact is counted."""

from datetime import datetime, timedelta

from bot.facts.about import About
from bot.facts.context import Context
from bot.facts.planning.circumstances import Circumstances
from bot.intake.receive import House
from bot.intake.talk import opening
from bot.intake.talk.session import Session
from flows.cadence import CHECKINS
from storage.contacts import note_contact
from storage.conversations import mark_prompted
from storage.outbox import Priority
from storage.posting import reachable_account
from storage.unit_of_work import UnitOfWork


def prompt(
    uow: UnitOfWork, house: House, known: Circumstances, flow: str, *, following: datetime | None = None, about: int = 0
) -> None:
    """Open a conversation that the clock begins. `following` is the next check-in, which its words may name.

    `about` is the case that it asks after, or the goal, or the mentorship.
    """
    context = Context(uow, house.settings, known.person)
    if flow in CHECKINS:
        context.placement.next_checkin_at = following
    session = Session(context, house.scripts, reachable_account(uow, known.person.id), priority=Priority.PROMPT)
    opening.open_talk(session, flow, about=About.of(house.scripts.about(flow), about))
    mark_prompted(uow.db, known.person.id, flow, uow.now, _first_reminder(uow, house, flow))


def count_contact(uow: UnitOfWork, known: Circumstances, flow: str) -> None:
    """She did not ask for this one: it counts."""
    note_contact(uow.db, known.person.id, flow, uow.now)
    known.contacts.append(uow.now)


def _first_reminder(uow: UnitOfWork, house: House, flow: str) -> datetime | None:
    hours = house.settings.schedule.reminder_hours
    return uow.now + timedelta(hours=hours[0]) if flow in CHECKINS and hours else None
