"""Who may read a case and who may work on it: need to know, denied by default, asked again at every click."""

from enum import Enum

from bot.cases.rules.rota import on_call_for, rota
from bot.facts.context import Context
from flows.severity import Severity
from storage.cases import Case
from storage.people import Person

STAFF = frozenset({"coordinator", "safeguarding", "lead"})


class Access(Enum):
    """Whether somebody may read what was said in a case."""

    AT_ONCE = "at once"
    WITH_REASON = "with a reason"
    NEVER = "never"


def is_staff(staff: Person, case: Case) -> bool:
    """Somebody who works on cases at all, and is not the student this one is about."""
    return staff.role in STAFF and staff.id != case.person_id


def may_read(staff: Person, context: Context, case: Case) -> Access:
    """Restricted: safeguarding and the assignee. Others: her own coordinator too; the rest give a reason first."""
    if not is_staff(staff, case):
        return Access.NEVER
    if staff.id == case.assignee_id or _is_safeguarding(staff, context):
        return Access.AT_ONCE
    if case.restricted:
        return Access.NEVER
    own = context.coordinator is not None and context.coordinator.id == staff.id
    return Access.AT_ONCE if own else Access.WITH_REASON


def may_take(staff: Person, context: Context, case: Case) -> bool:
    """Restricted cases: whoever may read them, and whoever is called for them. Others: all staff."""
    if not is_staff(staff, case):
        return False
    called = rota(context) if case.severity >= Severity.EMERGENCY else on_call_for(context)
    return not case.restricted or _reads_at_once(staff, context, case) or staff.id in {person.id for person in called}


def may_hand_over(staff: Person, context: Context, case: Case) -> bool:
    """Naming somebody for a restricted case lets her read it: safeguarding and the assignee may. Others: all staff."""
    return is_staff(staff, case) and (not case.restricted or _reads_at_once(staff, context, case))


def may_work(staff: Person, context: Context, case: Case) -> bool:
    """Reply, resolve, reopen: whoever may read it without giving a reason."""
    return _reads_at_once(staff, context, case)


def _reads_at_once(staff: Person, context: Context, case: Case) -> bool:
    return may_read(staff, context, case) is Access.AT_ONCE


def _is_safeguarding(staff: Person, context: Context) -> bool:
    return any(person.id == staff.id for person in context.safeguarding)
