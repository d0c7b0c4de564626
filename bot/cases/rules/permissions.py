"""Who may read a case and who may work on it: need to know, denied by default, asked again at every click.

Whoever a case is kept from may do nothing with it, whatever else would allow it.
"""

from enum import Enum

from bot.cases.rules.ladder import REMINDED
from bot.cases.rules.rota import on_call_for, rota
from bot.facts.context import Context
from bot.facts.duty.on_duty import STAFF
from flows.severity import Severity
from flows.sharing import HER_COORDINATOR_TOO
from storage.cases import Case
from storage.parties import parties_of
from storage.people import Person
from storage.sharing import sharing_of

__all__ = [
    "STAFF",
    "Access",
    "is_guardian",
    "is_kept_from",
    "is_staff",
    "may_hand_over",
    "may_read",
    "may_take",
    "may_work",
]


class Access(Enum):
    """Whether somebody may read what was said in a case."""

    AT_ONCE = "at once"
    WITH_REASON = "with a reason"
    NEVER = "never"


def is_staff(staff: Person, case: Case) -> bool:
    """Somebody who works on cases at all, and is not the student this one is about."""
    return staff.role in STAFF and staff.id != case.person_id


def is_kept_from(staff: Person, context: Context, case: Case) -> bool:
    """The case is about her, or she is named in it."""
    return staff.id in _kept(context, case)


def may_read(staff: Person, context: Context, case: Case) -> Access:
    """Restricted: safeguarding, the assignee, and her own coordinator where she says so.

    Others: her own coordinator too; the rest give a reason first.
    """
    kept = _kept(context, case)
    if not is_staff(staff, case) or staff.id in kept:
        return Access.NEVER
    if _has_it(staff, context, case, kept) or _is_guardian(staff, context, kept):
        return Access.AT_ONCE
    hers = _is_her_coordinator(staff, context, kept)
    if case.restricted:
        return Access.AT_ONCE if hers and _lets_her_coordinator_read(context, case) else Access.NEVER
    return Access.AT_ONCE if hers else Access.WITH_REASON


def may_take(staff: Person, context: Context, case: Case) -> bool:
    """Restricted cases: whoever may read them, and whoever is called for them. Others: all staff.

    The deputy and the lead are called in an emergency, when it has climbed, and where it is kept from somebody.
    """
    kept = _kept(context, case)
    if not is_staff(staff, case) or staff.id in kept:
        return False
    everyone_called = case.severity >= Severity.EMERGENCY or case.climbed > REMINDED or bool(kept)
    called = rota(context, kept) if everyone_called else on_call_for(context, kept)
    return not case.restricted or _reads_at_once(staff, context, case) or staff.id in {person.id for person in called}


def may_hand_over(staff: Person, context: Context, case: Case) -> bool:
    """Naming somebody for a restricted case lets her read it: safeguarding and the assignee may. Others: all staff."""
    if not is_staff(staff, case) or is_kept_from(staff, context, case):
        return False
    return not case.restricted or _reads_at_once(staff, context, case)


def may_work(staff: Person, context: Context, case: Case) -> bool:
    """Reply, resolve, reopen: whoever may read it without giving a reason."""
    return _reads_at_once(staff, context, case)


def _reads_at_once(staff: Person, context: Context, case: Case) -> bool:
    return may_read(staff, context, case) is Access.AT_ONCE


def _kept(context: Context, case: Case) -> frozenset[str]:
    return parties_of(context.uow.db, case.id) if case.id is not None else frozenset()


def is_guardian(staff: Person, context: Context, case: Case) -> bool:
    """Somebody of safeguarding, or who does its work, from whom this case is not kept."""
    kept = _kept(context, case)
    return is_staff(staff, case) and staff.id not in kept and _is_guardian(staff, context, kept)


def _is_her_coordinator(staff: Person, context: Context, kept: frozenset[str]) -> bool:
    own = context.on_duty(kept).coordinator
    return staff.id in {context.placement.coordinator_id, own.id if own else ""}


def _lets_her_coordinator_read(context: Context, case: Case) -> bool:
    """What she allows now, looked up at each click: she can take it back."""
    sharing = sharing_of(context.uow.db, case.id) if case.id is not None else None
    return sharing is not None and sharing.who in HER_COORDINATOR_TOO


def _has_it(staff: Person, context: Context, case: Case, kept: frozenset[str]) -> bool:
    """The assignee, or whoever stands in while she is on leave."""
    return staff.id == case.assignee_id or context.on_duty(kept).stands_in(staff, case.assignee_id)


def _is_guardian(staff: Person, context: Context, kept: frozenset[str]) -> bool:
    """Leave takes the work of safeguarding from nobody who does it all the same."""
    return staff.role == "safeguarding" or any(person.id == staff.id for person in context.on_duty(kept).guardians)
