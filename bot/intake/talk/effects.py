"""Every side effect of a conversation, on one screen: past-tense events become rows."""

from datetime import timedelta
from typing import assert_never

from bot.cases.hearing import add_words
from bot.engine import turn
from bot.engine.turn import Answered, Asked, Effect, Ended, FlagRaised, Opened, Refused, Spoken, Ticked
from bot.facts.about import About
from bot.facts.goals import set_in
from bot.intake.talk import consequences, hearing, involved, speaking
from bot.intake.talk.allowing import keep_what_she_allows
from bot.intake.talk.keeping import Talk, save
from bot.intake.talk.session import Session
from flows.blocks import TEAM_WHO
from flows.severity import Severity
from flows.steps import Kind
from storage.followups import promise


def enact(session: Session, talk: Talk, happened: turn.Turn) -> None:
    """Write down what a turn did: state, answers, case, outbox. What follows an ended conversation is `opening`'s.

    What urgent help says goes out before everything else in her chat, so that the numbers stand above the receipt of
    the case; what it asks comes after that.
    """
    talk.progress, effects = happened
    involved.speak_of(session, talk.cases)
    talk.told = talk.told or _told_by_a_flag(session, talk, effects)
    for effect in effects:
        _enact_one(session, talk, effect)
    keep_what_she_allows(session, talk)
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
        case Opened(conversation, days) if days:
            _promised(session, talk, conversation, days)
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
        or not (session.scripts.is_report(talk.flow) or effect.question.kind is Kind.TEXT)
    ):
        return
    if case := hearing.case_of_talk(session, talk):
        told = hearing.question_and_answer(session, talk, effect.question)
        add_words(session.context, case, "answer", told, talk.flow, said=_her_words(session, effect))


def _told_by_a_flag(session: Session, talk: Talk, effects: list[Effect]) -> str:
    """The step just answered, where a flag of a report tells the answer in its own line."""
    answered = next((effect.question.id for effect in effects if isinstance(effect, Answered)), "")
    flags = [effect.flag for effect in effects if isinstance(effect, FlagRaised)]
    telling = [flag for flag in flags if flag.severity >= Severity.ATTENTION]
    return answered if telling and session.scripts.is_report(talk.flow) else ""


def _promised(session: Session, talk: Talk, conversation: str, days: int) -> None:
    """Ask later; about the goal of this talk, or its case, or the one that this talk asks after."""
    due = session.context.now + timedelta(days=days)
    promise(
        session.context.uow.db, session.context.person.id, conversation, due,
        about=_spoken_of(session, talk, conversation),
    )  # fmt: skip


def _spoken_of(session: Session, talk: Talk, conversation: str) -> int:
    about = About.among(talk.facts)
    match session.scripts.about(conversation):
        case "goal":
            return set_in(talk.facts, talk.progress.answers) or 0
        case "mentorship":
            return about.mentorship
        case _:
            case = hearing.case_of_talk(session, talk)
            return (case.id if case else about.case) or 0


def _her_words(session: Session, effect: Answered) -> str:
    """What she wrote herself; names in the question, and those she was asked for, are not said by her."""
    if effect.question.kind is not Kind.TEXT or effect.question.id == TEAM_WHO:
        return ""
    return session.context.uow.open(session.context.person, str(effect.value))
