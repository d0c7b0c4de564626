"""Cases: what was flagged, what was said in them, and every change with who and when."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    CompoundSelect,
    Connection,
    Index,
    TextClause,
    bindparam,
    func,
    insert,
    or_,
    select,
    text,
    union_all,
    update,
)  # fmt: skip
from sqlmodel import Field, SQLModel

from storage.columns import Moment, among, new_id, one, read, table

_UNRESOLVED = text("state != 'resolved'")
_PAGING = text("page_at IS NOT NULL")
_CLIMBING = text("climb_at IS NOT NULL")
_TO_LOOK_AT = text("check_at IS NOT NULL")
_NUMBERING = 0x6361_7365  # any number that no other lock of ours uses: the letters "case"


class Case(SQLModel, table=True):
    """Something a person must look at. `state` is open, taken, waiting, resolved or reopened.

    `topic` is as coarse as a card may show: safety, wellbeing, workload, practical. `restricted` cases are read by
    safeguarding and the assignee only. `page_at` is when somebody is called again, while nobody has it;
    `invited_at` when the student pressed "Write back" and has not written since. `climb_at` is when the next thing
    happens because nobody acted (a reminder, the deputy, the lead), `climbed` how many such steps there were since the
    clock last began anew. `acted_at` is when whoever has it last did something in it. `undelivered_at` is since when
    messages about it do not reach the student. `check_at` is when somebody wanted to look at it again.
    """

    __tablename__ = "case_file"
    __table_args__ = (
        Index("ix_case_of_person", "person_id", "topic"),
        Index("ix_case_serial", "year", "serial", unique=True),
        Index("ix_case_unresolved", "deadline_at", sqlite_where=_UNRESOLVED, postgresql_where=_UNRESOLVED),
        Index("ix_case_paging", "page_at", sqlite_where=_PAGING, postgresql_where=_PAGING),
        Index("ix_case_climbing", "climb_at", sqlite_where=_CLIMBING, postgresql_where=_CLIMBING),
        Index("ix_case_check", "check_at", sqlite_where=_TO_LOOK_AT, postgresql_where=_TO_LOOK_AT),
    )
    id: int | None = Field(default=None, primary_key=True)
    number: str = Field(default="", unique=True)
    year: int = 0
    serial: int = 0
    person_id: str = Field(foreign_key="person.id")
    topic: str
    severity: int
    restricted: bool = False
    state: str = "open"
    source: str = ""
    language: str = "en"
    assignee_id: str = ""
    opened_at: datetime = Field(sa_type=Moment)
    deadline_at: datetime = Field(sa_type=Moment)
    taken_at: datetime | None = Field(default=None, sa_type=Moment)
    resolved_at: datetime | None = Field(default=None, sa_type=Moment)
    outcome: str = ""
    invited_at: datetime | None = Field(default=None, sa_type=Moment)
    page_at: datetime | None = Field(default=None, sa_type=Moment)
    paged: int = 0
    climb_at: datetime | None = Field(default=None, sa_type=Moment)
    climbed: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    acted_at: datetime | None = Field(default=None, sa_type=Moment)
    undelivered_at: datetime | None = Field(default=None, sa_type=Moment)
    check_at: datetime | None = Field(default=None, sa_type=Moment)


class CaseLine(SQLModel, table=True):
    """One thing said in a case. `kind` is flag, words, answer, reply, note or step; `body` is sealed with her key.

    A note and a step are for the file: staff read them, they are never sent to the student. `author_id` is the
    coordinator who wrote one of these or a reply, empty otherwise. `marks` holds flag and pattern ids, never words.
    """

    __tablename__ = "case_line"
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="case_file.id", index=True)
    at: datetime = Field(sa_type=Moment)
    kind: str
    author_id: str = ""
    source: str = ""
    severity: int = 0
    marks: str = ""
    body: str = ""


class CaseChange(SQLModel, table=True):
    """One change or opening of a case: who did what, when; `detail` never holds a word of the student."""

    __tablename__ = "case_change"
    __table_args__ = (Index("ix_case_change_of_kind", "case_id", "what"),)
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="case_file.id")
    at: datetime = Field(sa_type=Moment)
    who: str
    what: str
    detail: str = ""


CASE, CASE_LINE, CASE_CHANGE = table(Case), table(CaseLine), table(CaseChange)


def _due(runs: TextClause, column: Column[datetime]) -> CompoundSelect[Any]:
    """Two ranges of one partial index: joined by OR they would be looked for in all of it."""
    now, furthest = (bindparam(name, type_=Moment()) for name in ("now", "furthest"))
    ranges = (select(CASE).where(runs, within) for within in (column <= now, column > furthest))
    return union_all(*(select(each.order_by(column).limit(bindparam("most")).subquery()) for each in ranges))


_TO_PAGE, _TO_CLIMB = _due(_PAGING, CASE.c.page_at), _due(_CLIMBING, CASE.c.climb_at)
_TO_CHECK = _due(_TO_LOOK_AT, CASE.c.check_at)


def open_case(db: Connection, case: Case) -> Case:
    """Write a new case down under the next number of its year, `2026-0417`; gives it back with id and number."""
    year = case.opened_at.year
    if db.dialect.name == "postgresql":  # two programs at once would take the same number; SQLite has one writer
        db.execute(select(func.pg_advisory_xact_lock(_NUMBERING)))
    serial = (db.execute(select(func.max(CASE.c.serial)).where(CASE.c.year == year)).scalar() or 0) + 1
    numbered = {"number": f"{year}-{serial:04d}", "year": year, "serial": serial}
    values = case.model_dump(exclude={"id"}) | numbered
    case_id = new_id(db.execute(insert(CASE).values(**values)))
    return read(Case, {**values, "id": case_id})


def find_case(db: Connection, case_id: int) -> Case | None:
    """The case with this id, or None."""
    return one(Case, db.execute(select(CASE).where(CASE.c.id == case_id)).first())


def find_cases(db: Connection, case_ids: Collection[int]) -> dict[int, Case]:
    """The cases with these ids, by id."""
    rows = db.execute(select(CASE).where(CASE.c.id.in_(case_ids))) if case_ids else ()
    return {row.id: read(Case, row._mapping) for row in rows}


def find_by_number(db: Connection, number: str) -> Case | None:
    """The case with this number, or None."""
    return one(Case, db.execute(select(CASE).where(CASE.c.number == number)).first())


def unresolved_of(db: Connection, person_id: str) -> list[Case]:
    """Her cases that are not resolved, the newest first."""
    rows = db.execute(
        select(CASE).where(CASE.c.person_id == person_id, CASE.c.state != "resolved").order_by(CASE.c.id.desc())
    )
    return [read(Case, row._mapping) for row in rows]


def cases_of(db: Connection, person_id: str) -> list[Case]:
    """All her cases, the newest first."""
    rows = db.execute(select(CASE).where(CASE.c.person_id == person_id).order_by(CASE.c.id.desc()))
    return [read(Case, row._mapping) for row in rows]


def unresolved(db: Connection) -> list[Case]:
    """Every case that is not resolved, the earliest deadline first."""
    rows = db.execute(select(CASE).where(_UNRESOLVED).order_by(CASE.c.deadline_at))
    return [read(Case, row._mapping) for row in rows]


def every_case(db: Connection) -> list[Case]:
    """All cases, the newest first."""
    return [read(Case, row._mapping) for row in db.execute(select(CASE).order_by(CASE.c.id.desc()))]


def to_page(db: Connection, now: datetime, furthest: datetime, most: int) -> list[Case]:
    """Cases for which somebody must be called now; also those later than `furthest`, which a clock set back leaves.

    At most `most` of each, the earliest first.
    """
    rows = db.execute(_TO_PAGE, {"now": now, "furthest": furthest, "most": most})
    return [read(Case, row._mapping) for row in rows]


def to_climb(db: Connection, now: datetime, furthest: datetime, most: int) -> list[Case]:
    """Cases in which nobody acted in time; also those whose time is later than `furthest`, as in `to_page`."""
    rows = db.execute(_TO_CLIMB, {"now": now, "furthest": furthest, "most": most})
    return [read(Case, row._mapping) for row in rows]


def to_check(db: Connection, now: datetime, furthest: datetime, most: int) -> list[Case]:
    """Cases that are to be looked at again; also those whose time is later than `furthest`, as in `to_page`."""
    rows = db.execute(_TO_CHECK, {"now": now, "furthest": furthest, "most": most})
    return [read(Case, row._mapping) for row in rows]


def climbing(db: Connection) -> list[Case]:
    """Every case whose clock runs."""
    return [read(Case, row._mapping) for row in db.execute(select(CASE).where(_CLIMBING))]


def change_case(db: Connection, case_id: int, **columns: object) -> None:
    """Set columns of a case."""
    db.execute(update(CASE).where(CASE.c.id == case_id).values(**columns))


def move_case(db: Connection, case_id: int, state: str, /, **columns: object) -> bool:
    """Set columns of a case that is still in this state; False when somebody was faster."""
    return db.execute(update(CASE).where(CASE.c.id == case_id, CASE.c.state == state).values(**columns)).rowcount == 1


def claim_page(db: Connection, case: Case, until: datetime) -> bool:
    """Count one more page and put the next off until then; False when somebody paged or took the case meanwhile."""
    here = (CASE.c.id == case.id, CASE.c.paged == case.paged, CASE.c.page_at.is_not(None))
    return db.execute(update(CASE).where(*here).values(paged=case.paged + 1, page_at=until)).rowcount == 1


def claim_climb(db: Connection, case: Case, /, **columns: object) -> bool:
    """Set the columns of the next step; False when somebody acted or took this step meanwhile."""
    here = (
        CASE.c.id == case.id, CASE.c.state == case.state, CASE.c.climbed == case.climbed,
        CASE.c.climb_at == case.climb_at,
    )  # fmt: skip
    return db.execute(update(CASE).where(*here).values(**columns)).rowcount == 1


def claim_check(db: Connection, case: Case) -> bool:
    """It is looked at again; False when another day was chosen or it was done meanwhile."""
    here = (CASE.c.id == case.id, CASE.c.check_at == case.check_at)
    return db.execute(update(CASE).where(*here).values(check_at=None)).rowcount == 1


def mark_undelivered(db: Connection, case_id: int, since: datetime) -> bool:
    """A message about it does not reach the student; False when that was known."""
    here = (CASE.c.id == case_id, CASE.c.undelivered_at.is_(None))
    return db.execute(update(CASE).where(*here).values(undelivered_at=since)).rowcount == 1


def clear_undelivered(db: Connection, case_ids: Collection[int]) -> list[int]:
    """Messages about these reach the student; gives those of which the opposite was known."""
    marked = select(CASE.c.id).where(CASE.c.id.in_(case_ids), CASE.c.undelivered_at.is_not(None))
    found = list(db.execute(marked).scalars())
    if found:
        db.execute(update(CASE).where(CASE.c.id.in_(found)).values(undelivered_at=None))
    return found


def end_invitations(db: Connection, person_id: str) -> None:
    """She went on with something else: her next words are not for a case because she once pressed "Write back"."""
    db.execute(
        update(CASE).where(CASE.c.person_id == person_id, CASE.c.invited_at.is_not(None)).values(invited_at=None)
    )


def add_line(db: Connection, line: CaseLine) -> None:
    """Add something said."""
    db.execute(insert(CASE_LINE).values(**line.model_dump(exclude={"id"})))


def lines_of(db: Connection, case_ids: Collection[int]) -> list[CaseLine]:
    """What was said in these cases, the oldest first."""
    rows = db.execute(select(CASE_LINE).where(CASE_LINE.c.case_id.in_(case_ids)).order_by(CASE_LINE.c.id))
    return [read(CaseLine, row._mapping) for row in rows]


def note_change(db: Connection, case_id: int, at: datetime, who: str, what: str, detail: str = "") -> None:
    """Write a change down."""
    db.execute(insert(CASE_CHANGE).values(case_id=case_id, at=at, who=who, what=what, detail=detail))


def changed_since(db: Connection, person_id: str, whats: Collection[str], since: datetime) -> bool:
    """One of these was done to a case of hers, at that moment or later."""
    here = (CASE.c.person_id == person_id, CASE_CHANGE.c.what.in_(whats), CASE_CHANGE.c.at >= since)
    rows = select(CASE_CHANGE.c.id).join(CASE, CASE.c.id == CASE_CHANGE.c.case_id).where(*here)
    return db.execute(rows.limit(1)).first() is not None


def changes_of(db: Connection, case_ids: Collection[int], whats: Collection[str] | None = None) -> list[CaseChange]:
    """Every change of these cases, or those of these kinds, the oldest first.

    An emergency that nobody takes gathers hundreds of calls: whoever needs one kind of change asks for that.
    """
    here = (CASE_CHANGE.c.case_id.in_(case_ids), among(CASE_CHANGE.c.what, whats))
    rows = db.execute(select(CASE_CHANGE).where(*here).order_by(CASE_CHANGE.c.id))
    return [read(CaseChange, row._mapping) for row in rows]


def had_part_in(db: Connection, case_id: int, who: str, whats: Collection[str]) -> bool:
    """This person did something in a case, or one of these was done in it by anybody."""
    part = or_(CASE_CHANGE.c.who == who, CASE_CHANGE.c.what.in_(whats))
    found = select(CASE_CHANGE.c.id).where(CASE_CHANGE.c.case_id == case_id, part).limit(1)
    return db.execute(found).first() is not None
