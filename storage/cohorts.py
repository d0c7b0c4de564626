"""Cohorts: before the first check-ins of one go out, a coordinator is asked."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlmodel import Field, SQLModel

from storage.columns import Moment, one, read, table


class Cohort(SQLModel, table=True):
    """One intake of students. Nothing is sent to it by the clock before `confirmed_at`."""

    __tablename__ = "cohort"
    name: str = Field(primary_key=True)
    asked_at: datetime | None = Field(default=None, sa_type=Moment)
    confirmed_at: datetime | None = Field(default=None, sa_type=Moment)
    confirmed_by: str = ""


COHORT = table(Cohort)


def find_cohort(db: Connection, name: str) -> Cohort | None:
    """The cohort of this name, or None while nothing was asked about it."""
    return one(Cohort, db.execute(select(COHORT).where(COHORT.c.name == name)).first())


def cohorts(db: Connection) -> dict[str, Cohort]:
    """Every cohort that somebody was asked about, by name."""
    return {row.name: read(Cohort, row._mapping) for row in db.execute(select(COHORT))}


def note_asked(db: Connection, name: str, now: datetime) -> None:
    """Write down that coordinators were asked about a cohort."""
    if not db.execute(update(COHORT).where(COHORT.c.name == name).values(asked_at=now)).rowcount:
        db.execute(insert(COHORT).values(name=name, asked_at=now))


def confirm(db: Connection, name: str, who: str, now: datetime) -> bool:
    """Let the first check-ins of a cohort go out; False when somebody was faster."""
    if find_cohort(db, name) is None:
        db.execute(insert(COHORT).values(name=name))
    open_still = (COHORT.c.name == name, COHORT.c.confirmed_at.is_(None))
    return db.execute(update(COHORT).where(*open_still).values(confirmed_at=now, confirmed_by=who)).rowcount == 1
