"""Asking a question once more, with the answer that stands there now; what she says then is put in its place."""

from dataclasses import replace
from datetime import timedelta

from bot.engine import turn
from bot.engine.machine import ENDED
from bot.intake.talk import effects, opening, speaking
from bot.intake.talk.changing import applying
from bot.intake.talk.changing.given import loaded, question_of
from bot.intake.talk.keeping import Talk, load, save
from bot.intake.talk.session import Session
from flows.conditions import Value
from flows.steps import Kind, Question
from storage import conversations
from storage.answer_changes import CHANGING
from storage.conversations import Conversation

_OPEN_FOR = timedelta(days=1)
_JUST_NOW = timedelta(minutes=1)


def ask(session: Session, original: Talk, step: str) -> None:
    """Ask a question of a talk again; whatever was open waits, and comes back by itself."""
    question, uow = question_of(original, step), session.context.uow
    if question is None:
        session.post(session.notice("answers.too_late"))
        return
    rows = conversations.unfinished_of(uow.db, session.context.person.id)
    if any(_asks_the_same(session, row, original, step) for row in rows):
        session.toast = session.notice("question.twice_toast")
        return
    for row in rows:
        if row.flow == CHANGING and row.id is not None:
            conversations.change(uow.db, row.id, status="stopped", ended_at=uow.now)
    talk = _begin(session, original, question)
    others = [row for row in rows if row.status == "open" and row.flow != CHANGING]
    opening.rest(others, session, until=talk.id)
    answer = speaking.answer_text(session, talk, question, original.progress.answers[step])
    lead = "\n".join((session.notice("answers.now", answer=answer), session.notice("answers.ask")))
    speaking.post_question(session, talk, turn.Asked(question, 0, 0), lead=lead)
    save(uow, talk)


def take(session: Session, talk: Talk, given: turn.Input, *, quiet: bool = False) -> None:
    """What she says to a question that is asked again; quiet when something graver comes first."""
    if isinstance(given, turn.Back):
        leave(session, talk)
        return
    happened = turn.take_turn(talk.script, talk.progress, given, talk.facts)
    answered = next((effect for effect in happened[1] if isinstance(effect, turn.Answered)), None)
    if answered is None:
        effects.enact(session, talk, happened)
        return
    original = loaded(session, talk.changes)
    speaking.post_chosen(session, talk, answered.question, answered.value)
    _end(session, talk, {answered.question.id: answered.value})
    if original is None:
        session.post(session.notice("answers.too_late"))
        return
    original.refs |= talk.refs
    original.hear(talk.progress.heard)
    heard = tuple(case for case in talk.cases if case not in original.cases)
    applying.put(session, original, answered.question, answered.value, heard=heard, quiet=quiet)
    if not quiet:
        opening.go_back(session)


def leave(session: Session, talk: Talk) -> None:
    """She leaves the answer as it is."""
    question = talk.script.flow.question(talk.progress.step)
    original = loaded(session, talk.changes)
    if question is not None and original is not None:
        speaking.post_chosen(session, talk, question, original.progress.answers.get(question.id))
    _end(session, talk, {})
    session.toast = session.notice("answers.kept")
    session.post(session.toast)
    opening.go_back(session)


def _asks_the_same(session: Session, row: Conversation, original: Talk, step: str) -> bool:
    """The second tap of two: it is asked already."""
    if row.flow != CHANGING or row.status != "open" or row.step != step:
        return False
    lately = session.context.now - row.opened_at < _JUST_NOW
    return lately and load(session.context.uow, session.scripts, row).changes == original.id


def _begin(session: Session, original: Talk, question: Question) -> Talk:
    uow, now = session.context.uow, session.context.now
    row = Conversation(
        person_id=session.context.person.id, flow=CHANGING, revision=original.row.revision, step=question.id,
        language=session.language, opened_at=now, touched_at=now, expires_at=now + _OPEN_FOR,
    )  # fmt: skip
    row.id = conversations.start(uow.db, row)
    before = original.progress.answers[question.id]
    picks = before if question.kind is Kind.MANY and isinstance(before, tuple) else ()
    progress = turn.Progress(step=question.id, picks=picks)
    return Talk(row, original.script, progress, original.facts, original.cases, changes=original.id)


def _end(session: Session, talk: Talk, answers: dict[str, Value]) -> None:
    talk.progress = replace(talk.progress, step=ENDED, answers=answers, picks=())
    save(session.context.uow, talk, status="done")
