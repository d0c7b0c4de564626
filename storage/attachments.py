"""Pictures, voice messages and files a student sent for a person to look at: sealed with her key like her words."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Index, delete, insert, or_, select, text, update
from sqlmodel import Field, SQLModel

from storage.columns import Moment, new_id, one, read, table

_TO_FETCH = text("state = 'waiting'")


class Attachment(SQLModel, table=True):
    """One file.

    `state` is offered (she was asked whether a person shall see it; it belongs to no case yet), waiting (the platform
    still holds it), kept, refused (its type or size is not taken) or lost (the platform no longer gives it); `failure`
    says why. `ref` is what the platform needs to give it out. `kind` is photo, voice, audio, video or document;
    `media_type` is what it really is, looked up in its first bytes. `album` is the same for what was sent together.
    `body` is sealed.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        Index("ix_attachment_to_fetch", "fetch_at", sqlite_where=_TO_FETCH, postgresql_where=_TO_FETCH),
    )  # fmt: skip
    id: int | None = Field(default=None, primary_key=True)
    case_id: int | None = Field(default=None, foreign_key="case_file.id", index=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    at: datetime = Field(sa_type=Moment)
    platform: str
    ref: str
    kind: str
    album: str = ""
    media_type: str = ""
    size: int = 0
    state: str = "waiting"
    failure: str = ""
    attempts: int = 0
    fetch_at: datetime | None = Field(default=None, sa_type=Moment)
    body: bytes | None = None


ATTACHMENT = table(Attachment)
_WITHOUT_BODY = [column for column in ATTACHMENT.c if column.name != "body"]


def add_attachment(db: Connection, attachment: Attachment) -> int:
    """Write down that she sent one; gives its id."""
    return new_id(db.execute(insert(ATTACHMENT).values(**attachment.model_dump(exclude={"id"}))))


def to_fetch(db: Connection, platform: str, now: datetime, furthest: datetime, most: int) -> list[Attachment]:
    """What a platform still holds for us, the oldest first; beyond `furthest` too: the clock was set back."""
    due = or_(ATTACHMENT.c.fetch_at <= now, ATTACHMENT.c.fetch_at > furthest)
    rows = db.execute(
        select(*_WITHOUT_BODY)
        .where(_TO_FETCH, due, ATTACHMENT.c.platform == platform)
        .order_by(ATTACHMENT.c.fetch_at)
        .limit(most)
    )
    return [_bodiless(row._mapping) for row in rows]


def claim_fetch(db: Connection, attachment: Attachment, again_at: datetime) -> bool:
    """Count one more try, the next is at `again_at`; False when somebody else tries, or it is no longer wanted."""
    here = (
        ATTACHMENT.c.id == attachment.id, _TO_FETCH, ATTACHMENT.c.attempts == attachment.attempts,
        ATTACHMENT.c.fetch_at == attachment.fetch_at,
    )  # fmt: skip
    tried = {"attempts": attachment.attempts + 1, "fetch_at": again_at}
    return db.execute(update(ATTACHMENT).where(*here).values(**tried)).rowcount == 1


def settle_fetch(db: Connection, attachment_id: int, state: str, **columns: object) -> bool:
    """It was fetched, or never will be; False when that was settled before, or it was erased meanwhile."""
    here = (ATTACHMENT.c.id == attachment_id, _TO_FETCH)
    changed = update(ATTACHMENT).where(*here).values(state=state, fetch_at=None, **columns)
    return db.execute(changed).rowcount == 1


def offered_to(db: Connection, person_id: str, attachment_id: int) -> list[Attachment]:
    """What she was asked about with this one: it and the rest of its album, the oldest first."""
    mine = (ATTACHMENT.c.person_id == person_id, ATTACHMENT.c.state == "offered")
    asked = find_attachment(db, attachment_id)
    if asked is None:
        return []
    together = ATTACHMENT.c.id == attachment_id
    if asked.album:
        together = (ATTACHMENT.c.platform == asked.platform) & (ATTACHMENT.c.album == asked.album)
    rows = db.execute(select(*_WITHOUT_BODY).where(*mine, together).order_by(ATTACHMENT.c.id))
    return [_bodiless(row._mapping) for row in rows]


def accept(db: Connection, attachment_id: int, case_id: int, fetch_at: datetime) -> bool:
    """She wants a person to see it; False when she said so before."""
    here = (ATTACHMENT.c.id == attachment_id, ATTACHMENT.c.state == "offered")
    kept = {"state": "waiting", "case_id": case_id, "fetch_at": fetch_at}
    return db.execute(update(ATTACHMENT).where(*here).values(**kept)).rowcount == 1


def drop_offers(db: Connection, ids: Collection[int]) -> None:
    """Drop these, if they are still only offered."""
    db.execute(delete(ATTACHMENT).where(ATTACHMENT.c.id.in_(ids), ATTACHMENT.c.state == "offered"))


def drop_offered(db: Connection, before: datetime) -> int:
    """Drop what she was asked about and did not want seen; gives how many."""
    return db.execute(delete(ATTACHMENT).where(ATTACHMENT.c.state == "offered", ATTACHMENT.c.at < before)).rowcount


def of_album(db: Connection, person_id: str, platform: str, album: str) -> Attachment | None:
    """The first of what she sent together with this, or None."""
    hers = (ATTACHMENT.c.person_id == person_id, ATTACHMENT.c.platform == platform, ATTACHMENT.c.album == album)
    row = db.execute(select(*_WITHOUT_BODY).where(*hers).order_by(ATTACHMENT.c.id).limit(1)).first()
    return _bodiless(row._mapping) if row else None


def find_attachment(db: Connection, attachment_id: int) -> Attachment | None:
    """The attachment with this id and its body, or None."""
    return one(Attachment, db.execute(select(ATTACHMENT).where(ATTACHMENT.c.id == attachment_id)).first())


def attachments_of(db: Connection, case_ids: Collection[int]) -> list[Attachment]:
    """What was sent into these cases, the oldest first, without the bodies."""
    rows = db.execute(select(*_WITHOUT_BODY).where(ATTACHMENT.c.case_id.in_(case_ids)).order_by(ATTACHMENT.c.id))
    return [_bodiless(row._mapping) for row in rows]


def bodies_of(db: Connection, case_ids: Collection[int]) -> dict[int, bytes]:
    """The sealed bodies of these cases' attachments, by id."""
    kept = (ATTACHMENT.c.case_id.in_(case_ids), ATTACHMENT.c.body.is_not(None))
    return {row.id: row.body for row in db.execute(select(ATTACHMENT.c.id, ATTACHMENT.c.body).where(*kept))}


def _bodiless(columns: Mapping[Any, Any]) -> Attachment:
    return read(Attachment, {**columns, "body": None})
