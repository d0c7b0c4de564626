"""The scripts conversations are held on: today's, and every older revision that a talk in progress still needs."""

from collections.abc import Iterable

import orjson

from bot.engine.script import Script
from flows import steps
from flows.cadence import Cadence
from flows.steps import Flow, Subject
from storage import conversations
from storage.unit_of_work import UnitOfWork


class Scripts:
    """Compiled scripts by flow and by revision; old ones are read from the database when they are first needed."""

    def __init__(self, catalogue: Iterable[Flow]) -> None:
        self._today = {flow.id: Script(flow) for flow in catalogue}
        self._by_revision = {script.flow.revision: script for script in self._today.values()}

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the conversations that exist."""
        return tuple(self._today)

    @property
    def cadence(self) -> Cadence:
        """How often the conversation comes that comes of its own accord."""
        return next((script.flow.cadence for script in self._today.values() if script.flow.cadence), Cadence())

    def is_report(self, flow: str) -> bool:
        """Every answer of this conversation belongs in its case; also of talks that began on an older script."""
        return flow in self._today and self._today[flow].flow.report

    def is_complaint(self, flow: str) -> bool:
        """It is one case from beginning to end, and safeguarding sees others about the same workplace."""
        return flow in self._today and self._today[flow].flow.complaint

    def about(self, flow: str) -> Subject:
        """What is promised or opened by this name speaks of: a case, a goal or a mentorship."""
        return self._today[flow].flow.about if flow in self._today else "case"

    def today(self, flow: str) -> Script:
        """The present script of a flow.

        Raises:
            KeyError: there is no such conversation.
        """
        return self._today[flow]

    def of_revision(self, uow: UnitOfWork, revision: str) -> Script:
        """The script of a revision, as it was when the conversation began.

        Raises:
            LookupError: nobody remembers this revision.
        """
        if revision not in self._by_revision:
            kept = conversations.find_script(uow.db, revision)
            if kept is None:
                raise LookupError(f"script {revision} is not in the database: restore a backup that holds it")
            self._by_revision[revision] = Script(steps.from_json(orjson.loads(kept.body)))
        return self._by_revision[revision]

    def remember(self, uow: UnitOfWork) -> None:
        """Write today's scripts down, so that later releases can finish what begins now."""
        for script in self._today.values():
            body = orjson.dumps(steps.to_json(script.flow)).decode()
            conversations.remember_script(uow.db, script.flow.revision, script.flow.id, body)
