"""One tick: check-ins that are due, talks whose time is over, emergencies that nobody has taken."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from sqlalchemy.exc import DBAPIError

from bot import log
from bot.cases.paging import page_due
from bot.facts.checkin_time import after_quiet, following_checkin, is_quiet
from bot.facts.context import Context
from bot.intake.receive import House
from bot.intake.talk import opening
from bot.intake.talk.session import Session
from bot.privacy.forget import finish_forgetting
from bot.privacy.retention import delete_outlived
from storage import conversations, followups, inbox, outbox, people
from storage.due import DueCheckin, due_checkins, put_off, settle
from storage.followups import FollowUp
from storage.outbox import Priority
from storage.posting import reachable_account
from storage.unit_of_work import UnitOfWork

MOST_AT_ONCE = 25
"""More would hold the writer while people wait for replies; whoever ticks comes again at once while there is more."""
AN_HOUR = timedelta(hours=1)
KEEP_SEEN = timedelta(days=3)
"""Telegram keeps undelivered updates for a day, Slack repeats for about an hour."""
KEEP_SENT = timedelta(days=30)

_log = log.get_logger(__name__)


def page(uow: UnitOfWork, house: House) -> int:
    """Call people for emergencies that nobody has taken, before and apart from everything else; gives how many."""
    return page_due(uow, house.settings)


def tick(uow: UnitOfWork, house: House) -> int:
    """Do what is due now, at most `MOST_AT_ONCE` check-ins; gives how many there were: with as many, tick again.

    One that fails is put off by an hour, so that it holds nobody else up.
    """
    due = due_checkins(uow.db, uow.now, MOST_AT_ONCE)
    for checkin in due:
        if not _alone(uow, partial(_ask, uow, house, checkin)):
            settle(uow.db, checkin, uow.now + AN_HOUR)
    for followup in followups.due(uow.db, uow.now, MOST_AT_ONCE):
        if not _alone(uow, partial(_follow_up, uow, house, followup)):
            followups.put_off(uow.db, followup, uow.now + AN_HOUR)
    for talk in conversations.expired(uow.db, uow.now, MOST_AT_ONCE):
        assert talk.id is not None, "a conversation that was read has an id"
        conversations.change(uow.db, talk.id, status="expired", ended_at=uow.now)
    return len(due)


def tidy(uow: UnitOfWork, house: House) -> None:
    """Drop what nobody needs any more, and finish what had to wait."""
    inbox.forget_seen(uow.db, uow.now - KEEP_SEEN)
    outbox.drop_sent(uow.db, uow.now - KEEP_SENT)
    finish_forgetting(uow)
    delete_outlived(uow, house.settings)


def _alone(uow: UnitOfWork, work: Callable[[], None]) -> bool:
    """Do one person's work in a savepoint of its own; False when it failed and nothing of it was kept."""
    savepoint = uow.db.begin_nested()
    try:
        work()
    except DBAPIError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the others are waiting
        savepoint.rollback()
        _log.error("something that was due failed", error=type(error).__name__)
        return False
    savepoint.commit()
    return True


def _ask(uow: UnitOfWork, house: House, due: DueCheckin) -> None:
    """Send one check-in, or move it: out of quiet hours, past a pause, behind an open call for help."""
    context = Context(uow, house.settings, due.person)
    following = due.placement.next_checkin_at
    if following is not None and following <= uow.now:
        following = following_checkin(due.placement, context.zone, uow.now, house.settings)
    if not due.requested and is_quiet(uow.now, context.zone, house.settings):
        put_off(uow.db, due, after_quiet(uow.now, context.zone, house.settings), following)
        return
    settle(uow.db, due, following)
    context.placement.next_checkin_at = following
    account = reachable_account(uow, due.person.id)
    if account is None or _must_wait(context, due):
        return
    opening.open_talk(Session(context, house.scripts, account, priority=Priority.PROMPT), "checkin")


def _follow_up(uow: UnitOfWork, house: House, promised: FollowUp) -> None:
    """Open what was promised for today, outside quiet hours."""
    person = people.find_person(uow.db, promised.person_id)
    account = reachable_account(uow, promised.person_id)
    if person is None or account is None or person.stopped_at is not None or person.consented_at is None:
        followups.fulfil(uow.db, promised.person_id, promised.flow)
        return
    context = Context(uow, house.settings, person)
    if is_quiet(uow.now, context.zone, house.settings):
        until = after_quiet(uow.now, context.zone, house.settings)
        followups.put_off(uow.db, promised, until)
        return
    followups.fulfil(uow.db, person.id, promised.flow)
    opening.open_talk(Session(context, house.scripts, account, priority=Priority.PROMPT), promised.flow)


def _must_wait(context: Context, due: DueCheckin) -> bool:
    """Paused, stopped, never agreed, or in the middle of a call for help: this one is not sent."""
    person = due.person
    if person.consented_at is None or person.stopped_at is not None or person.forgotten_at is not None:
        return True
    if not due.requested and person.paused_until and context.local_now.date() <= person.paused_until:
        return True
    unfinished = conversations.unfinished_of(context.uow.db, person.id)
    return any(talk.flow == "urgent" and talk.status == "open" for talk in unfinished)
