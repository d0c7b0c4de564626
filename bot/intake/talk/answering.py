"""What she types or taps inside a conversation."""

import re
from collections.abc import Callable

from bot.cases.hearing import add_words
from bot.engine import turn
from bot.engine.understand import Control, Misread, Reading, Understood, understand
from bot.intake.talk import checkins, hearing, leading, opening, speaking
from bot.intake.talk.changing import asking, late
from bot.intake.talk.changing.walking import walked_on
from bot.intake.talk.involved import involved_in
from bot.intake.talk.keeping import Talk, load, save
from bot.intake.talk.reading import note_readings
from bot.intake.talk.session import Session
from bot.intake.triage import Triage
from bot.words.buttons import AnswerTap, ControlTap
from bot.words.language import translate
from flows.conditions import Value
from flows.severity import Severity
from flows.sharing import asks_for_a_number
from flows.steps import Kind, Question
from flows.vocabulary import subject_of
from storage import conversations
from storage.conversations import Conversation
from storage.outbox import Priority

TEXT_FORM = "text"
_CALL = "call"
_NUMBER = re.compile(r"\+?\d(?:[ ().-]{0,2}\d){6,14}")
"""Seven to fifteen digits, as E.164 has them at most, however they are grouped."""
_INPUTS: dict[str, turn.Input] = {"skip": turn.Answer(None), "back": turn.Back(), "done": turn.Done()}


Beside = Callable[[str, bool], bool]
"""Takes words that stand beside a question, and whether that came back after an emergency; False: nobody waits."""


def typed(session: Session, row: Conversation, text: str, beside: Beside) -> str | None:
    """Take typed words in the conversation at hand; gives a word that acts on the whole bot, if that is what it was.

    Words that are no answer go `beside`, to a person who holds the chat or to her emergency.
    """
    talk = load(session.context.uow, session.scripts, row)
    question = talk.script.flow.question(talk.progress.step)
    assert question is not None, "an open conversation waits on a question"
    there = speaking.as_offered(session, talk, question)
    reading = understand(talk.flow, there, text, session.context.local_now.date())
    if _stands_beside(talk, question, reading) and beside(text, talk.gentle):
        return None
    match reading:
        case Control(word):
            return _control(session, talk, word)
        case Understood(value):
            talk.refs |= {question.id: session.said} if session.said else {}
            answered(session, talk, question, value)
        case Misread(reason):
            if subject := subject_of(text):
                return subject
            if not _number_instead(session, talk, question, text):
                _misread(session, talk, question, reason, text)
    return None


def _stands_beside(talk: Talk, question: Question, reading: Reading) -> bool:
    if talk.flow == "urgent" or isinstance(reading, Control):
        return False
    return isinstance(reading, Misread) or (talk.gentle and question.kind is Kind.TEXT)


def answered(session: Session, talk: Talk, question: Question, value: Value) -> None:
    """Take an answer; words are screened first, so that the next words fit what was heard."""
    if question.kind is not Kind.TEXT:
        _take(session, talk, turn.Answer(value))
        return
    words = str(value)
    triage = hearing.screen(session, words)
    talk.hear(hearing.severity_of(triage, words, question.id) if talk.flow != "urgent" else triage.severity)
    note_readings(session, talk, question, words)
    if question.limit and len(words) > question.limit:
        session.post(session.notice("text.long_kept", limit=question.limit))
    if talk.flow != "urgent" or triage.severity is Severity.EMERGENCY:
        kept = involved_in(session, talk)
        mine = hearing.case_to_join(session, talk)
        case = hearing.words_heard(session, words, triage, talk.flow, step=question.id, involved=kept, joins=mine)
        if case is not None:
            talk.note_case(case.id)
            talk.told = question.id
    between = leading.comes_between(session, triage, talk.flow)
    if triage.severity is Severity.URGENT and talk.flow != "urgent":
        hearing.support(session, triage)
    _take(
        session, talk, turn.Answer(session.context.uow.seal(session.context.person, words)), quiet=between is not None
    )
    if between is not None:
        leading.come_between(session, between, triage)


