"""A tick with nothing due looks at nothing that is not due, however much there is: every search is a range of an index.

Small tables are read whole, so how long it takes says nothing here: what is looked at are the plans of the queries.
"""

import re
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event

from bot.schedule.tick import page, tick
from storage import outbox
from storage.conversations import CONVERSATION, Conversation
from tests.conftest import Work
from tests.schedule.programme import Programme

_FEW = ("cohort",)
"""Tables that hold a handful of rows whatever the number of students."""


def full(programme: Programme) -> None:
    """Talks that are open and not due, which PostgreSQL has counted: of nothing it would guess."""
    programme.enrol("s1")
    with programme.work() as uow:
        revision = programme.house.scripts.today("checkin").flow.revision
        later = uow.now + timedelta(days=2)
        talk = Conversation(
            person_id="s1", flow="checkin", revision=revision, opened_at=uow.now, touched_at=uow.now, expires_at=later
        )
        uow.db.execute(CONVERSATION.insert(), [talk.model_dump(exclude={"id"})] * 500)
        if uow.db.dialect.name == "postgresql":
            uow.db.exec_driver_sql("ANALYZE conversation")


def asked_at_idle(programme: Programme) -> list[tuple[str, Any]]:
    """Every query of a tick, a look at what cannot wait and a look at the outbox, where nothing is due."""
    asked: list[tuple[str, Any]] = []
    for part in (
        lambda uow: page(uow, programme.house),
        lambda uow: tick(uow, programme.house),
        lambda uow: outbox.waiting(uow.db, "telegram", uow.now, 100),
    ):
        with programme.work() as uow:
            event.listen(uow.db, "before_cursor_execute", lambda *given: asked.append((given[2], given[3])))
            part(uow)
    return asked


def plan_of(db: Connection, statement: str, values: Any) -> list[str]:
    """The steps of a query's plan: those that walk a whole table or a whole index."""
    if db.dialect.name == "sqlite":
        rows = db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        return [row[3] for row in rows if re.match(r"SCAN (?!anon_|CONSTANT)", row[3])]
    db.exec_driver_sql("SET LOCAL enable_seqscan = off")
    lines = [row[0].strip() for row in db.exec_driver_sql(f"EXPLAIN {statement}", values)]
    # A scan of an index without a condition goes through all of it.
    scans = [place for place, line in enumerate(lines) if re.match(r"(-> +)?(Index|Bitmap Index|Seq).* Scan", line)]
    return [lines[place] for place in scans if not any("Index Cond" in line for line in lines[place + 1 : place + 2])]


def test_every_search_of_an_idle_tick_is_a_range_of_an_index(work: Work) -> None:
    with work() as uow:
        if uow.db.dialect.name == "postgresql":
            pytest.skip("which index PostgreSQL takes depends on the statistics that other tests have left")
    programme = Programme(work)
    full(programme)
    asked = asked_at_idle(programme)
    assert len(asked) > 10
    with work() as uow:
        walks = {line: statement for statement, values in asked for line in plan_of(uow.db, statement, values)}
    assert [line for line in walks if not any(f" {few}" in line for few in _FEW)] == []
