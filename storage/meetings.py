"""The meetings of a mentor and a mentee, and what the two set out to do in them."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import Connection, Index, func, insert, select, update
from sqlmodel import Field, SQLModel

from storage.columns import Moment, new_id, one, read, table

AHEAD = ("offered", "booked")


class Meeting(SQLModel, table=True):
    """One meeting. `state` is offered (times, none taken yet), booked, held, not_held, moved or cancelled.

    `offered` is a JSON list of instants, as ISO strings in UTC; `starts_at` the one that was taken. `place` is where or
    how, in words of theirs. What the mentee shares before it (`agenda`) and takes away (`takeaway`), and the place, are
    sealed with the mentee's key. `told` is a JSON list of what the clock has done about it already.
    `sequence` counts its changes, as calendars want it.
    """

    __tablename__ = "meeting"
    __table_args__ = (Index("ix_meeting_mentorship", "mentorship_id", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    mentorship_id: int = Field(foreign_key="mentorship.id")
    state: str = "offered"
    offered: str = "[]"
    starts_at: datetime | None = Field(default=None, sa_type=Moment)
    minutes: int = 30
    place: str = ""
    agenda: str = ""
    takeaway: str = ""
    worth: int | None = None
    made_at: datetime = Field(sa_type=Moment)
    sequence: int = 0
    told: str = "[]"


class ActionItem(SQLModel, table=True):
    """What one of the two will do until a day; `words` is sealed with the mentee's key.

    `state` is noted (the mentor has not agreed yet), open, done or dropped.
    """

    __tablename__ = "action_item"
    __table_args__ = (Index("ix_action_item_mentorship", "mentorship_id", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    mentorship_id: int = Field(foreign_key="mentorship.id")
    meeting_id: int = Field(foreign_key="meeting.id")
    owner_id: str = Field(foreign_key="person.id", index=True)
    words: str
    due_on: date | None = None
    state: str = "noted"
    told: str = "[]"


MEETING, ACTION_ITEM = table(Meeting), table(ActionItem)


def add_meeting(db: Connection, meeting: Meeting) -> int:
    """Write a meeting down; gives its id."""
    return new_id(db.execute(insert(MEETING).values(**meeting.model_dump(exclude={"id"}))))


def find_meeting(db: Connection, meeting_id: int) -> Meeting | None:
    """The meeting with this id, or None."""
    return one(Meeting, db.execute(select(MEETING).where(MEETING.c.id == meeting_id)).first())


def latest_meeting(db: Connection, mentorship_id: int) -> Meeting | None:
    """The meeting of a pair that was written down last, or None."""
    last = select(MEETING).where(MEETING.c.mentorship_id == mentorship_id).order_by(MEETING.c.id.desc()).limit(1)
    return one(Meeting, db.execute(last).first())


def meetings_of(db: Connection, mentorships: Collection[int]) -> list[Meeting]:
    """All meetings of these pairs, the oldest first, in one query."""
    rows = db.execute(select(MEETING).where(MEETING.c.mentorship_id.in_(mentorships)).order_by(MEETING.c.id))
    return [read(Meeting, row._mapping) for row in rows] if mentorships else []


def states_of(db: Connection, mentorships: Collection[int]) -> dict[tuple[int, str], int]:
    """How many meetings of each of these pairs are in which state, by pair and state, in one query."""
    if not mentorships:
        return {}
    columns = MEETING.c.mentorship_id, MEETING.c.state
    counted = select(*columns, func.count()).where(MEETING.c.mentorship_id.in_(mentorships)).group_by(*columns)
    return {(mentorship, state): number for mentorship, state, number in db.execute(counted)}


def find_action(db: Connection, action_id: int) -> ActionItem | None:
    """The action item with this id, or None."""
    return one(ActionItem, db.execute(select(ACTION_ITEM).where(ACTION_ITEM.c.id == action_id)).first())


def change_meeting(db: Connection, meeting: Meeting, **columns: object) -> None:
    """Set columns of a meeting, in the database and in what was read of it."""
    db.execute(update(MEETING).where(MEETING.c.id == meeting.id).values(**columns))
    for name, value in columns.items():
        setattr(meeting, name, value)


def add_action(db: Connection, action: ActionItem) -> int:
    """Write down what one of the two will do; gives its id."""
    return new_id(db.execute(insert(ACTION_ITEM).values(**action.model_dump(exclude={"id"}))))


def actions_of(db: Connection, mentorships: Collection[int]) -> list[ActionItem]:
    """What the two of these pairs set out to do, the oldest first, in one query."""
    theirs = select(ACTION_ITEM).where(ACTION_ITEM.c.mentorship_id.in_(mentorships)).order_by(ACTION_ITEM.c.id)
    return [read(ActionItem, row._mapping) for row in db.execute(theirs)] if mentorships else []


def change_action(db: Connection, action: ActionItem, **columns: object) -> None:
    """Set columns of an action item, in the database and in what was read of it."""
    db.execute(update(ACTION_ITEM).where(ACTION_ITEM.c.id == action.id).values(**columns))
    for name, value in columns.items():
        setattr(action, name, value)
