"""Telling people directly: her coordinator and safeguarding when it is urgent, and calling somebody in an emergency."""

from datetime import datetime

from bot.cases.case_file import CaseFile
from bot.cases.rules.deadlines import page_every
from bot.cases.rules.life_cycle import UNTAKEN
from bot.cases.telling.colleagues import call, due_for, responsible, tell
from flows.severity import Severity


def raise_alarm(file: CaseFile) -> set[str]:
    """Tell whom a case of this severity concerns, once; gives the roster ids of those who were told.

    Attention is told by the card alone. An emergency that nobody has is called until somebody takes it.
    """
    if file.case.severity < Severity.URGENT:
        return set()
    people = responsible(file)
    if file.case.severity >= Severity.EMERGENCY and file.case.state in UNTAKEN:
        file.change(paged=0)
        called = call(file, "page.emergency")
        file.change(paged=1, page_at=next_page(file))
        return called | {
            id_ for id_, staff in people.items() if id_ not in called and tell(file, staff, "page.emergency")
        }
    return {id_ for id_, staff in people.items() if tell(file, staff, "page.urgent", deadline=due_for(file, staff))}


def next_page(file: CaseFile) -> datetime | None:
    """When somebody is to be called next, if nobody takes the case until then; None where nobody is called."""
    every = page_every(file.context.settings)
    return file.uow.now + every if file.case.severity >= Severity.EMERGENCY else None
