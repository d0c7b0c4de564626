"""Who a case is about besides the student: colleagues she named, from whom it is kept."""

from datetime import datetime

from sqlalchemy import Connection, insert, select
from sqlmodel import Field, SQLModel

from storage.columns import Moment, table


class CaseParty(SQLModel, table=True):
    """Somebody of the roster whom a case is about: it is never routed to, shown to or paged to this person.

    `source` says how we know: words (her words name this person), answer (she chose it) or staff.
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
