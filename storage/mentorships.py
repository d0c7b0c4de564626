"""A mentor and a mentee: what they live through together, from the match to the goodbye."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import Connection, Index, and_, func, insert, or_, select, text, update
from sqlmodel import Field, SQLModel

from storage.columns import Moment, among, new_id, one, read, table
from storage.people import PERSON, PLACEMENT

OVER = ("closed", "declined", "withdrawn", "rematched")
"""States in which the two have nothing more to do with one another."""
NOT_YET = ("proposed", "approved")
"""States in which the mentee does not know of it."""
_LIVES = text("state NOT IN ('closed', 'declined', 'withdrawn', 'rematched')")
_LOOKED_AT = text("look_at IS NOT NULL")


class Mentorship(SQLModel, table=True):
    """One pair. What `state` may become stands in `bot.mentoring.life_cycle`.

    `batch` names the proposal that it came with, "" where the roster named the mentor; `reasons` is a JSON list of what
    speaks for the match. `look_at` is when the clock looks at it next;
    `waited_since` is since when the mentee had waited. `every_days`, `channel` and `books` are what
    both agreed; `ends_on` is the last day. `met_at` is the last meeting that took place, `not_held` how many in a row
    did not. `warned_at` is when both were told that it has gone quiet, `kept_at` when one of them last said that it
    goes on. `resumes_on` ends a pause. `why` is the code of what ended it, `how_mentee` and `how_mentor` how each wants
    it to end, `stay_mentee` and `stay_mentor` whether the other one shall have an address
    afterwards. `told` names what the clock has done already, a JSON list: nothing is asked twice.
    """

    __tablename__ = "mentorship"
    __table_args__ = (
        Index("ix_mentorship_look", "look_at", sqlite_where=_LOOKED_AT, postgresql_where=_LOOKED_AT),
        Index("ix_mentorship_mentor", "mentor_id", "id"),
        Index("ix_mentorship_mentee", "mentee_id", "id"),
        Index("ix_mentorship_batch", "batch"),
    )  # fmt: skip
    id: int | None = Field(default=None, primary_key=True)
    mentee_id: str = Field(foreign_key="person.id")
    mentor_id: str = Field(foreign_key="person.id")
    state: str
    batch: str = ""
    score: float | None = None
    reasons: str = "[]"
    made_at: datetime = Field(sa_type=Moment)
    waited_since: datetime | None = Field(default=None, sa_type=Moment)
    state_at: datetime = Field(sa_type=Moment)
    look_at: datetime | None = Field(default=None, sa_type=Moment)
    mentee_signed_at: datetime | None = Field(default=None, sa_type=Moment)
    mentor_signed_at: datetime | None = Field(default=None, sa_type=Moment)
    every_days: int | None = None
    channel: str = ""
    books: str = ""
    turn: int = 0
    ends_on: date | None = None
    met_at: datetime | None = Field(default=None, sa_type=Moment)
    not_held: int = 0
    warned_at: datetime | None = Field(default=None, sa_type=Moment)
    kept_at: datetime | None = Field(default=None, sa_type=Moment)
    resumes_on: date | None = None
    why: str = ""
    how_mentee: str = ""
    how_mentor: str = ""
    stay_mentee: str = ""
    stay_mentor: str = ""
    told: str = "[]"

    def other(self, person_id: str) -> str:
        """The roster id of the other of the two."""
        return self.mentor_id if person_id == self.mentee_id else self.mentee_id


MENTORSHIP = table(Mentorship)


def add_mentorship(db: Connection, mentorship: Mentorship) -> int:
    """Write a pair down; gives its id."""
    return new_id(db.execute(insert(MENTORSHIP).values(**mentorship.model_dump(exclude={"id"}))))


def add_mentorships(db: Connection, pairs: Collection[Mentorship]) -> None:
    """Write several pairs down in their order."""
    if pairs:
        db.execute(insert(MENTORSHIP), [pair.model_dump(exclude={"id"}) for pair in pairs])


def find_mentorship(db: Connection, mentorship_id: int) -> Mentorship | None:
    """The pair with this id, or None."""
    return one(Mentorship, db.execute(select(MENTORSHIP).where(MENTORSHIP.c.id == mentorship_id)).first())


def mentorship_of(db: Connection, mentee_id: str) -> Mentorship | None:
    """The pair that this mentee is in now, the newest if there are several; None where there is none."""
    mine = (
        select(MENTORSHIP).where(MENTORSHIP.c.mentee_id == mentee_id, _LIVES).order_by(MENTORSHIP.c.id.desc()).limit(1)
    )
    return one(Mentorship, db.execute(mine.order_by(MENTORSHIP.c.id.desc()).limit(1)).first())


def mentorships_with(db: Connection, mentor_id: str) -> list[Mentorship]:
    """The pairs that this mentor is in now, the oldest first."""
    rows = db.execute(select(MENTORSHIP).where(MENTORSHIP.c.mentor_id == mentor_id, _LIVES).order_by(MENTORSHIP.c.id))
    return [read(Mentorship, row._mapping) for row in rows]


def mentorships_of_any(db: Connection, ids: Collection[str] | None) -> list[Mentorship]:
    """Every pair that any of these people was ever in, or of everybody, the oldest first; one query."""
    theirs = or_(among(MENTORSHIP.c.mentee_id, ids), among(MENTORSHIP.c.mentor_id, ids))
    rows = db.execute(select(MENTORSHIP).where(theirs).order_by(MENTORSHIP.c.id))
    return [read(Mentorship, row._mapping) for row in rows]


def live_mentorships(db: Connection) -> list[Mentorship]:
    """Every pair that is not over, the oldest first."""
    rows = db.execute(select(MENTORSHIP).where(_LIVES).order_by(MENTORSHIP.c.id))
    return [read(Mentorship, row._mapping) for row in rows]


def in_batch(db: Connection, batch: str) -> list[Mentorship]:
    """The pairs of one proposal, in the order in which they were proposed."""
    rows = db.execute(select(MENTORSHIP).where(MENTORSHIP.c.batch == batch).order_by(MENTORSHIP.c.id))
    return [read(Mentorship, row._mapping) for row in rows]


def to_look_at(db: Connection, now: datetime, most: int) -> list[Mentorship]:
    """The pairs that the clock is to look at now, at most so many, the earliest first."""
    due = select(MENTORSHIP).where(_LOOKED_AT, MENTORSHIP.c.look_at <= now).order_by(MENTORSHIP.c.look_at).limit(most)
    return [read(Mentorship, row._mapping) for row in db.execute(due)]


def claim_look(db: Connection, mentorship: Mentorship, following: datetime | None) -> bool:
    """Look again at `following`; False when somebody else has looked, or it has changed since it was read."""
    as_read = and_(
        MENTORSHIP.c.id == mentorship.id, MENTORSHIP.c.look_at == mentorship.look_at,
        MENTORSHIP.c.state == mentorship.state,
    )  # fmt: skip
    return db.execute(update(MENTORSHIP).where(as_read).values(look_at=following)).rowcount == 1


def put_off_look(db: Connection, mentorship_id: int, until: datetime) -> None:
    """Looking at it failed: look again then."""
    db.execute(update(MENTORSHIP).where(MENTORSHIP.c.id == mentorship_id).values(look_at=until))


def change_mentorship(db: Connection, mentorship: Mentorship, **columns: object) -> None:
    """Set columns of a pair, in the database and in what was read of it."""
    db.execute(update(MENTORSHIP).where(MENTORSHIP.c.id == mentorship.id).values(**columns))
    for name, value in columns.items():
        setattr(mentorship, name, value)


def named_without_pair(db: Connection, today: date) -> list[tuple[str, str]]:
    """Students with the mentor that the roster names for them, where the two are no pair now.

    Only while the placement goes on, and only somebody who is a mentor and nothing else in the roster.
    """
    ever = (MENTORSHIP.c.mentee_id == PLACEMENT.c.person_id) & (MENTORSHIP.c.mentor_id == PLACEMENT.c.mentor_id)
    goes_on = PLACEMENT.c.ends_on.is_(None) | (PLACEMENT.c.ends_on >= today)
    named = (
        select(PLACEMENT.c.person_id, PLACEMENT.c.mentor_id)
        .join(PERSON, PERSON.c.id == PLACEMENT.c.mentor_id)
        .where(PERSON.c.role == "mentor", PERSON.c.forgotten_at.is_(None), goes_on)
        .where(~select(MENTORSHIP.c.id).where(ever, _LIVES, MENTORSHIP.c.state.not_in(NOT_YET)).exists())
        .order_by(PLACEMENT.c.person_id)
    )
    return [(row.person_id, row.mentor_id) for row in db.execute(named)]


def no_longer_named(db: Connection) -> list[Mentorship]:
    """Pairs that go on while the roster names somebody else for the student, or nobody."""
    rows = db.execute(
        select(MENTORSHIP)
        .join(PLACEMENT, PLACEMENT.c.person_id == MENTORSHIP.c.mentee_id)
        .where(_LIVES, MENTORSHIP.c.state.not_in(NOT_YET), PLACEMENT.c.mentor_id != MENTORSHIP.c.mentor_id)
        .order_by(MENTORSHIP.c.id)
    )
    return [read(Mentorship, row._mapping) for row in rows]


def standing(db: Connection) -> tuple[int, int]:
    """How many mentorships go on, and how many of these have gone quiet."""
    together = (_LIVES, MENTORSHIP.c.state.not_in(NOT_YET))
    counted = select(func.count(), func.count(MENTORSHIP.c.warned_at)).select_from(MENTORSHIP).where(*together)
    going_on, quiet = db.execute(counted).one()
    return going_on, quiet
