"""Cohorts: before the first check-ins of one go out, a coordinator is asked."""

from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update
from sqlmodel import Field, SQLModel

from storage.columns import Moment, one, read, table
from storage.people import PLACEMENT


class Cohort(SQLModel, table=True):
    """One intake of students. Nothing is sent to it by the clock before `confirmed_at`; `asked_at` is the last asking.

    `confirmed_by` is a roster id, or "placemate" where the program itself let it go.
    """

    __tablename__ = "cohort"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    asked_at: datetime | None = Field(default=None, sa_type=Moment)
    confirmed_at: datetime | None = Field(default=None, sa_type=Moment)
    confirmed_by: str = ""


COHORT = table(Cohort)


def note_cohort(db: Connection, name: str) -> Cohort:
    """The cohort of this name, written down where it was not."""
    found = find_cohort(db, name)
    if found is None:
        db.execute(insert(COHORT).values(name=name, confirmed_by=""))
        found = find_cohort(db, name)
    assert found is not None, "it has just been written down"
    return found


def find_cohort(db: Connection, name: str) -> Cohort | None:
    """The cohort of this name, or None while nobody has heard of it."""
    return one(Cohort, db.execute(select(COHORT).where(COHORT.c.name == name)).first())


def cohort_with_id(db: Connection, cohort_id: int) -> Cohort | None:
    """The cohort that a button names, or None."""
    return one(Cohort, db.execute(select(COHORT).where(COHORT.c.id == cohort_id)).first())


def cohorts(db: Connection) -> dict[str, Cohort]:
    """Every cohort, by name."""
    return {row.name: read(Cohort, row._mapping) for row in db.execute(select(COHORT))}


def unconfirmed(db: Connection) -> list[Cohort]:
    """The cohorts that wait for somebody's word."""
    rows = db.execute(select(COHORT).where(COHORT.c.confirmed_at.is_(None)).order_by(COHORT.c.id))
    return [read(Cohort, row._mapping) for row in rows]


def first_due(db: Connection, name: str) -> datetime | None:
    """When the first check-in of a cohort is due; None while nobody in it has one ahead."""
    mine = (PLACEMENT.c.cohort == name, PLACEMENT.c.next_checkin_at.is_not(None))
    return db.execute(select(func.min(PLACEMENT.c.next_checkin_at)).where(*mine)).scalar()


def size(db: Connection, name: str) -> int:
    """How many of a cohort have a check-in ahead of them."""
    mine = (PLACEMENT.c.cohort == name, PLACEMENT.c.next_checkin_at.is_not(None))
    return db.execute(select(func.count()).select_from(PLACEMENT).where(*mine)).scalar_one()


def claim_asking(db: Connection, cohort: Cohort, now: datetime) -> bool:
    """Ask about it now; False when somebody else has, or it was confirmed meanwhile."""
    as_read = (
        COHORT.c.id == cohort.id, COHORT.c.confirmed_at.is_(None),
        COHORT.c.asked_at.is_not_distinct_from(cohort.asked_at),
    )  # fmt: skip
    return db.execute(update(COHORT).where(*as_read).values(asked_at=now)).rowcount == 1


def confirm(db: Connection, cohort: Cohort, who: str, now: datetime) -> bool:
    """Let the first check-ins of a cohort go out; False when somebody was faster."""
    open_still = (COHORT.c.id == cohort.id, COHORT.c.confirmed_at.is_(None))
    return db.execute(update(COHORT).where(*open_still).values(confirmed_at=now, confirmed_by=who)).rowcount == 1
