"""How often we wrote to somebody of our own accord, so that it does not become too much."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, Index, delete, insert, select
from sqlmodel import Field, SQLModel

from storage.columns import Moment, among, read, table


class Contact(SQLModel, table=True):
    """One routine message that she did not ask for; `what` is the conversation, or a reminder of it."""

    __tablename__ = "contact"
    __table_args__ = (Index("ix_contact_of_person", "person_id", "at"),)
    id: int | None = Field(default=None, primary_key=True)
    person_id: str = Field(foreign_key="person.id")
    at: datetime = Field(sa_type=Moment, index=True)
    what: str


CONTACT = table(Contact)


def note_contact(db: Connection, person_id: str, what: str, at: datetime) -> None:
    """Write down that we wrote to her."""
    db.execute(insert(CONTACT).values(person_id=person_id, what=what, at=at))


def contacts_since(db: Connection, person_id: str, since: datetime) -> list[datetime]:
    """When we wrote to her of our own accord, the earliest first."""
    mine = (CONTACT.c.person_id == person_id, CONTACT.c.at > since)
    return list(db.execute(select(CONTACT.c.at).where(*mine).order_by(CONTACT.c.at)).scalars())


def contacts_of(db: Connection, person_id: str) -> list[Contact]:
    """Everything that is still kept of how often we wrote to her, the earliest first."""
    rows = db.execute(select(CONTACT).where(CONTACT.c.person_id == person_id).order_by(CONTACT.c.at))
    return [read(Contact, row._mapping) for row in rows]


def contacts_in(
    db: Connection, since: datetime, until: datetime, ids: Collection[str] | None
) -> list[tuple[str, datetime]]:
    """When we wrote to these people, or to everybody, of our own accord: roster id and moment, in one query."""
    here = (among(CONTACT.c.person_id, ids), CONTACT.c.at > since, CONTACT.c.at <= until)
    return [(row.person_id, row.at) for row in db.execute(select(CONTACT.c.person_id, CONTACT.c.at).where(*here))]


def withdraw_contact(db: Connection, person_id: str, what: str, since: datetime) -> None:
    """She asked for it later: what she was sent since then is counted when it comes again."""
    mine = (CONTACT.c.person_id == person_id, CONTACT.c.what == what, CONTACT.c.at >= since)
    db.execute(delete(CONTACT).where(*mine))


def contacted_since(db: Connection, person_id: str, what: str, since: datetime) -> bool:
    """We wrote to her in this way since then."""
    mine = (CONTACT.c.person_id == person_id, CONTACT.c.what == what, CONTACT.c.at > since)
    return db.execute(select(CONTACT.c.id).where(*mine).limit(1)).first() is not None


def drop_contacts(db: Connection, before: datetime) -> int:
    """Drop what no rule looks at any more; gives how many."""
    return db.execute(delete(CONTACT).where(CONTACT.c.at < before)).rowcount
