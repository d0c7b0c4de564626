"""What she wants to get out of the placement."""

from datetime import datetime

from sqlalchemy import Connection, insert, select
from sqlmodel import Field, SQLModel

from storage.columns import Moment, read, table


class Goal(SQLModel, table=True):
    """One goal; `words` is sealed with her key. `state` is draft, active, done or dropped."""

    __tablename__ = "goal"
    id: int | None = Field(default=None, primary_key=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    words: str
    state: str = "draft"
    behind: int = 0
    created_at: datetime = Field(sa_type=Moment)
    reviewed_at: datetime | None = Field(default=None, sa_type=Moment)


GOAL = table(Goal)


def add_goal(db: Connection, person_id: str, words: str, now: datetime) -> None:
    """Write a draft goal down."""
    db.execute(insert(GOAL).values(person_id=person_id, words=words, created_at=now))


def goals_of(db: Connection, person_id: str) -> list[Goal]:
    """Her goals, the one that was looked at longest ago first."""
    rows = db.execute(
        select(GOAL)
        .where(GOAL.c.person_id == person_id)
        .order_by(GOAL.c.reviewed_at.is_not(None), GOAL.c.reviewed_at, GOAL.c.id)
    )
    return [read(Goal, row._mapping) for row in rows]


def change_goal(db: Connection, goal_id: int, **columns: object) -> None:
    """Set columns of a goal."""
    db.execute(GOAL.update().where(GOAL.c.id == goal_id).values(**columns))
