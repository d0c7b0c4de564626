"""Questions that were promised for a later day."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update
from sqlmodel import Field, SQLModel

from storage.columns import Moment, read, table


class FollowUp(SQLModel, table=True):
    """A conversation that is to open at `due_at`; one of each kind a person."""

    __tablename__ = "follow_up"
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    flow: str = Field(primary_key=True)
    due_at: datetime = Field(sa_type=Moment, index=True)


FOLLOW_UP = table(FollowUp)


def promise(db: Connection, person_id: str, flow: str, due_at: datetime) -> None:
    """Open this conversation then, whatever was promised of it before."""
    fulfil(db, person_id, flow)
    db.execute(insert(FOLLOW_UP).values(person_id=person_id, flow=flow, due_at=due_at))


def put_off(db: Connection, person_id: str, flow: str, due_at: datetime) -> None:
    """Open it at another time."""
    mine = (FOLLOW_UP.c.person_id == person_id) & (FOLLOW_UP.c.flow == flow)
    db.execute(update(FOLLOW_UP).where(mine).values(due_at=due_at))


def fulfil(db: Connection, person_id: str, flow: str) -> None:
    """It was opened, or is no longer wanted."""
    db.execute(delete(FOLLOW_UP).where(FOLLOW_UP.c.person_id == person_id, FOLLOW_UP.c.flow == flow))


def drop_all(db: Connection, person_id: str) -> None:
    """Nothing that was promised to this person is opened any more."""
    db.execute(delete(FOLLOW_UP).where(FOLLOW_UP.c.person_id == person_id))


def due(db: Connection, now: datetime, most: int) -> list[FollowUp]:
    """What is to open now, the earliest first."""
    rows = db.execute(select(FOLLOW_UP).where(FOLLOW_UP.c.due_at <= now).order_by(FOLLOW_UP.c.due_at).limit(most))
    return [read(FollowUp, row._mapping) for row in rows]
