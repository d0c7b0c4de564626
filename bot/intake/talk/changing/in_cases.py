"""A changed answer in the cases that the talk has made: where the old one was told, both stand from now on."""

from collections.abc import Iterator

from bot.cases.case_file import CaseFile
from bot.cases.hearing import add_words, change_answer
from bot.facts.placeholders import Placeholders
from bot.intake.talk import hearing
from bot.intake.talk.keeping import Talk
from bot.intake.talk.session import Session
from bot.intake.talk.speaking import about, answer_text
from bot.words.language import Trusted, fill, say, translate
from flows.conditions import Value, answer_in, tests_in
from flows.steps import Flag, Kind, Question
from storage.cases import lines_of


def tell_cases(
    session: Session, talk: Talk, question: Question, before: Value, heard: tuple[int, ...]
) -> list[CaseFile]:
    """Give the cases in which the old answer stands, now with the new one beside it.

    New words that none of them holds go to the talk's case as any answer does, unless they were `heard` in another.
    """
    context, language = session.context, session.context.team_language
    value = talk.progress.answers[question.id]
    then, now = (answer_text(session, talk, question, each, language) for each in (before, value))
    asked = fill(
        translate(f"{talk.flow}.{question.id}", question.text, language),
        Placeholders(context, about(session, talk)),
    )  # fmt: skip
    # The lines of a case are shown as they are, so nothing in them is escaped.
    body = say("line.changed", language, title=Trusted(asked), before=Trusted(then), answer=Trusted(now))
    hers = now if question.kind is Kind.TEXT and value is not None else ""
    told = set(_told_in(session, talk, question, asked, then))
    files = (change_answer(context, case, body, talk.flow, hers) for case in sorted(told))
    kept = [file for file in files if file is not None]
    case = hearing.case_of_talk(session, talk) if hers and not heard else None
    if case is not None and case.id not in told:
        whole = hearing.question_and_answer(session, talk, question)
        add_words(context, case, "answer", whole, talk.flow, said=hers)
    return kept


def _told_in(session: Session, talk: Talk, question: Question, asked: str, then: str) -> Iterator[int]:
    """The cases that the old answer raised or whose lines hold it."""
    uow, person = session.context.uow, session.context.person
    raised = {flag.id for flag in talk.script.flags if flag.id in talk.progress.flags and _looks_at(flag, question)}
    for line in lines_of(uow.db, talk.cases):
        if line.kind == "flag" and line.marks in raised:
            yield line.case_id
        elif line.kind in ("words", "answer") and then:
            body = uow.open(person, line.body)
            if then in body and (asked in body or question.kind is Kind.TEXT):
                yield line.case_id


def _looks_at(flag: Flag, question: Question) -> bool:
    """The flag depends on the answer to this question."""
    return any(answer_in(test) == question.id for test in tests_in(flag.when))
