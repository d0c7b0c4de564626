"""What matching looks at: what a mentor offers, and what a student wishes for."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, Index, insert, select, text, update
from sqlmodel import Field, SQLModel

from storage.columns import Moment, among, read, table

_WAITS = text("waiting_since IS NOT NULL")


class MentoringProfile(SQLModel, table=True):
    """One person's side of it. Lists are JSON; `availability` holds weekly windows on her own clock.

    `side` is mentor or mentee. `capacity` is how many mentees a mentor has room for. `country` is whose public
    holidays are hers. `waiting_since` is since when a mentee waits for a mentor.
    """

    __tablename__ = "mentoring_profile"
    __table_args__ = (
        Index("ix_mentoring_profile_waiting", "waiting_since", sqlite_where=_WAITS, postgresql_where=_WAITS),
    )  # fmt: skip
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    side: str
    capacity: int = 1
    field: str = ""
    topics: str = "[]"
    skills: str = "[]"
    languages: str = "[]"
    availability: str = "[]"
    style: str = ""
    gender: str = ""
    employer: str = ""
    country: str = ""
    prefers: str = "[]"
    apart_from: str = "[]"
    opted_out: bool = False
    most_hours_apart: float | None = None
    waiting_since: datetime | None = Field(default=None, sa_type=Moment)


MENTORING_PROFILE = table(MentoringProfile)


def profiles(db: Connection, ids: Collection[str] | None) -> dict[str, MentoringProfile]:
    """The profiles of these people, or of everybody, by roster id."""
    rows = db.execute(select(MENTORING_PROFILE).where(among(MENTORING_PROFILE.c.person_id, ids)))
    return {row.person_id: read(MentoringProfile, row._mapping) for row in rows}


def change_profile(db: Connection, person_id: str, side: str, **columns: object) -> None:
    """Set columns of a profile, which begins with this where there was none."""
    mine = MENTORING_PROFILE.c.person_id == person_id
    if not db.execute(update(MENTORING_PROFILE).where(mine).values(**columns)).rowcount:
        profile = MentoringProfile(person_id=person_id, side=side)
        db.execute(insert(MENTORING_PROFILE).values(**{**profile.model_dump(), **columns}))
