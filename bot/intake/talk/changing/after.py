"""What follows from a changed answer at once: language, schedule, goals, shared lifts."""

from bot.engine.turn import Answered
from bot.intake.talk import consequences, goals, lifts
from bot.intake.talk.keeping import Talk
from bot.intake.talk.session import Session
from flows.conditions import Value
from storage.followups import fulfil
from storage.goals import change_goal, goals_of


def act_on_change(session: Session, talk: Talk, answered: Answered, before: Value) -> None:
    """Do again what the first answer did, and take back what only that one meant."""
    uow, person = session.context.uow, session.context.person
    match (talk.flow, answered.question.id):
        case ("onboarding", "hopes"):
            _drop_drafts(session, before)
        case ("onboarding", "fixed_time"):
            fulfil(uow.db, person.id, "fixed_time")
        case ("lift_share", _):
            lifts.finished(session, talk)
            return
        case ("goals", _):
            goals.changed(session, talk)
            return
        case (
            ("onboarding", "language" | "rhythm" | "weekday" | "hour")
            | ("checkin" | "monthly", "goal")
            | ("conflict", "named")
            | (lifts.MATCH, "share")
        ):
            pass
        case _:
            return
    consequences.act_on(session, talk, answered)


def _drop_drafts(session: Session, before: Value) -> None:
    """Goals that were drafted from the old words and that nobody has looked at since."""
    uow, person = session.context.uow, session.context.person
    words = uow.open(person, str(before)) if before else ""
    for goal in goals_of(uow.db, person.id):
        if goal.id is not None and goal.state == "draft" and uow.open(person, goal.words) in words:
            change_goal(uow.db, goal.id, state="dropped")
