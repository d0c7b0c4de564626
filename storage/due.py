"""Check-ins that are due: the database is the calendar, and each is claimed before anything is done about it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from storage.columns import Moment, among, read
from storage.mentoring_profiles import profiles
from storage.people import PERSON, PLACEMENT, Person, Placement, find_people

_DUE_AT = (PLACEMENT.c.requested_at, PLACEMENT.c.ask_again_at, PLACEMENT.c.next_checkin_at)
_AS_READ = (column.is_not_distinct_from(bindparam(f"was_{column.name}", type_=Moment())) for column in _DUE_AT)
_CLAIM = update(PLACEMENT).where(PLACEMENT.c.person_id == bindparam("whose"), *_AS_READ)
"""Whoever sees to one finds the calendar as it was read: of two processes the second finds it changed."""


@dataclass(frozen=True, slots=True)
class DueCheckin:
    """A student whose check-in is due; `requested`: somebody asked for it now, so it is sent at any hour."""

    person: Person
    placement: Placement
    requested: bool


def due_checkins(db: Connection, now: datetime, most: int) -> list[DueCheckin]:
    """Who is to be asked now, at most so many. Three indexed searches: its cost is the number that is due."""
    found: dict[str, bool] = {}
    for column in _DUE_AT:
        # Whatever the clock says meanwhile, what somebody asked for is due.
        requested = column.name == "requested_at"
        is_due = column.is_not(None) if requested else column <= now
        for person_id in db.execute(select(PLACEMENT.c.person_id).where(is_due).order_by(column).limit(most)).scalars():
            found[person_id] = found.get(person_id, False) or requested
    placed = students(db, found) if found else {}
    return [DueCheckin(person, placement, found[person_id]) for person_id, (person, placement) in placed.items()]


def students(db: Connection, ids: Collection[str] | None) -> dict[str, tuple[Person, Placement]]:
    """These people with their placements, or everybody who has one, by id; two queries however many they are."""
    people = {row.id: read(Person, row._mapping) for row in db.execute(select(PERSON).where(among(PERSON.c.id, ids)))}
    rows = db.execute(select(PLACEMENT).where(among(PLACEMENT.c.person_id, ids)).order_by(PLACEMENT.c.person_id))
    placements = [read(Placement, row._mapping) for row in rows]
    return {each.person_id: (people[each.person_id], each) for each in placements}


def written_to(db: Connection, ids: Collection[str]) -> dict[str, tuple[Person, Placement]]:
    """These people with their placements; a mentor has none, so hers names the country and nothing else."""
    placed = students(db, ids)
    others = find_people(db, {*ids} - set(placed))
    theirs = profiles(db, set(others))
    unplaced = {
        each: (person, Placement(person_id=each, country=theirs[each].country if each in theirs else ""))
        for each, person in others.items() if person.role == "mentor"
    }  # fmt: skip
    return placed | unplaced


def settle(db: Connection, due: DueCheckin, following: datetime | None) -> bool:
    """This one is dealt with; the next comes at `following`. False when somebody else has seen to it."""
    return _claim(db, due, next_checkin_at=following, ask_again_at=None, requested_at=None)


def put_off(db: Connection, due: DueCheckin, until: datetime, following: datetime | None) -> bool:
    """Ask at `until` instead, without moving the rhythm. False when somebody else has seen to it."""
    return _claim(db, due, next_checkin_at=following, ask_again_at=until, requested_at=None)


def _claim(db: Connection, due: DueCheckin, **columns: object) -> bool:
    was = {f"was_{column.name}": getattr(due.placement, column.name) for column in _DUE_AT}
    return db.execute(_CLAIM, {"whose": due.person.id, **was, **columns}).rowcount == 1
