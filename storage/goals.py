"""What she wants to get out of the placement, and how that has changed."""

from datetime import date, datetime

from sqlalchemy import Connection, insert, select, text
from sqlmodel import Field, SQLModel

from storage.columns import Moment, new_id, read, table

_EMPTY = {"server_default": text("''")}


class Goal(SQLModel, table=True):
    """One goal as it is now; what she wrote is sealed with her key.

    `state` is draft, active, done or dropped. `words` is the goal in a sentence, `due_on` by when, `seen` how one sees
    that it is done, `competence` the one it trains; `obstacle` and `plan` are the two halves of "if …, then I will …";
    `step` is the first one. `behind` counts how often in a row she was behind with it.
    """

    __tablename__ = "goal"
    id: int | None = Field(default=None, primary_key=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    words: str
    state: str = "draft"
    behind: int = 0
    created_at: datetime = Field(sa_type=Moment)
    reviewed_at: datetime | None = Field(default=None, sa_type=Moment)
    due_on: date | None = None
    seen: str = Field(default="", sa_column_kwargs=_EMPTY)
    competence: str = Field(default="", sa_column_kwargs=_EMPTY)
    obstacle: str = Field(default="", sa_column_kwargs=_EMPTY)
    plan: str = Field(default="", sa_column_kwargs=_EMPTY)
    step: str = Field(default="", sa_column_kwargs=_EMPTY)


class GoalVersion(SQLModel, table=True):
    """A goal as it was from `at` on; `words` is sealed.

    `what` happened: set, kept, shrunk, changed, replaced, dropped or done. `why` is what she said had changed, such as
    too_big, or "" where she was not asked.
    """

    __tablename__ = "goal_version"
    id: int | None = Field(default=None, primary_key=True)
    goal_id: int = Field(foreign_key="goal.id")
    person_id: str = Field(foreign_key="person.id", index=True)
    at: datetime = Field(sa_type=Moment)
    what: str
    why: str = ""
    words: str
    due_on: date | None = None


GOAL, GOAL_VERSION = table(Goal), table(GoalVersion)


def add_goal(db: Connection, person_id: str, words: str, now: datetime) -> int:
    """Write a draft goal down; gives its id."""
    return new_id(db.execute(insert(GOAL).values(person_id=person_id, words=words, created_at=now)))


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


def note_version(db: Connection, version: GoalVersion) -> None:
    """Keep what a goal is from now on, and why."""
    db.execute(insert(GOAL_VERSION).values(**version.model_dump(exclude={"id"})))


def versions_of(db: Connection, person_id: str) -> list[GoalVersion]:
    """How her goals have changed, the oldest first."""
    rows = db.execute(select(GOAL_VERSION).where(GOAL_VERSION.c.person_id == person_id).order_by(GOAL_VERSION.c.id))
    return [read(GoalVersion, row._mapping) for row in rows]
