"""A mentee on the list for a mentor: on it, off it, and with which wishes."""

from collections.abc import Mapping

from bot.engine.turn import Answered
from bot.intake.talk.keeping import Talk
from bot.intake.talk.mentoring.hubs import MENTEE, note_hours
from bot.intake.talk.session import Session
from bot.mentoring.pairs import withdraw
from storage.mentoring_profiles import change_profile
from storage.mentorships import mentorship_of

_TONGUES: Mapping[str, list[str]] = {"en": ["en"], "nb": ["nb"], "either": ["en", "nb"]}


def answered(session: Session, _talk: Talk, answered: Answered) -> None:
    """Each answer counts at once, so that a talk which is not finished leaves her where she said."""
    match (answered.question.id, answered.value):
        case ("find", "yes"):
            _note(session, waiting_since=session.context.now, opted_out=False)
        case ("place", "leave"):
            _note(session, waiting_since=None, opted_out=True)
            if pair := mentorship_of(session.context.uow.db, session.context.person.id):
                withdraw(session.context.uow, pair, "left_the_list")
        case ("topics", tuple(topics)):
            _note(session, topics=list(topics))
        case ("tongue", str(tongue)):
            _note(session, languages=_TONGUES[tongue])
        case ("prefers", tuple(wishes)):
            _note(session, prefers=[wish for wish in wishes if wish != "none"])
        case ("gender", str(gender)):
            _note(session, gender=gender)
        case _:
            note_hours(session, answered, MENTEE)


def _note(session: Session, **columns: object) -> None:
    change_profile(session.context.uow.db, session.context.person.id, MENTEE, **columns)
