"""A talk between two turns: how it is written down and read back."""

from dataclasses import dataclass, replace
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
    """

    row: Conversation
    script: Script
    progress: Progress
    facts: Facts
    cases: tuple[int, ...] = ()
    told: str = ""

    @property
    def id(self) -> int:
        """The row id that buttons carry."""
        assert self.row.id is not None, "a talk is written down before it is spoken"
        return self.row.id

    @property
    def flow(self) -> str:
        """Which conversation it is."""
        return self.row.flow

    @property
    def begun(self) -> bool:
        """Its first question was asked; False for one that waits its turn."""
        return bool(self.row.step)

    def note_case(self, case_id: int | None) -> None:
        """This case was opened or added to in it."""
        if case_id is not None and case_id not in self.cases:
            self.cases = (*self.cases, case_id)

    def hear(self, severity: Severity) -> None:
        """It has become at least this serious."""
        self.progress = replace(self.progress, heard=max(self.progress.heard, severity))


def load(uow: UnitOfWork, scripts: Scripts, row: Conversation) -> Talk:
    """Read a talk back on the script it began with."""
    noted: dict[str, Any] = orjson.loads(row.progress)
    progress = Progress(
        step=row.step,
        answers={step: _value(value) for step, value in orjson.loads(row.answers).items()},
        flags=frozenset(noted.get("flags", ())),
        heard=Severity(noted.get("heard", 0)),
        picks=tuple(noted.get("picks", ())),
    )
    facts = {name: _value(value) for name, value in noted.get("facts", {}).items()}
    cases = tuple(noted.get("cases", ()))
    return Talk(row, scripts.of_revision(uow, row.revision), progress, facts, cases)


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
    progress = talk.progress
    noted = {
        "flags": sorted(progress.flags), "heard": int(progress.heard), "picks": progress.picks, "facts": talk.facts,
        "cases": talk.cases,
    }  # fmt: skip
    ended = {"ended_at": uow.now} if status not in conversations.UNFINISHED else {}
    talk.row.step, talk.row.status = progress.step, status
    conversations.change(
        uow.db, talk.id, step=progress.step, status=status, touched_at=uow.now,
        answers=orjson.dumps(progress.answers).decode(), progress=orjson.dumps(noted).decode(), **ended,
    )  # fmt: skip


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value
