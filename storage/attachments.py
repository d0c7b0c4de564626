"""Pictures, voice messages and files a student sent into a case: sealed with her key like her words."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, Index, insert, select, text, update
from sqlmodel import Field, SQLModel

from storage.columns import Moment, new_id, one, read, table

_TO_FETCH = text("state = 'waiting'")


class Attachment(SQLModel, table=True):
    """One file in a case.

    `state` is waiting (the platform still holds it), kept, refused (its type or size is not taken) or lost (the
    platform no longer gives it); `failure` says why. `ref` is what the platform needs to give it out. `kind` is photo,
    voice, audio, video or document; `media_type` is what it really is, looked up in its first bytes. `body` is sealed.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        Index("ix_attachment_to_fetch", "fetch_at", sqlite_where=_TO_FETCH, postgresql_where=_TO_FETCH),
    )  # fmt: skip
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="case_file.id", index=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    at: datetime = Field(sa_type=Moment)
    platform: str
    ref: str
    kind: str
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


def to_fetch(db: Connection, platform: str, now: datetime, most: int) -> list[Attachment]:
    """What a platform still holds for us, the oldest first."""
    rows = db.execute(
        select(*_WITHOUT_BODY)
        .where(_TO_FETCH, ATTACHMENT.c.fetch_at <= now, ATTACHMENT.c.platform == platform)
        .order_by(ATTACHMENT.c.fetch_at)
        .limit(most)
    )
    return [read(Attachment, {**row._mapping, "body": None}) for row in rows]


def change_attachment(db: Connection, attachment_id: int, **columns: object) -> None:
    """Set columns of an attachment."""
    db.execute(update(ATTACHMENT).where(ATTACHMENT.c.id == attachment_id).values(**columns))


def find_attachment(db: Connection, attachment_id: int) -> Attachment | None:
    """The attachment with this id and its body, or None."""
    return one(Attachment, db.execute(select(ATTACHMENT).where(ATTACHMENT.c.id == attachment_id)).first())


def attachments_of(db: Connection, case_ids: Collection[int]) -> list[Attachment]:
    """What was sent into these cases, the oldest first, without the bodies."""
    rows = db.execute(select(*_WITHOUT_BODY).where(ATTACHMENT.c.case_id.in_(case_ids)).order_by(ATTACHMENT.c.id))
    return [read(Attachment, {**row._mapping, "body": None}) for row in rows]
