"""A button of a question that is closed was pressed: what she says with it may be what a person must hear."""

from dataclasses import replace

from bot.intake.talk import hearing
from bot.intake.talk.changing.given import loaded
from bot.intake.talk.keeping import Talk, save_answers
from bot.intake.talk.session import Session
from flows.conditions import Situation, Test, Value, tests_in
from flows.steps import Flag


def heard_late(session: Session, talk: Talk, step: str, value: Value) -> None:
    """Raise the flags that this answer would raise; the answer that was given stands."""
    original = loaded(session, talk.changes) if talk.changes else talk
    if original is None:
        return
    talk = original
    said = {**talk.progress.answers, step: value}
    raised = _raised_by(talk, step, said)
    if not raised:
        return
    for flag in raised:
        hearing.flag_raised(session, replace(talk, progress=replace(talk.progress, answers=said)), flag)
    flags = talk.progress.flags | {flag.id for flag in raised}
    save_answers(session.context.uow, replace(talk, progress=replace(talk.progress, flags=flags)))


def _raised_by(talk: Talk, step: str, answers: dict[str, Value]) -> list[Flag]:
    """The flags that this answer would raise, and that nothing has raised before."""
    situation = Situation(answers, talk.facts, talk.progress.heard, talk.progress.said)
    return [
        flag
        for flag in talk.script.flags
        if flag.id not in talk.progress.flags
        and any(isinstance(test, Test) and test.name == step for test in tests_in(flag.when))
        and flag.when.holds(situation)
    ]
