"""A mentor begins: consent, how many mentees have room with her, what she helps with, and when."""

from bot.engine.turn import Answered
from bot.intake.talk.keeping import Talk
from bot.intake.talk.mentoring.hubs import note_hours
from bot.intake.talk.session import Session
from bot.mentoring.pairs import ask_again
from storage import consent, people
from storage.mentoring_profiles import change_profile


def answered(session: Session, talk: Talk, answered: Answered) -> None:
    """Write down what she said."""
    match (answered.question.id, answered.value):
        case ("consent", "agree"):
            _consented(session, talk)
        case ("capacity", int(room)):
            change_profile(session.context.uow.db, session.context.person.id, "mentor", capacity=room)
        case ("topics", tuple(topics)):
            change_profile(session.context.uow.db, session.context.person.id, "mentor", topics=list(topics))
        case _:
            note_hours(session, answered, "mentor")


def _consented(session: Session, talk: Talk) -> None:
    context = session.context
    platform = session.account.platform if session.account else ""
    consent.give(context.uow.db, context.person.id, talk.script.flow.revision, context.language, platform, context.now)
    people.change_person(context.uow.db, context.person.id, consented_at=context.now, stopped_at=None)
    context.person.consented_at, context.person.stopped_at = context.now, None
    ask_again(context)
