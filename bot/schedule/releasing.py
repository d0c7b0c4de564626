"""Chats in which a person has fallen silent: the bot comes back, and says so."""

from datetime import timedelta
from functools import partial

from bot.cases.case_file import CaseFile
from bot.cases.rules.life_cycle import TAKEN, WAITING
from bot.cases.telling.card import log
from bot.cases.telling.holding import LONGEST, silence_of
from bot.facts.checkin_time import after_quiet
from bot.facts.context import Context
from bot.intake.receive import House
from bot.intake.talk.holding import say_back
from bot.intake.talk.session import Session
from bot.schedule.savepoint import alone
from storage import holding
from storage.cases import find_case
from storage.outbox import Priority
from storage.people import Person
from storage.posting import reachable_account
from storage.unit_of_work import UnitOfWork

MOST_AT_ONCE = 25
AN_HOUR = timedelta(hours=1)


def release_due(uow: UnitOfWork, house: House) -> int:
    """Let the chats go in which nobody has written for long enough; gives how many were looked at.

    In her quiet hours it waits for the morning, so that what she writes at night still goes to the person.
    """
    due = holding.over(uow.db, uow.now, LONGEST, MOST_AT_ONCE)
    for person in due:
        if not alone(uow, partial(_release, uow, house, person)):
            holding.claim(uow.db, person, uow.now + AN_HOUR)
    return len(due)


def _release(uow: UnitOfWork, house: House, person: Person) -> None:
    context = Context(uow, house.settings, person)
    set_back = person.held_until is not None and person.held_until > uow.now
    until = uow.now + LONGEST if set_back else after_quiet(uow.now, context.zone, house.settings)
    if until > uow.now:
        holding.claim(uow.db, person, until)
        return
    case = find_case(uow.db, person.held_case_id or 0)
    if not holding.claim(uow.db, person, None) or case is None or case.state not in (TAKEN, WAITING):
        return
    log(CaseFile(context, case), "log.hold_over_silence", count=int(silence_of(case).total_seconds() // 3600))
    account = reachable_account(uow, person.id)
    say_back(Session(context, house.scripts, account, priority=Priority.PROMPT), case)
