"""Writing people and placements as the roster names them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from storage.columns import read
from storage.people import PERSON, PLACEMENT, Person, Placement


def everybody(db: Connection) -> dict[str, Person]:
    """Everybody who is kept, by id, in the order of their ids."""
    return {row.id: read(Person, row._mapping) for row in db.execute(select(PERSON).order_by(PERSON.c.id))}


def placements(db: Connection) -> dict[str, Placement]:
    """Every placement, by the student's id."""
    return {row.person_id: read(Placement, row._mapping) for row in db.execute(select(PLACEMENT))}


def add_person(db: Connection, columns: Mapping[str, Any]) -> None:
    """Write a new person down."""
    db.execute(insert(PERSON).values(**Person(**columns).model_dump()))


def add_placement(db: Connection, columns: Mapping[str, Any]) -> None:
    """Write a new placement down."""
    db.execute(insert(PLACEMENT).values(**Placement(**columns).model_dump()))
