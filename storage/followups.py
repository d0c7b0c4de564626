"""Questions that were promised for a later day."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select, update
from sqlmodel import Field, SQLModel

from storage.columns import Moment, read, table


class FollowUp(SQLModel, table=True):
    """A conversation that is to open at `due_at`; one of each kind a person, a case or a goal.

    `about` is the row id of that case or goal, 0 where it is about neither.
    """

    __tablename__ = "follow_up"
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    flow: str = Field(primary_key=True)
    about: int = Field(default=0, primary_key=True)
    due_at: datetime = Field(sa_type=Moment, index=True)


FOLLOW_UP = table(FollowUp)


def promise(db: Connection, person_id: str, flow: str, due_at: datetime, *, about: int = 0) -> None:
    """Open this conversation then, whatever was promised of it before; `about` is the case or goal it asks after."""
    fulfil(db, person_id, flow, about=about)
    db.execute(insert(FOLLOW_UP).values(person_id=person_id, flow=flow, about=about, due_at=due_at))


def promise_each(db: Connection, ids: Collection[str], flow: str, due_at: datetime) -> None:
    """Open this conversation then with each of these people, whatever was promised of it before."""
    fulfil_each(db, ids, flow)
    db.execute(insert(FOLLOW_UP), [{"person_id": each, "flow": flow, "about": 0, "due_at": due_at} for each in ids])


def put_off(db: Connection, followup: FollowUp, due_at: datetime) -> bool:
    """Open it at another time; False when somebody else has seen to it."""
    return db.execute(update(FOLLOW_UP).where(_as_read(followup)).values(due_at=due_at)).rowcount == 1


def claim(db: Connection, followup: FollowUp) -> bool:
    """Take it off the calendar to open it; False when somebody else has seen to it."""
    return db.execute(delete(FOLLOW_UP).where(_as_read(followup))).rowcount == 1


def move(db: Connection, person_id: str, flow: str, due_at: datetime) -> None:
    """Open this conversation then instead, where it is promised and asks after no case."""
    db.execute(update(FOLLOW_UP).where(*_named(person_id, flow, 0)).values(due_at=due_at))


def is_promised(db: Connection, person_id: str, flow: str) -> bool:
    """This conversation, asking after no case, is to open at some time."""
    return db.execute(select(FOLLOW_UP.c.flow).where(*_named(person_id, flow, 0))).first() is not None


def fulfil(db: Connection, person_id: str, flow: str, *, about: int = 0) -> None:
    """It was opened, or is no longer wanted."""
    db.execute(delete(FOLLOW_UP).where(*_named(person_id, flow, about)))


def fulfil_each(db: Connection, ids: Collection[str], flow: str) -> None:
    """It is no longer wanted of any of these people."""
    db.execute(delete(FOLLOW_UP).where(FOLLOW_UP.c.person_id.in_(ids), FOLLOW_UP.c.flow == flow))


def fulfil_about(db: Connection, ids: Collection[str], flows: Collection[str], about: int) -> None:
    """None of these conversations about this case, goal or mentorship is wanted any more of these people."""
    here = (FOLLOW_UP.c.person_id.in_(ids), FOLLOW_UP.c.about == about, FOLLOW_UP.c.flow.in_(flows))
    db.execute(delete(FOLLOW_UP).where(*here))


def drop_all(db: Connection, person_id: str) -> None:
    """Nothing that was promised to this person is opened any more."""
    db.execute(delete(FOLLOW_UP).where(FOLLOW_UP.c.person_id == person_id))


def due(db: Connection, now: datetime, most: int) -> list[FollowUp]:
    """What is to open now, the earliest first."""
    rows = db.execute(select(FOLLOW_UP).where(FOLLOW_UP.c.due_at <= now).order_by(FOLLOW_UP.c.due_at).limit(most))
    return [read(FollowUp, row._mapping) for row in rows]


def promised_to(db: Connection, person_id: str) -> list[FollowUp]:
    """All that was promised to this person, the earliest first."""
    rows = db.execute(select(FOLLOW_UP).where(FOLLOW_UP.c.person_id == person_id).order_by(FOLLOW_UP.c.due_at))
    return [read(FollowUp, row._mapping) for row in rows]


def due_until(db: Connection, until: datetime) -> list[FollowUp]:
    """What is to open until then, the earliest first."""
    rows = db.execute(select(FOLLOW_UP).where(FOLLOW_UP.c.due_at <= until).order_by(FOLLOW_UP.c.due_at))
    return [read(FollowUp, row._mapping) for row in rows]


def drop_after(db: Connection, person_id: str, moment: datetime) -> None:
    """What was promised to her for later than this is not opened."""
    db.execute(delete(FOLLOW_UP).where(FOLLOW_UP.c.person_id == person_id, FOLLOW_UP.c.due_at >= moment))


def _named(person_id: str, flow: str, about: int) -> tuple[ColumnElement[bool], ...]:
    return FOLLOW_UP.c.person_id == person_id, FOLLOW_UP.c.flow == flow, FOLLOW_UP.c.about == about


def _as_read(followup: FollowUp) -> ColumnElement[bool]:
    return and_(
        FOLLOW_UP.c.person_id == followup.person_id, FOLLOW_UP.c.flow == followup.flow,
        FOLLOW_UP.c.about == followup.about, FOLLOW_UP.c.due_at == followup.due_at,
    )  # fmt: skip
