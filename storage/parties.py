"""Who a case is about besides the student: colleagues she named, from whom it is kept."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, and_, delete, insert, or_, select
from sqlmodel import Field, SQLModel

from storage.cases import CASE
from storage.columns import Moment, table
from storage.outbox import OUTBOX
from storage.people import PERSON


class CaseParty(SQLModel, table=True):
    """Somebody of the roster whom a case is about: it is never routed to, shown to or paged to this person.

    `source` says how we know: words (her words name this person) or answer (she said so when she was asked).
    """

    __tablename__ = "case_party"
    case_id: int = Field(primary_key=True, foreign_key="case_file.id")
    person_id: str = Field(primary_key=True, foreign_key="person.id", index=True)
    since: datetime = Field(sa_type=Moment)
    source: str = "words"


CASE_PARTY = table(CaseParty)


def add_party(db: Connection, case_id: int, person_id: str, since: datetime, source: str) -> bool:
    """Keep a case from somebody; False when it was kept from this person before."""
    here = (CASE_PARTY.c.case_id == case_id, CASE_PARTY.c.person_id == person_id)
    if db.execute(select(CASE_PARTY.c.case_id).where(*here)).first() is not None:
        return False
    db.execute(insert(CASE_PARTY).values(case_id=case_id, person_id=person_id, since=since, source=source))
    return True


def parties_of(db: Connection, case_id: int) -> frozenset[str]:
    """The roster ids of those a case is kept from."""
    return frozenset(db.execute(select(CASE_PARTY.c.person_id).where(CASE_PARTY.c.case_id == case_id)).scalars())


def kept_from(db: Connection, person_id: str) -> frozenset[int]:
    """The ids of the cases that are kept from this person."""
    return frozenset(db.execute(select(CASE_PARTY.c.case_id).where(CASE_PARTY.c.person_id == person_id)).scalars())


def students_kept_from(db: Connection, person_id: str) -> frozenset[str]:
    """The roster ids of the students of whom a case is kept from this person."""
    mine = select(CASE.c.person_id).join(CASE_PARTY, CASE_PARTY.c.case_id == CASE.c.id)
    return frozenset(db.execute(mine.where(CASE_PARTY.c.person_id == person_id)).scalars())


def names_of(db: Connection, roles: Collection[str]) -> dict[str, str]:
    """The names of everybody with one of these roles, by roster id: whom words may name."""
    rows = db.execute(select(PERSON.c.id, PERSON.c.name).where(PERSON.c.role.in_(roles)))
    return {row.id: row.name for row in rows}


def withdraw(
    db: Connection, case_id: int, number: str, chats: Collection[tuple[str, str]], keys: Collection[str]
) -> int:
    """Take back what waits to be told of a case in these chats (lane and chat); gives how many messages that were.

    `keys` are the names of its cards: what is logged under one carries no `case_id`. Nor does a page that lists the
    case among others: it is known by the number.
    """
    here = or_(*(and_(OUTBOX.c.lane == lane, OUTBOX.c.chat == chat) for lane, chat in chats))
    listed = and_(OUTBOX.c.case_id.is_(None), OUTBOX.c.packed.contains(number, autoescape=True))
    about = or_(OUTBOX.c.case_id == case_id, OUTBOX.c.key.in_(keys), OUTBOX.c.thread_key.in_(keys), listed)
    return db.execute(delete(OUTBOX).where(OUTBOX.c.status == "pending", here, about)).rowcount if chats else 0
