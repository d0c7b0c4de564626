"""A check-in from her side: planned, later, late, or before it was due."""

from datetime import timedelta

from bot.facts.checkin_time import after_quiet, checkin_on, first_checkin, following_checkin
from bot.facts.placeholders import when
from bot.facts.planning.steps import SOON
from bot.facts.windows import Importance, when_to_write
from bot.intake.talk.keeping import Talk
from bot.intake.talk.session import Session
from flows.cadence import CHECKIN, CHECKINS
from storage import conversations, people
from storage.contacts import withdraw_contact
from storage.conversations import Conversation

LATER = timedelta(hours=4)


def plan_first(session: Session) -> None:
    """Her first check-in from now on: she has just agreed, chosen its day, or begun again."""
    context, settling_in = session.context, timedelta(days=session.scripts.cadence.first_after_days)
    planned = first_checkin(
        context.placement, context.zone, context.now, context.settings, settling_in=settling_in
    )  # fmt: skip
    _change(session, next_checkin_at=planned)


def of_today(session: Session) -> str:
    """Which conversation a check-in is now: the one she has begun, else that of her rhythm."""
    context = session.context
    begun = (row.flow for row in conversations.unfinished_of(context.uow.db, context.person.id) if row.flow in CHECKINS)
    return next(begun, checkin_on(context.local_now.date(), context.person, context.placement))


def ask_later(session: Session, talk: Talk) -> None:
    """Ask again in four hours, or when she may be written to after that; she is told when that is another time."""
    context = session.context
    # What she put off herself does not use up her week.
    withdraw_contact(context.uow.db, context.person.id, CHECKIN, talk.row.opened_at)
    wished = after_quiet(context.now + LATER, context.zone, context.settings)
    verdict = when_to_write(context, wished, Importance.CHECKIN)
    _change(session, ask_again_at=verdict.at)
    if verdict.at is not None and verdict.at != wished:
        session.post(session.notice("checkin.later_at", when=when(context, verdict.at)))


def counts_as_next(session: Session) -> None:
    """She has begun one: what was due in the next days is this one, and does not come right after it."""
    context, placement = session.context, session.context.placement
    soon = context.now + SOON
    if placement.ask_again_at is not None and placement.ask_again_at <= soon:
        _change(session, ask_again_at=None)
    if placement.next_checkin_at is not None and placement.next_checkin_at <= soon:
        after = max(placement.next_checkin_at, context.now)
        _change(session, next_checkin_at=following_checkin(placement, context.zone, after, context.settings))


def reopen_late(session: Session, row: Conversation) -> bool:
    """Open her last check-in again, whose time was over; False when it is not that, or its words were recalled."""
    context = session.context
    if row.flow not in CHECKINS or row.status != "expired":
        return False
    last = conversations.latest(context.uow.db, context.person.id, CHECKINS)
    kept = conversations.find_script(context.uow.db, row.revision)
    if last is None or last.id != row.id or (kept is not None and kept.recalled_at):
        return False
    days = session.scripts.of_revision(context.uow, row.revision).flow.expires_after_days
    until = context.now + timedelta(days=days)
    if not conversations.reopen(context.uow.db, row, until):
        return False
    row.status, row.expires_at = "open", until
    session.post(session.notice("checkin.late_open", until=when(context, until)))
    return True


def _change(session: Session, **columns: object) -> None:
    placement = session.context.placement
    people.change_placement(session.context.uow.db, session.context.person.id, **columns)
    for name, value in columns.items():
        setattr(placement, name, value)
