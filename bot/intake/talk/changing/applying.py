"""Putting an answer in the place of another: history, flags, cases, what follows from it, and the rest of the talk."""

from dataclasses import replace

import orjson

from bot.cases.telling.student import reader_of
from bot.engine import turn
from bot.intake.talk import hearing, involved, opening
from bot.intake.talk.allowing import keep_what_she_allows
from bot.intake.talk.changing.after import act_on_change
from bot.intake.talk.changing.given import is_same
from bot.intake.talk.changing.in_cases import tell_cases
from bot.intake.talk.changing.walking import walked_again
from bot.intake.talk.keeping import Talk, save, save_answers
from bot.intake.talk.reading import note_readings
from bot.intake.talk.session import Session
from flows.conditions import Value
from flows.severity import Severity
from flows.steps import Flag, Kind, Question
from storage.answer_changes import AnswerChange, note_answer_change
from storage.conversations import UNFINISHED
from storage.outbox import Priority


def put(
    session: Session, talk: Talk, question: Question, value: Value, *, heard: tuple[int, ...] = (), quiet: bool = False
) -> None:
    """Put the new answer in the place of the old one, act on it, and tell her what became of both.

    `heard` are the row ids of cases that the new words were heard in already; `quiet` where something graver is said.
    """
    before = talk.progress.answers.get(question.id)
    if is_same(session, question, before, value):
        session.post(session.notice("answers.same"))
        return
    _note(session, talk, question, before, value)
    talk.progress = replace(talk.progress, answers={**talk.progress.answers, question.id: value})
    if question.kind is Kind.TEXT and value is not None:
        note_readings(session, talk, question, session.context.uow.open(session.context.person, str(value)))
    kept = tell_cases(session, talk, question, before, heard)
    for case in heard:
        talk.note_case(case)
    new = _raise_new(session, talk)
    involved.was_asked(session, talk, question)
    act_on_change(session, talk, turn.Answered(question, value), before)
    keep_what_she_allows(session, talk)
    save_answers(session.context.uow, talk)
    if quiet:
        _go_on_unseen(session, talk)
    else:
        readers = [session.notice("answers.stays", reader=reader_of(file)) for file in kept]
        session.post(" ".join((session.notice("answers.changed"), *dict.fromkeys(readers))))
        _go_on(session, talk, new)


def _go_on(session: Session, talk: Talk, new: list[Flag]) -> None:
    """A talk that is not over goes on from where the new answer leads; after the end, help is named at once."""
    if talk.row.status not in UNFINISHED:
        for flag in [flag for flag in new if flag.severity >= Severity.URGENT][:1]:
            card = "support.harm" if flag.topic == "safety" else "support.wellbeing"
            session.post(session.notice(card), priority=Priority.EMERGENCY)
        return
    happened = walked_again(talk)
    if talk.row.status == "waiting" and not happened[0].ended:
        talk.progress = happened[0]
        save(session.context.uow, talk, status="waiting")
        return
    opening.carry_on(session, talk, happened)


def _go_on_unseen(session: Session, talk: Talk) -> None:
    """Where the new answer leads is asked when she comes back to the talk."""
    progress, _ = walked_again(talk) if talk.row.status in UNFINISHED else (talk.progress, [])
    if not progress.ended:
        talk.progress = progress
        save(session.context.uow, talk, status=talk.row.status)


def _note(session: Session, talk: Talk, question: Question, before: Value, after: Value) -> None:
    change = AnswerChange(
        conversation_id=talk.id, person_id=session.context.person.id, step=question.id, at=session.context.now,
        before=orjson.dumps(before).decode(), after=orjson.dumps(after).decode(),
    )  # fmt: skip
    note_answer_change(session.context.uow.db, change)


def _raise_new(session: Session, talk: Talk) -> list[Flag]:
    """Every flag that is true now and was not raised before."""
    situation = talk.progress.seen_with(talk.facts)
    new = [flag for flag in talk.script.flags if flag.id not in talk.progress.flags and flag.when.holds(situation)]
    for flag in new:
        talk.hear(flag.severity, in_words=False)
        hearing.flag_raised(session, talk, flag)
    talk.progress = replace(talk.progress, flags=talk.progress.flags | {flag.id for flag in new})
    return new
