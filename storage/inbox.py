"""What came in before: exactly-once is a primary key in the turn's own transaction."""

from datetime import datetime

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from storage.columns import Moment, table


class SeenEvent(SQLModel, table=True):
    """An event that was handled."""

    __tablename__ = "seen_event"
    platform: str = Field(primary_key=True)
    event_id: str = Field(primary_key=True)
    seen_at: datetime = Field(sa_type=Moment, index=True)


class RejectedEvent(SQLModel, table=True):
    """An event nobody could read. The reason only: what it said is not kept."""

    __tablename__ = "rejected_event"
    id: int | None = Field(default=None, primary_key=True)
    platform: str
    event_id: str
    reason: str
    at: datetime = Field(sa_type=Moment)


SEEN_EVENT, REJECTED_EVENT = table(SeenEvent), table(RejectedEvent)

# Asked back rather than counted: PostgreSQL's driver does not tell how many rows an insert wrote.
_SEE = {
    name: make(SEEN_EVENT).on_conflict_do_nothing().returning(SEEN_EVENT.c.event_id)
    for name, make in (("sqlite", sqlite.insert), ("postgresql", postgresql.insert))
}


def first_time(db: Connection, platform: str, event_id: str, now: datetime) -> bool:
    """Write an event down; False when it was written before."""
    values = {"platform": platform, "event_id": event_id, "seen_at": now}
    return db.execute(_SEE[db.dialect.name], values).first() is not None


def reject(db: Connection, platform: str, event_id: str, reason: str, now: datetime) -> None:
    """Write down that an event could not be read."""
    db.execute(REJECTED_EVENT.insert().values(platform=platform, event_id=event_id, reason=reason[:200], at=now))


def rejected(db: Connection) -> list[tuple[str, str, str]]:
    """Platform, event id and reason of what could not be read, the oldest first."""
    rows = db.execute(select(REJECTED_EVENT).order_by(REJECTED_EVENT.c.id))
    return [(row.platform, row.event_id, row.reason) for row in rows]


def forget_seen(db: Connection, before: datetime) -> int:
    """Drop events older than any redelivery; gives how many."""
    return db.execute(delete(SEEN_EVENT).where(SEEN_EVENT.c.seen_at < before)).rowcount
