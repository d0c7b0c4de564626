"""Her silence is over: she wrote, tapped, answered the pulse or can be reached again."""

from bot.cases.case_file import CaseFile
from bot.cases.telling.card import log
from bot.facts.context import Context
from bot.intake.talk import hearing
from bot.intake.talk.keeping import Talk
from bot.intake.talk.session import Session
from flows.cadence import CHECKIN, CHECKINS
from flows.steps import Question
from storage import conversations, people
from storage.cases import lines_of, unresolved_of
from storage.contacts import withdraw_contact
from storage.followups import fulfil
from storage.outbox import was_posted

SILENCE = "silence"
"""The mark of a line in a case that says she did not answer."""
_MANY = 2


def heard_again(context: Context, missed: int) -> None:
    """She did something: the run of missed check-ins is over, and whoever looks after it is told."""
    people.change_placement(context.uow.db, context.person.id, missed=0)
    fulfil(context.uow.db, context.person.id, "pulse")
    if missed >= _MANY and (file := _case(context)):
        log(file, "log.heard_again")


def pulse_answered(session: Session, talk: Talk, question: Question, value: object) -> None:
    """Her one tap stands in the case about her silence."""
    if file := _case(session.context):
        file.add_line("answer", hearing.question_and_answer(session, talk, question), source=talk.flow)
        log(file, "log.pulse_fine" if value == "fine" and not file.case.restricted else "log.pulse_answered")


def came_back(context: Context) -> None:
    """A chat of hers takes messages again: a check-in that never reached her, or is due a reminder, is offered now.

    The clock does it, since it knows at which hour.
    """
    for talk in conversations.unfinished_of(context.uow.db, context.person.id):
        if not talk.prompted or talk.flow not in CHECKINS or talk.id is None:
            continue
        undelivered = not was_posted(context.uow.db, conversations.question_key(talk.id))
        if undelivered:  # what she never saw does not use up her week
            withdraw_contact(context.uow.db, context.person.id, CHECKIN, talk.opened_at)
        held_up = talk.remind_at is None and talk.reminders < len(context.settings.schedule.reminder_hours)
        if held_up or undelivered:
            conversations.change(context.uow.db, talk.id, remind_at=context.now)


def _case(context: Context) -> CaseFile | None:
    """Her unresolved case about her silence, the newest."""
    unresolved = unresolved_of(context.uow.db, context.person.id)
    about = {line.case_id for line in lines_of(context.uow.db, [case.id or 0 for case in unresolved])
             if line.marks == SILENCE}  # fmt: skip
    found = next((case for case in unresolved if case.id in about), None)
    return CaseFile(context, found) if found else None
