"""Check-ins that are due: the database is the calendar, and each is claimed before it is sent."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, literal, select, update

from storage.columns import read
from storage.people import PERSON, PLACEMENT, Person, Placement


@dataclass(frozen=True, slots=True)
class DueCheckin:
    """A student whose check-in is due; `requested`: somebody asked for it now, so it is sent at any hour."""

    person: Person
    placement: Placement
    requested: bool


def due_checkins(db: Connection, now: datetime, most: int) -> list[DueCheckin]:
    """Who is to be asked now, at most so many. Three indexed searches: its cost is the number that is due."""
    found: dict[str, bool] = {}
    for column in (PLACEMENT.c.requested_at, PLACEMENT.c.ask_again_at, PLACEMENT.c.next_checkin_at):
        rows = db.execute(
            select(PLACEMENT.c.person_id, literal(column.name)).where(column <= now).order_by(column).limit(most)
        )
        for person_id, name in rows:
            found[person_id] = found.get(person_id, False) or name == "requested_at"
    if not found:
        return []
    people = db.execute(select(PERSON).where(PERSON.c.id.in_(found)))
    persons = {row.id: read(Person, row._mapping) for row in people}
    placements = db.execute(select(PLACEMENT).where(PLACEMENT.c.person_id.in_(found)))
    return [
        DueCheckin(persons[row.person_id], read(Placement, row._mapping), found[row.person_id]) for row in placements
    ]


def settle(db: Connection, due: DueCheckin, following: datetime | None) -> None:
    """This one is dealt with; the next comes at `following`."""
    _change(db, due, next_checkin_at=following, ask_again_at=None, requested_at=None)


def put_off(db: Connection, due: DueCheckin, until: datetime, following: datetime | None) -> None:
    """Ask at `until` instead, without moving the rhythm: after that it goes on at `following`."""
    _change(db, due, next_checkin_at=following, ask_again_at=until)


def _change(db: Connection, due: DueCheckin, **columns: object) -> None:
    db.execute(update(PLACEMENT).where(PLACEMENT.c.person_id == due.person.id).values(**columns))
