"""What comes by itself in a placement, put on her calendar: the self-assessment, and her time for questions."""

from datetime import datetime

from bot.facts.planning.milestones import FOLLOWING
from bot.intake.talk.keeping import Talk
from bot.intake.talk.session import Session
from flows.question_time import TODAY, WEEKDAYS
from storage import followups, people

_DAYS = tuple(WEEKDAYS)
NEVER = "never"


def plan_coming(session: Session) -> None:
    """All of it, from now on: she has just agreed, or begun again."""
    for flow in FOLLOWING:
        plan_next(session, flow, session.context.now)


def plan_next(session: Session, flow: str, since: datetime) -> datetime | None:
    """Put the next one after `since` on the calendar, in place of what stands there; gives when it comes."""
    context = session.context
    due = FOLLOWING[flow](context.placement, context.zone, since, context.settings)
    if due is None:
        followups.fulfil(context.uow.db, context.person.id, flow)
    else:
        followups.promise(context.uow.db, context.person.id, flow, due)
    return due


def note_question_time(session: Session, talk: Talk) -> None:
    """She has put her time for questions down, or wants no reminder."""
    day, clock = talk.progress.answers.get("weekday"), talk.progress.answers.get("clock")
    if day is None or (day != NEVER and clock is None):
        return
    columns = {"question_weekday": None, "question_clock": None} if day == NEVER else {
        "question_weekday": _DAYS.index(str(day)), "question_clock": str(clock),
    }  # fmt: skip
    context = session.context
    people.change_placement(context.uow.db, context.person.id, **columns)
    for name, value in columns.items():
        setattr(context.placement, name, value)
    plan_next(session, TODAY, context.now)
    session.post(session.notice("questions.off" if day == NEVER else "questions.noted"))
