"""Putting an answer in the place of another: history, flags, cases, what follows from it, and the rest of the talk."""

from dataclasses import replace

import orjson

from bot.cases.case_file import CaseFile
from bot.cases.hearing import change_answer
from bot.cases.telling.student import reader_of
from bot.engine import turn
from bot.facts.placeholders import Placeholders
from bot.intake.talk import hearing, involved, opening
from bot.intake.talk.changing.after import act_on_change
from bot.intake.talk.changing.given import is_same
from bot.intake.talk.changing.walking import walked_again
from bot.intake.talk.keeping import Talk, save, save_answers
from bot.intake.talk.session import Session
from bot.intake.talk.speaking import about, answer_text
from bot.words.language import Trusted, fill, say, translate
from flows.conditions import Fell, Situation, Test, Value, tests_in
from flows.severity import Severity
from flows.steps import Flag, Kind, Question
from storage.answer_changes import AnswerChange, note_answer_change
from storage.cases import lines_of
from storage.conversations import UNFINISHED
from storage.outbox import Priority

_TOLD_WHOLE = ("urgent", "human")


def put(session: Session, talk: Talk, question: Question, value: Value) -> None:
    """Put the new answer in the place of the old one, act on it, and tell her what became of both."""
    before = talk.progress.answers.get(question.id)
    if is_same(session, question, before, value):
        session.post(session.notice("answers.same"))
        return
    _note(session, talk, question, before, value)
    raised_by_it = [flag for flag in talk.script.flags if flag.id in talk.progress.flags and _looks_at(flag, question)]
    talk.progress = replace(talk.progress, answers={**talk.progress.answers, question.id: value})
    kept = _tell_cases(session, talk, question, before, raised_by_it)
    new = _raise_new(session, talk)
    involved.was_asked(session, talk, question)
    act_on_change(session, talk, turn.Answered(question, value), before)
    save_answers(session.context.uow, talk)
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


def _note(session: Session, talk: Talk, question: Question, before: Value, after: Value) -> None:
    change = AnswerChange(
        conversation_id=talk.id, person_id=session.context.person.id, step=question.id, at=session.context.now,
        before=orjson.dumps(before).decode(), after=orjson.dumps(after).decode(),
    )  # fmt: skip
    note_answer_change(session.context.uow.db, change)


def _looks_at(flag: Flag, question: Question) -> bool:
    """The flag depends on the answer to this question."""
    looked_at = {test.name for test in tests_in(flag.when) if isinstance(test, Test) and test.source == "answer"}
    fell = {test.name for test in tests_in(flag.when) if isinstance(test, Fell)}
    return question.id in looked_at | fell


def _raise_new(session: Session, talk: Talk) -> list[Flag]:
    """Every flag that is true now and was not raised before."""
    situation = Situation(talk.progress.answers, talk.facts, talk.progress.heard)
    new = [flag for flag in talk.script.flags if flag.id not in talk.progress.flags and flag.when.holds(situation)]
    for flag in new:
        talk.hear(flag.severity)
        hearing.flag_raised(session, talk, flag)
    talk.progress = replace(talk.progress, flags=talk.progress.flags | {flag.id for flag in new})
    return new


def _tell_cases(session: Session, talk: Talk, question: Question, before: Value, raised: list[Flag]) -> list[CaseFile]:
    """Both answers stand in each case that the old one was told in; gives those cases."""
    uow, language = session.context.uow, session.context.team_language
    marks = {flag.id for flag in raised}
    cases = {line.case_id for line in lines_of(uow.db, talk.cases) if line.kind == "flag" and line.marks in marks}
    if question.kind is Kind.TEXT or talk.flow in _TOLD_WHOLE:
        told = hearing.case_of_talk(session, talk)
        cases |= {told.id} if told and told.id is not None else set()
    asked = fill(
        translate(f"{talk.flow}.{question.id}", question.text, language),
        Placeholders(session.context, about(session, talk)),
    )
    then, now = (
        answer_text(session, talk.flow, question, each, language)
        for each in (before, talk.progress.answers[question.id])
    )
    # The lines of a case are shown as they are, so nothing in them is escaped.
    body = say("line.changed", language, title=Trusted(asked), before=Trusted(then), answer=Trusted(now))
    hers = now if question.kind is Kind.TEXT else ""
    files = (change_answer(session.context, case, body, talk.flow, hers) for case in sorted(cases))
    return [file for file in files if file is not None]
