"""Writing people and placements as the roster names them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from storage.anonymous import ANONYMOUS
from storage.columns import read
from storage.people import PERSON, PLACEMENT, Person, Placement


def everybody(db: Connection) -> dict[str, Person]:
    """Everybody of the roster who is kept, by id, in the order of their ids."""
    named = select(PERSON).where(PERSON.c.role != ANONYMOUS).order_by(PERSON.c.id)
    return {row.id: read(Person, row._mapping) for row in db.execute(named)}


def placements(db: Connection) -> dict[str, Placement]:
    """Every placement, by the student's id."""
    return {row.person_id: read(Placement, row._mapping) for row in db.execute(select(PLACEMENT))}


def add_person(db: Connection, columns: Mapping[str, Any]) -> None:
    """Write a new person down."""
    db.execute(insert(PERSON).values(**Person(**columns).model_dump()))


def add_placement(db: Connection, columns: Mapping[str, Any]) -> None:
    """Write a new placement down."""
    db.execute(insert(PLACEMENT).values(**Placement(**columns).model_dump()))
