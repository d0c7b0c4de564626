"""How often we wrote to somebody of our own accord, so that it does not become too much."""

from datetime import datetime

from sqlalchemy import Connection, Index, delete, insert, select
from sqlmodel import Field, SQLModel

from storage.columns import Moment, table


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


def drop_contacts(db: Connection, before: datetime) -> int:
    """Drop what no rule looks at any more; gives how many."""
    return db.execute(delete(CONTACT).where(CONTACT.c.at < before)).rowcount
