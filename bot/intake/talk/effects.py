"""Every side effect of a conversation, on one screen: past-tense events become rows."""

from typing import assert_never

from bot.cases.hearing import add_words
from bot.engine import turn
from bot.engine.turn import Answered, Asked, Effect, Ended, FlagRaised, Opened, Refused, Spoken, Ticked
from bot.intake.talk import consequences, hearing, involved, speaking
from bot.intake.talk.keeping import Talk, save
from bot.intake.talk.session import Session
from flows.blocks import TEAM_WHO
from flows.steps import Kind
from storage.outbox import Priority

TOLD_WHOLE = ("urgent", "human")
"""Conversations whose every answer belongs in the case."""


def enact(session: Session, talk: Talk, happened: turn.Turn) -> None:
    """Write down what a turn did: state, answers, case, outbox. What follows an ended conversation is `opening`'s.

    Urgent help goes out before everything else in her chat, so that the numbers stand above the receipt of the case.
    """
    talk.progress, effects = happened
    involved.speak_of(session, talk.cases)
    usual, session.priority = session.priority, Priority.EMERGENCY if talk.flow == "urgent" else session.priority
    for effect in effects:
        _enact_one(session, talk, effect)
    session.priority = usual
    save(session.context.uow, talk, status="done" if talk.progress.ended else "open")


def _enact_one(session: Session, talk: Talk, effect: Effect) -> None:
    match effect:
        case Spoken(say):
            speaking.post_say(session, talk, say)
        case Asked():
            speaking.post_question(session, talk, effect)
        case Answered():
            _answered(session, talk, effect)
        case Ticked(question, _):
            speaking.post_ticks(session, talk, question)
        case FlagRaised(flag):
            hearing.flag_raised(session, talk, flag)
        case Refused(question, reason):
            session.toast = session.notice(f"misread.{reason}", limit=question.limit)
            if not session.tapped:
                session.post(session.toast)
        case Opened() | Ended():
            pass  # what follows a conversation begins when everything in it has been said
        case _:
            assert_never(effect)


def _answered(session: Session, talk: Talk, effect: Answered) -> None:
    if talk.unasked != effect.question.id:
        speaking.post_chosen(session, talk, effect.question, effect.value)
    consequences.act_on(session, talk, effect)
    involved.was_asked(session, talk, effect.question)
    if (
        effect.value is None
        or talk.told == effect.question.id
        or not (talk.flow in TOLD_WHOLE or effect.question.kind is Kind.TEXT)
    ):
        return
    if case := hearing.case_of_talk(session, talk):
        told = hearing.question_and_answer(session, talk, effect.question)
        add_words(session.context, case, "answer", told, talk.flow, said=_her_words(session, effect))


def _her_words(session: Session, effect: Answered) -> str:
    """What she wrote herself; names in the question, and those she was asked for, are not said by her."""
    if effect.question.kind is not Kind.TEXT or effect.question.id == TEAM_WHO:
        return ""
    return session.context.uow.open(session.context.person, str(effect.value))
