"""A tick with nothing due looks at nothing that is not due, however much there is: every search is a range of an index.

Small tables are read whole, so how long it takes says nothing here: what is looked at are the plans of the queries.
"""

import re
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, event
from sqlmodel import SQLModel

from bot.schedule.tick import page, tick
from storage import outbox
from storage.conversations import CONVERSATION, Conversation
from storage.erasure import half_forgotten
from tests.conftest import Work
from tests.schedule.programme import Programme

_FEW = ("cohort",)
"""Tables that hold a handful of rows whatever the number of students."""


def full(programme: Programme) -> None:
    """Talks that are open and not due."""
    programme.enrol("s1")
    with programme.work() as uow:
        revision = programme.house.scripts.today("checkin").flow.revision
        later = uow.now + timedelta(days=2)
        talk = Conversation(
            person_id="s1", flow="checkin", revision=revision, opened_at=uow.now, touched_at=uow.now, expires_at=later
        )
        uow.db.execute(CONVERSATION.insert(), [talk.model_dump(exclude={"id"})] * 500)


def asked_at_idle(programme: Programme) -> list[tuple[str, Any]]:
    """Every query of a tick, of looking at what cannot wait and at the outbox, and of forgetting; nothing is due."""
    asked: list[tuple[str, Any]] = []
    for part in (
        lambda uow: page(uow, programme.house),
        lambda uow: tick(uow, programme.house),
        lambda uow: outbox.waiting(uow.db, "telegram", uow.now, 100),
        lambda uow: half_forgotten(uow.db),
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
    lines = [row[0].strip() for row in db.exec_driver_sql(f"EXPLAIN {statement}", values)]
    # A scan of an index without a condition goes through all of it.
    scans = [place for place, line in enumerate(lines) if re.match(r"(-> +)?(Index|Bitmap Index|Seq).* Scan", line)]
    whole = [lines[place] for place in scans if not any("Index Cond" in line for line in lines[place + 1 : place + 2])]
    return [line for line in whole if not any(f" {index} " in line for index in small_indexes(db))]


def small_indexes(db: Connection) -> list[str]:
    """The partial indexes, which hold no more than what waits."""
    names = "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND indexdef LIKE '%% WHERE %%'"
    return list(db.exec_driver_sql(names).scalars())


def as_never_used(db: Connection) -> None:
    """Tables that nobody has written to: how PostgreSQL plans depends on what other tests have left in the others."""
    if db.dialect.name == "postgresql":
        db.exec_driver_sql("CREATE SCHEMA never_used")
        db.exec_driver_sql("SET LOCAL search_path TO never_used")
        db.exec_driver_sql("SET LOCAL enable_seqscan = off")
        SQLModel.metadata.create_all(db)


def test_every_search_of_an_idle_tick_is_a_range_of_an_index(work: Work) -> None:
    programme = Programme(work)
    full(programme)
    asked = asked_at_idle(programme)
    assert len(asked) > 10
    with work() as uow, uow.db.begin_nested() as unseen:
        as_never_used(uow.db)
        walks = {line: statement for statement, values in asked for line in plan_of(uow.db, statement, values)}
        unseen.rollback()
    assert [line for line in walks if not any(f" {few}" in line for few in _FEW)] == []
