"""The answers she may change: of talks in which something was said in the last two weeks."""

from collections.abc import Iterator
from datetime import timedelta

from bot.intake.talk.keeping import Talk, load
from bot.intake.talk.session import Session
from flows.steps import Kind, Question
from storage.answer_changes import CHANGING, touched_since
from storage.conversations import Conversation

HOW_LONG = timedelta(days=14)
_ACTED_ON_AT_THE_END = frozenset(
    {"language", "stopping", "exporting", "forgetting", "pausing", "absence", "still_ok", "pulse"}
)
"""Small talks that are done when they are over: whoever wants something else begins them again."""
_DECIDED = {"goals": frozenset({"which", "room", "room_how", "changed", "do", "know"})}
"""What was decided about a goal is a version of it by now: she decides anew with /goals."""


def recent(session: Session) -> list[Conversation]:
    """Her talks of the last two weeks whose answers may be changed, the newest first."""
    since = session.context.now - HOW_LONG
    rows = touched_since(session.context.uow.db, session.context.person.id, since)
    return [row for row in rows if row.flow != CHANGING and row.flow not in _ACTED_ON_AT_THE_END]


def loaded(session: Session, conversation: int) -> Talk | None:
    """One of these talks, or None."""
    row = next((row for row in recent(session) if row.id == conversation), None)
    return load(session.context.uow, session.scripts, row) if row else None


def changeable(talk: Talk) -> Iterator[Question]:
    """The questions she has answered and may answer anew, in the order of her answers.

    A start that is offered with buttons of its own opens the talk and is no answer; consent is a record, which is
    withdrawn with /forget or /stop.
    """
    for step in talk.progress.answers:
        question = talk.script.flow.question(step)
        decided = step in _DECIDED.get(talk.flow, ())
        if question is not None and not question.bare and not ((question.locked and question.required) or decided):
            yield question


def question_of(talk: Talk, step: str) -> Question | None:
    """The question of a step, if its answer may be changed."""
    return next((question for question in changeable(talk) if question.id == step), None)


def is_same(session: Session, question: Question, before: object, after: object) -> bool:
    """The same answer; words are sealed anew each time, so they are compared opened."""
    if question.kind is not Kind.TEXT or before is None or after is None:
        return before == after
    uow, person = session.context.uow, session.context.person
    return uow.open(person, str(before)) == uow.open(person, str(after))
