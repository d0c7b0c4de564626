"""Recalling a harmful revision: unfinished talks on it move to today's script, with the answers that survive."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.config import Settings
from bot.engine import turn
from bot.engine.script import Script
from bot.facts.context import Context
from bot.facts.known import Knowledge
from bot.intake.scripts import Scripts
from bot.intake.talk import opening
from bot.intake.talk.keeping import Talk, load, save
from bot.intake.talk.session import Session
from flows.conditions import Value
from flows.steps import Kind, Question
from storage import conversations, people
from storage.conversations import Conversation
from storage.outbox import Priority
from storage.posting import reachable_account
from storage.unit_of_work import UnitOfWork

_DONE_BEFORE = (turn.Answered, turn.FlagRaised)


def recall(uow: UnitOfWork, settings: Settings, scripts: Scripts, revision: str) -> int:
    """Mark a revision as harmful and move everybody off it; gives how many talks moved.

    An answer survives when today's script has its step, of the same kind, and its option. Whoever was being asked is
    told, and asked the first question that is unanswered; a talk that waits its turn moves silently. A conversation
    that no longer exists ends, with its answers kept.
    """
    conversations.recall(uow.db, revision, uow.now)
    held = conversations.unfinished_on(uow.db, revision)
    for row in held:
        _move(uow, settings, scripts, row)
    return len(held)


def _move(uow: UnitOfWork, settings: Settings, scripts: Scripts, row: Conversation) -> None:
    assert row.id is not None, "a conversation that was read has an id"
    if row.flow not in scripts.ids:
        conversations.change(uow.db, row.id, status="stopped", ended_at=uow.now)
        return
    person = people.find_person(uow.db, row.person_id)
    assert person is not None, "a conversation belongs to somebody"
    context, script = Context(uow, settings, person), scripts.today(row.flow)
    before = load(uow, scripts, row)
    conversations.change(uow.db, row.id, revision=script.flow.revision)
    row.revision = script.flow.revision
    if not before.begun:
        return
    facts = {**Knowledge(context, scripts.ids).facts_for(script.flow), **before.facts}
    talk = Talk(row, script, before.progress, facts)
    happened = _replayed(talk, dict(_surviving(before, script)))
    if row.status == "waiting" and not happened[0].ended:
        talk.progress = happened[0]
        save(uow, talk, status="waiting")
        return
    session = Session(context, scripts, reachable_account(uow, person.id), priority=Priority.PROMPT)
    session.post(session.notice("talk.recalled"))
    opening.carry_on(session, talk, happened)


def _replayed(talk: Talk, kept: Mapping[str, Value]) -> turn.Turn:
    """Where today's script leads with the answers that survive, and what of it is new to her.

    What the answers have changed before is not done again; a flag that only today's script raises is.
    """
    before = talk.progress
    progress, effects = turn.begin(talk.script, talk.facts, before.heard, before.said)
    raised = _flags(effects)
    while progress.step in kept:
        given = turn.Answer(kept[progress.step])
        progress, effects = turn.take_turn(talk.script, progress, given, talk.facts)
        raised += _flags(effects)
    asked_before = progress.step == before.step
    told = [effect for effect in effects if not isinstance(effect, _DONE_BEFORE)
            and not (asked_before and isinstance(effect, turn.Spoken))]  # fmt: skip
    new = [effect for effect in raised if effect.flag.id not in before.flags]
    return replace(progress, flags=progress.flags | before.flags), [*new, *told]


def _flags(effects: list[turn.Effect]) -> list[turn.FlagRaised]:
    return [effect for effect in effects if isinstance(effect, turn.FlagRaised)]


def _surviving(talk: Talk, script: Script) -> Iterator[tuple[str, Value]]:
    for step, value in talk.progress.answers.items():
        before, now = talk.script.flow.question(step), script.flow.question(step)
        if before is not None and now is not None and before.kind is now.kind and _is_answer(now, value):
            yield step, value


def _is_answer(question: Question, value: Value) -> bool:
    if value is None:
        return not question.required
    if question.kind in (Kind.SCALE, Kind.NUMBER):
        return isinstance(value, int | float) and question.lowest <= value <= question.highest
    if question.options:
        known = {option.id for option in question.options}
        return set(value if isinstance(value, tuple) else (str(value),)) <= known
    return True
