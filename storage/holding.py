"""Whose chat a person holds: set by her case, let go by whoever is first."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import CompoundSelect, Connection, bindparam, select, union_all, update

from storage.columns import Moment, read
from storage.people import PERSON, Person


def _over() -> CompoundSelect[Any]:
    """Two ranges of one index: joined by OR PostgreSQL looks for them among all who are held."""
    until, now, furthest = PERSON.c.held_until, bindparam("now", type_=Moment()), bindparam("furthest", type_=Moment())
    ranges = (select(PERSON).where(within) for within in (until <= now, until > furthest))
    return union_all(*(select(each.order_by(until).limit(bindparam("most")).subquery()) for each in ranges))


_OVER = _over()


def hold(db: Connection, person_id: str, case_id: int, until: datetime) -> None:
    """A person talks with her in this case, until then if nobody writes."""
    db.execute(update(PERSON).where(PERSON.c.id == person_id).values(held_case_id=case_id, held_until=until))


def let_go(db: Connection, person_id: str) -> None:
    """Nobody holds her chat any more."""
    db.execute(update(PERSON).where(PERSON.c.id == person_id).values(held_case_id=None, held_until=None))


def over(db: Connection, now: datetime, longest: timedelta, most: int) -> list[Person]:
    """Whose chat is to be let go, the longest silence first; and who is held for longer than can be.

    Those come of a clock that was set back.
    """
    rows = db.execute(_OVER, {"now": now, "furthest": now + longest, "most": most})
    return [read(Person, row._mapping) for row in rows]


def claim(db: Connection, person: Person, until: datetime | None) -> bool:
    """Let her go, or hold her until then instead; False when somebody wrote or let her go meanwhile."""
    as_read = (PERSON.c.held_case_id == person.held_case_id, PERSON.c.held_until == person.held_until)
    kept = person.held_case_id if until else None
    letting_go = update(PERSON).where(PERSON.c.id == person.id, *as_read)
    return db.execute(letting_go.values(held_case_id=kept, held_until=until)).rowcount == 1