def tapped_answer(session: Session, tap: AnswerTap) -> None:
    """A button of a question."""
    talk = _talk_of(session, tap.conversation, tap.step)
    question = talk.script.flow.question(tap.step) if talk else None
    if talk is None or question is None:
        _closed(session, tap)
        return
    value = _tapped_value(speaking.as_offered(session, talk, question), tap.option)
    if value is None:
        _closed(session, tap)
    elif question.kind is Kind.MANY:
        _take(session, talk, turn.Tick(tap.option))
    else:
        answered(session, talk, question, value)


def tapped_control(session: Session, tap: ControlTap) -> None:
    """Skip, back, later or done, under a question."""
    talk = _talk_of(session, tap.conversation, tap.step)
    if talk is None:
        _closed(session, tap)
    elif tap.word == "later":
        _later(session, talk)
    else:
        _take(session, talk, _INPUTS[tap.word])


def form_sent(session: Session, tap: AnswerTap, words: str) -> None:
    """Words from a private form that answers one question; when the question is closed they are not lost."""
    talk = _talk_of(session, tap.conversation, tap.step)
    question = talk.script.flow.question(tap.step) if talk else None
    if talk is None or question is None or question.kind is not Kind.TEXT:
        hearing.words_heard(session, words, hearing.screen(session, words), "message")
        _closed(session, tap)
    else:
        answered(session, talk, question, words)


def _talk_of(session: Session, conversation_id: int, step: str) -> Talk | None:
    """Her own talk that waits on this very step, made the one at hand; None when the button has gone stale.

    A check-in whose time was over opens again: late answers are welcome.
    """
    row = conversations.find_conversation(session.context.uow.db, conversation_id)
    if row is None or row.person_id != session.context.person.id or row.step != step:
        return None
    late = checkins.reopen_late(session, row)
    if row.status not in conversations.UNFINISHED:
        return None
    if late or row.status == "waiting":
        others = conversations.unfinished_of(session.context.uow.db, session.context.person.id)
        opening.rest([each for each in others if each.status == "open" and each.id != row.id], session, until=row.id)
    return load(session.context.uow, session.scripts, row)


def _tapped_value(question: Question, option: str) -> Value:
    if question.kind is Kind.SCALE:
        return int(option) if option.isdecimal() and question.lowest <= int(option) <= question.highest else None
    return option if any(option == known.id for known in question.options) else None


def _take(session: Session, talk: Talk, given: turn.Input, *, quiet: bool = False) -> None:
    """Take a turn; a quiet one is kept without asking on, because something graver comes first."""
    talk.gentle = False
    if talk.changes:
        asking.take(session, talk, given, quiet=quiet)
        return
    happened = walked_on(talk, turn.take_turn(talk.script, talk.progress, given, talk.facts))
    if quiet and not happened[0].ended:
        kept: list[turn.Effect] = [e for e in happened[1] if isinstance(e, turn.Answered | turn.FlagRaised)]
        happened = (happened[0], kept)
    opening.carry_on(session, talk, happened, alone=not quiet)


def _control(session: Session, talk: Talk, word: str) -> str | None:
    if word in _INPUTS:
        given = _INPUTS[word]
        question = talk.script.flow.question(talk.progress.step)
        if word == "done" and question is not None and question.kind is not Kind.MANY:
            session.post(session.notice("misread.not_a_list"))
        else:
            _take(session, talk, given)
        return None
    if word == "later":
        _later(session, talk)
        return None
    if word == "quit" and talk.changes:
        asking.leave(session, talk)
        return None
    if word == "quit":
        conversations.change(session.context.uow.db, talk.id, status="stopped", ended_at=session.context.now)
        still = "urgent.still_here" if talk.flow == "urgent" else "talk.stopped"
        session.post(session.notice(still), priority=Priority.EMERGENCY if talk.flow == "urgent" else None)
        opening.come_back(session, gently=opening.is_grave(talk))
        return None
    return word


def _later(session: Session, talk: Talk) -> None:
    if talk.changes:
        asking.leave(session, talk)
        return
    opening.rest([talk.row], session)
    session.toast = session.notice("question.saved_toast")
    session.post(session.notice("talk.saved"))


