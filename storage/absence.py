"""When somebody is away: dates only, never the reason."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, select
from sqlmodel import Field, SQLModel

from storage.columns import Moment, among, read, table


class Absence(SQLModel, table=True):
    """Days on which a student is asked nothing and misses nothing; the first and the last of them."""

    __tablename__ = "absence"
    id: int | None = Field(default=None, primary_key=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    starts_on: date
    ends_on: date
    noted_at: datetime = Field(sa_type=Moment)


ABSENCE = table(Absence)


def note_absence(db: Connection, person_id: str, starts_on: date, ends_on: date, now: datetime) -> None:
    """Write down that she is away from the first day to the last."""
    db.execute(insert(ABSENCE).values(person_id=person_id, starts_on=starts_on, ends_on=ends_on, noted_at=now))


def absences_of(db: Connection, person_id: str, since: date) -> list[Absence]:
    """Her absences that end on this day or later, the earliest first."""
    rows = db.execute(
        select(ABSENCE)
        .where(ABSENCE.c.person_id == person_id, ABSENCE.c.ends_on >= since)
        .order_by(ABSENCE.c.starts_on)
    )
    return [read(Absence, row._mapping) for row in rows]


def absences_in(db: Connection, since: date, ids: Collection[str] | None) -> list[Absence]:
    """The absences of these people, or of everybody, that end on this day or later, in one query."""
    rows = db.execute(
        select(ABSENCE).where(among(ABSENCE.c.person_id, ids), ABSENCE.c.ends_on >= since).order_by(ABSENCE.c.starts_on)
    )
    return [read(Absence, row._mapping) for row in rows]


def end_absences(db: Connection, person_id: str, since: date) -> None:
    """She is back: absences that end on this day or later are taken away."""
    db.execute(delete(ABSENCE).where(ABSENCE.c.person_id == person_id, ABSENCE.c.ends_on >= since))
