"""What she agreed to: versioned rows, as easy to withdraw as to give."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlmodel import Field, SQLModel

from storage.columns import Moment, read, table


class Consent(SQLModel, table=True):
    """One agreement: `version` is the revision of the script whose words she agreed to, `channel` where."""

    __tablename__ = "consent"
    id: int | None = Field(default=None, primary_key=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    version: str
    language: str
    channel: str
    given_at: datetime = Field(sa_type=Moment)
    withdrawn_at: datetime | None = Field(default=None, sa_type=Moment)


CONSENT = table(Consent)


def give(db: Connection, person_id: str, version: str, language: str, channel: str, now: datetime) -> None:
    """Write an agreement down."""
    db.execute(
        insert(CONSENT).values(
            person_id=person_id, version=version, language=language, channel=channel, given_at=now
        )
    )  # fmt: skip


def withdraw(db: Connection, person_id: str, now: datetime) -> None:
    """Mark every agreement of hers as withdrawn."""
    db.execute(
        update(CONSENT)
        .where(CONSENT.c.person_id == person_id, CONSENT.c.withdrawn_at.is_(None))
        .values(withdrawn_at=now)
    )


def consents_of(db: Connection, person_id: str) -> list[Consent]:
    """All her agreements, the oldest first."""
    rows = db.execute(select(CONSENT).where(CONSENT.c.person_id == person_id).order_by(CONSENT.c.id))
    return [read(Consent, row._mapping) for row in rows]