def _number_instead(session: Session, talk: Talk, question: Question, text: str) -> bool:
    """A number typed where she is asked how to reach her means: call me, on this one."""
    wanted = any(option.id == _CALL for option in question.options) and _NUMBER.search(text)
    if not wanted or hearing.screen(session, text).severity >= Severity.ATTENTION:
        return False
    happened = turn.take_turn(talk.script, talk.progress, turn.Answer(_CALL), talk.facts)
    asks = talk.script.flow.question(happened[0].step)
    if asks is not None and asks_for_a_number(asks.id):
        _take(session, talk, turn.Answer(_CALL), quiet=True)
        talk.unasked = asks.id
        answered(session, talk, asks, text)
        return True
    _take(session, talk, turn.Answer(_CALL))
    if case := hearing.case_of_talk(session, talk):
        add_words(session.context, case, "words", text, talk.flow)
    return True


def _misread(session: Session, talk: Talk, question: Question, reason: str, text: str) -> None:
    """It was no answer: it may be more important than one."""
    triage = hearing.screen(session, text)
    if talk.flow == "urgent":
        _still_here(session, talk, text, triage)
        return
    if heard_outside(session, triage, text, talk.flow):
        if triage.severity is not Severity.EMERGENCY:
            _heard_beside(session, talk, triage, text)
        return
    bounds = {
        "lowest": question.lowest, "highest": question.highest, "limit": question.limit,
        "low": translate(f"{talk.flow}.{question.id}.low", question.low, session.language),
        "high": translate(f"{talk.flow}.{question.id}.high", question.high, session.language),
    }  # fmt: skip
    lead = session.notice(f"misread.{reason}", **bounds)
    speaking.post_question(session, talk, turn.ask_again(talk.script, talk.progress, talk.facts), lead=lead)


def _heard_beside(session: Session, talk: Talk, triage: Triage, text: str) -> None:
    """A person will read it: the conversation about it comes between, or the question is asked again."""
    talk.hear(hearing.severity_of(triage, text))
    save(session.context.uow, talk)
    if not leading.open_fitting(session, triage, at_hand=talk.flow):
        speaking.post_question(session, talk, turn.ask_again(talk.script, talk.progress, talk.facts))


def _still_here(session: Session, talk: Talk, text: str, triage: Triage) -> None:
    """In a call for help no words are misunderstood: they go to the case, and the question can wait."""
    case = hearing.case_of_talk(session, talk)
    if triage.severity is Severity.EMERGENCY or case is None:
        hearing.words_heard(session, text, triage, talk.flow)
    else:
        add_words(session.context, case, "words", text, talk.flow)
    lead = session.notice("urgent.still_here")
    speaking.post_question(session, talk, turn.ask_again(talk.script, talk.progress, talk.facts), lead=lead)


def heard_outside(session: Session, triage: Triage, text: str, source: str) -> bool:
    """Words that answer no question: hear them, and answer at once when they are urgent. False: nothing was in them."""
    if hearing.words_heard(session, text, triage, source) is None:
        return False
    if triage.severity is Severity.EMERGENCY:
        leading.bring_help(session, triage)
    elif triage.severity is Severity.URGENT:
        hearing.support(session, triage)
    return True


def _closed(session: Session, tap: AnswerTap | ControlTap) -> None:
    """A button from another time, or the second tap of two: say so, and show where she is."""
    row = conversations.find_conversation(session.context.uow.db, tap.conversation)
    if row is not None and row.person_id == session.context.person.id:
        talk = load(session.context.uow, session.scripts, row)
        if _just_answered(talk, tap):
            session.toast = session.notice("question.twice_toast")
            return
        question = talk.script.flow.question(tap.step)
        value = _tapped_value(question, tap.option) if question and isinstance(tap, AnswerTap) else None
        if question is not None and value is not None and question.kind is not Kind.MANY:
            late.heard_late(session, talk, tap.step, value)
    session.toast = session.notice("question.closed_toast")
    open_rows = conversations.unfinished_of(session.context.uow.db, session.context.person.id)
    current = next((each for each in open_rows if each.status == "open"), None)
    if current is not None:
        opening.resume(session, current, lead=session.notice("question.closed"))
    else:
        session.show_menu = True


def _just_answered(talk: Talk, tap: AnswerTap | ControlTap) -> bool:
    """The same answer again: two taps in a row, or a tap that was delivered late."""
    answers = talk.progress.answers
    given = answers.get(tap.step)
    if isinstance(tap, ControlTap):
        return tap.step in answers and (tap.word == "done" or (tap.word == "skip" and given is None))
    return tap.step in answers and str(given) == tap.option
