"""What mentors offer and mentees look for: what a match is made of."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import JSON, Connection, Index, delete, func, insert, select, text, update
from sqlmodel import Field, SQLModel

from storage.columns import Moment, among, read, table

MENTOR, MENTEE = "mentor", "mentee"
_WAITING = text("waiting_since IS NOT NULL")


class MentoringProfile(SQLModel, table=True):
    """One person's side of mentoring.

    `side` is mentor or mentee; `capacity` how many mentees a mentor has at once. `field` are fields in words, between
    commas; `topics` are keys of `flows.mentoring.topics.TOPICS`; `skills` short words, offered or wanted; `languages`
    codes, none: the person's own; `availability` weekly windows on the person's own clock, `["tue", "16:00", "18:00"]`,
    none: working hours. `style` is a key of `STYLES` or "". `prefers` are of `WISHES`. `apart_from` are roster ids and
    names of workplaces that must never be matched with this person. `most_hours_apart` is the widest gap between the
    two clocks; `country` is whose public holidays are a mentor's. A mentee waits for a mentor from `waiting_since` on;
    `left_in` is the last batch of matches in which there was nobody for her, "" for none, and `left_why` why not.
    """

    __tablename__ = "mentoring_profile"
    __table_args__ = (
        Index("ix_mentoring_profile_waiting", "waiting_since", sqlite_where=_WAITING, postgresql_where=_WAITING),
        Index("ix_mentoring_profile_left", "left_in"),
    )
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    side: str
    capacity: int = 1
    field: str = ""
    topics: list[str] = Field(default_factory=list, sa_type=JSON)
    skills: list[str] = Field(default_factory=list, sa_type=JSON)
    languages: list[str] = Field(default_factory=list, sa_type=JSON)
    availability: list[list[str]] = Field(default_factory=list, sa_type=JSON)
    style: str = ""
    gender: str = ""
    employer: str = ""
    country: str = ""
    prefers: list[str] = Field(default_factory=list, sa_type=JSON)
    apart_from: list[str] = Field(default_factory=list, sa_type=JSON)
    opted_out: bool = False
    most_hours_apart: float | None = None
    waiting_since: datetime | None = Field(default=None, sa_type=Moment)
    left_in: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    left_why: str = Field(default="", sa_column_kwargs={"server_default": text("''")})


MENTORING_PROFILE = table(MentoringProfile)


def profiles(db: Connection, ids: Collection[str] | None) -> dict[str, MentoringProfile]:
    """The profiles of these people, or of everybody, by roster id, in one query."""
    rows = db.execute(
        select(MENTORING_PROFILE)
        .where(among(MENTORING_PROFILE.c.person_id, ids))
        .order_by(MENTORING_PROFILE.c.person_id)
    )
    return {row.person_id: read(MentoringProfile, row._mapping) for row in rows}


def put_profiles(db: Connection, put: Collection[MentoringProfile]) -> None:
    """Keep these, each in the place of what was known of the person before."""
    if put:
        ids = [profile.person_id for profile in put]
        db.execute(delete(MENTORING_PROFILE).where(MENTORING_PROFILE.c.person_id.in_(ids)))
        db.execute(insert(MENTORING_PROFILE), [profile.model_dump() for profile in put])


def waiting(db: Connection) -> list[MentoringProfile]:
    """The mentees who wait for a mentor, who has waited longest first."""
    rows = db.execute(
        select(MENTORING_PROFILE)
        .where(MENTORING_PROFILE.c.waiting_since.is_not(None))
        .order_by(MENTORING_PROFILE.c.waiting_since, MENTORING_PROFILE.c.person_id)
    )
    return [read(MentoringProfile, row._mapping) for row in rows]


def waiting_before(db: Connection, person_id: str, since: datetime) -> int:
    """How many others have waited for a mentor since an earlier moment."""
    before = (MENTORING_PROFILE.c.waiting_since < since, MENTORING_PROFILE.c.person_id != person_id)
    return db.execute(select(func.count()).select_from(MENTORING_PROFILE).where(*before)).scalar_one()


def count_waiting(db: Connection) -> int:
    """How many wait for a mentor."""
    waits = MENTORING_PROFILE.c.waiting_since.is_not(None)
    return db.execute(select(func.count()).select_from(MENTORING_PROFILE).where(waits)).scalar_one()


def leave(db: Connection, batch: str, why: Mapping[str, str]) -> None:
    """Write down of these mentees, by roster id, why a batch of matches held nobody for them."""
    known = profiles(db, why)
    left = [known.get(each) or MentoringProfile(person_id=each, side=MENTEE) for each in why]
    for profile in left:
        profile.left_in, profile.left_why = batch, why[profile.person_id]
    put_profiles(db, left)


def left_in(db: Connection, batch: str) -> list[MentoringProfile]:
    """The mentees for whom this batch held nobody."""
    hers = select(MENTORING_PROFILE).where(MENTORING_PROFILE.c.left_in == batch).order_by(MENTORING_PROFILE.c.person_id)
    return [read(MentoringProfile, row._mapping) for row in db.execute(hers)]


def wait_since(db: Connection, ids: Collection[str], since: datetime | None) -> None:
    """These mentees wait from a moment on; None: they wait no longer."""
    db.execute(update(MENTORING_PROFILE).where(MENTORING_PROFILE.c.person_id.in_(ids)).values(waiting_since=since))


def change_profile(db: Connection, person_id: str, side: str, **columns: object) -> None:
    """Set columns of a profile, which begins with this where there was none."""
    mine = MENTORING_PROFILE.c.person_id == person_id
    if not db.execute(update(MENTORING_PROFILE).where(mine).values(**columns)).rowcount:
        profile = MentoringProfile(person_id=person_id, side=side)
        db.execute(insert(MENTORING_PROFILE).values(**{**profile.model_dump(), **columns}))
