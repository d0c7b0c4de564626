"""Check-ins that are due: each is claimed before it is sent, put off or left out, so that none goes out twice."""

from datetime import timedelta
from functools import partial

from bot.facts.checkin_time import checkin_on
from bot.facts.planning.circumstances import Circumstances, circumstances
from bot.facts.planning.steps import checkin_step, requested_step
from bot.intake.receive import House
from bot.schedule.first_sends import ask_at_once
from bot.schedule.prompting import count_contact, prompt
from bot.schedule.savepoint import alone
from flows.cadence import CHECKIN
from storage.due import DueCheckin, due_checkins, put_off, settle
from storage.unit_of_work import UnitOfWork

AN_HOUR = timedelta(hours=1)


def ask_due(uow: UnitOfWork, house: House, most: int) -> int:
    """See to the check-ins that are due, at most so many; gives how many there were.

    One that fails is put off by an hour, so that it holds nobody else up.
    """
    due = due_checkins(uow.db, uow.now, most)
    if not due:
        return 0
    placed = [(each.person, each.placement) for each in due]
    known = circumstances(uow, house.settings, placed, ids=[each.person.id for each in due])
    for checkin in due:
        if not alone(uow, partial(_see_to, uow, house, checkin, known[checkin.person.id])):
            settle(uow.db, checkin, uow.now + AN_HOUR)
    ask_at_once(uow, house, {each.placement.cohort for each in due if not known[each.person.id].confirmed})
    return len(due)


def _see_to(uow: UnitOfWork, house: House, due: DueCheckin, known: Circumstances) -> None:
    step = requested_step(known, uow.now) if due.requested else checkin_step(known, uow.now)
    if step.until is not None:
        put_off(uow.db, due, step.until, step.following)
    elif settle(uow.db, due, step.following) and step.do == "send":
        today = uow.now.astimezone(known.zone).date()
        prompt(uow, house, known, checkin_on(today, known.person, known.placement), following=step.following)
        if not due.requested:
            count_contact(uow, known, CHECKIN)
