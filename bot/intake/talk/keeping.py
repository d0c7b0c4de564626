"""A talk between two turns: how it is written down and read back."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import orjson

from bot.engine.script import Script
from bot.engine.turn import Facts, Progress
from bot.intake.scripts import Scripts
from flows.conditions import Value
from flows.severity import Severity
from storage import conversations
from storage.conversations import Conversation
from storage.unit_of_work import UnitOfWork


@dataclass
class Talk:
    """A conversation with its script, where it is, and the facts it began with. Words in it are sealed.

    `cases` are the row ids of cases it opened or added to; `told` is the step whose words stand in a case already.
    `unasked` is a step that was answered before its question was posted.
    `gentle`: its question came back by itself after an emergency, so words beside it are not taken for an answer.
    `refs` names, by step, the message an answer was typed in. `later` are answers behind a question that a changed
    answer has brought up: they need not be given again. `changes` is the row id of the talk whose answer is asked
    again in this one, 0 where it is a talk of its own.
    """

    row: Conversation
    script: Script
    progress: Progress
    facts: Facts
    cases: tuple[int, ...] = ()
    told: str = ""
    unasked: str = ""
    gentle: bool = False
    refs: dict[str, str] = field(default_factory=dict)
    later: dict[str, Value] = field(default_factory=dict)
    changes: int = 0

    @property
    def id(self) -> int:
        """The row id that buttons carry."""
        assert self.row.id is not None, "a talk is written down before it is spoken"
        return self.row.id

    @property
    def flow(self) -> str:
        """Which conversation it is, or whose answer is asked again."""
        return self.script.flow.id

    @property
    def begun(self) -> bool:
        """Its first question was asked; False for one that waits its turn."""
        return bool(self.row.step)

    def note_case(self, case_id: int | None) -> None:
        """This case was opened or added to in it."""
        if case_id is not None and case_id not in self.cases:
            self.cases = (*self.cases, case_id)

    def hear(self, severity: Severity, *, in_words: bool = True) -> None:
        """It has become at least this serious, in her words unless a flag says so."""
        said = max(self.progress.said, severity) if in_words else self.progress.said
        self.progress = replace(self.progress, heard=max(self.progress.heard, severity), said=said)


def load(uow: UnitOfWork, scripts: Scripts, row: Conversation) -> Talk:
    """Read a talk back on the script it began with."""
    noted: dict[str, Any] = orjson.loads(row.progress)
    progress = Progress(
        step=row.step,
        answers={step: _value(value) for step, value in orjson.loads(row.answers).items()},
        flags=frozenset(noted.get("flags", ())),
        heard=Severity(noted.get("heard", 0)),
        said=Severity(noted.get("said", 0)),
        picks=tuple(noted.get("picks", ())),
    )
    facts = {name: _value(value) for name, value in noted.get("facts", {}).items()}
    cases = tuple(noted.get("cases", ()))
    script, gentle = scripts.of_revision(uow, row.revision), bool(noted.get("gentle"))
    later = {step: _value(value) for step, value in noted.get("later", {}).items()}
    return Talk(
        row, script, progress, facts, cases, gentle=gentle,
        refs=noted.get("refs", {}), later=later, changes=noted.get("changes", 0),
    )  # fmt: skip


def begin_row(uow: UnitOfWork, person_id: str, script: Script, language: str, *, status: str = "open") -> Conversation:
    """Write a new talk down, before its first word."""
    row = Conversation(
        person_id=person_id, flow=script.flow.id, revision=script.flow.revision, status=status, language=language,
        opened_at=uow.now, touched_at=uow.now, expires_at=uow.now + timedelta(days=script.flow.expires_after_days),
    )  # fmt: skip
    row.id = conversations.start(uow.db, row)
    return row


def save(uow: UnitOfWork, talk: Talk, *, status: str = "open") -> None:
    """Write a talk down as it is now."""
    since: dict[str, object] = {} if status in conversations.UNFINISHED else {"ended_at": uow.now}
    if status == "open":
        since["waits_for"] = None
    talk.row.step, talk.row.status = talk.progress.step, status
    conversations.change(
        uow.db, talk.id, step=talk.progress.step, status=status, touched_at=uow.now, **_said(talk), **since
    )


def save_answers(uow: UnitOfWork, talk: Talk) -> None:
    """Write down what was answered and what came of it; when and where the talk ended stays as it was."""
    conversations.change(uow.db, talk.id, **_said(talk))


def _said(talk: Talk) -> dict[str, object]:
    progress = talk.progress
    noted = {
        "flags": sorted(progress.flags), "heard": int(progress.heard), "picks": progress.picks, "facts": talk.facts,
        "cases": talk.cases,
    }  # fmt: skip
    seldom = {
        "said": int(progress.said), "gentle": talk.gentle, "refs": talk.refs, "later": talk.later,
        "changes": talk.changes,
    }  # fmt: skip
    noted |= {name: value for name, value in seldom.items() if value}
    return {"answers": orjson.dumps(progress.answers).decode(), "progress": orjson.dumps(noted).decode()}


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value
