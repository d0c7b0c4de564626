"""Reports without a name: who wrote one is unknown to us, and whoever has its code can read the answer.

A report is a person row without name, address or account, so that a case can be about it and its words have a key of
their own. Nothing else is kept of whoever wrote it.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, insert, select
from sqlmodel import Field, SQLModel

from storage.cases import CASE
from storage.columns import one, table
from storage.people import PERSON, Account, Person
from storage.unit_of_work import UnitOfWork

ANONYMOUS = "anonymous"
"""The role of whoever wrote such a report; no roster knows it."""
PAGE = "form"
"""The lane of what is said to her: her page."""


class AnonymousReport(SQLModel, table=True):
    """The keyed hash of a code, and the person row of what was written under it."""

    __tablename__ = "anonymous_report"
    code_hash: str = Field(primary_key=True)
    person_id: str = Field(foreign_key="person.id", index=True)


ANONYMOUS_REPORT = table(AnonymousReport)


def open_report(uow: UnitOfWork, person_id: str, code_hash: str, language: str) -> Person:
    """Make room for a report, with a fresh key; `person_id` must say nothing of whoever writes."""
    person = Person(id=person_id, name="", role=ANONYMOUS, language=language, data_key=uow.vault.new_key())
    uow.db.execute(insert(PERSON).values(**person.model_dump()))
    uow.db.execute(insert(ANONYMOUS_REPORT).values(code_hash=code_hash, person_id=person_id))
    return person


def who_reported(db: Connection, code_hashes: Collection[str]) -> Person | None:
    """The person row behind a code, by any of its hashes (one for each master key), or None."""
    joined = select(PERSON).join(ANONYMOUS_REPORT, ANONYMOUS_REPORT.c.person_id == PERSON.c.id)
    return one(Person, db.execute(joined.where(ANONYMOUS_REPORT.c.code_hash.in_(code_hashes))).first())


def page_of(db: Connection, person_id: str, now: datetime) -> Account | None:
    """Where whoever wrote a report reads what she is told, or None for everybody else.

    It is no account, and no row holds it: her page is there at any hour, and wakes nobody.
    """
    known = select(ANONYMOUS_REPORT.c.person_id).where(ANONYMOUS_REPORT.c.person_id == person_id)
    if db.execute(known.limit(1)).first() is None:
        return None
    return Account(platform=PAGE, user="", chat=person_id, person_id=person_id, seen_at=now)


def closed_reports(db: Connection, before: datetime, most: int) -> list[str]:
    """The person rows of reports whose case was closed before then, at most so many."""
    mine = select(ANONYMOUS_REPORT.c.person_id).join(CASE, CASE.c.person_id == ANONYMOUS_REPORT.c.person_id)
    closed = mine.where(CASE.c.state == "resolved", CASE.c.resolved_at < before).order_by(CASE.c.resolved_at)
    return list(db.execute(closed.limit(most)).scalars())
