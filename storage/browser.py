"""What the demo page shows: the posts of its panes, and how far its clock runs ahead.

A post is sealed with the key of the person whose chat it stands in, as the platforms' own copies cannot be: once she
is forgotten, it reads as "".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, Index, Row, delete, func, insert, select, update
from sqlmodel import Field, SQLModel

from storage.columns import Moment, new_id, table
from storage.people import Person, find_people, person_of, who_writes
from storage.unit_of_work import UnitOfWork

Author = Literal["bot", "person"]
Place = Literal["log", "home"]
MOST_SHOWN = 500
_CLOCK_ROW = 1


class BrowserPost(SQLModel, table=True):
    """One bubble, card or page.

    `packed` is what is shown, as JSON, sealed when `person_id` is set. `thread` is the post it stands under. `event_id`
    is the event that a person's own post came with. Every change takes the next `revision` of the whole table; `added`
    is the one it came with, so that a page knows what it has not seen yet.
    """

    __tablename__ = "browser_post"
    __table_args__ = (Index("ix_browser_post_chat", "chat", "place", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    chat: str
    place: str = "log"
    author: str = "bot"
    thread: int | None = None
    packed: str
    person_id: str = ""
    media: str = ""
    event_id: str = Field(default="", index=True)
    failed: bool = False
    at: datetime = Field(sa_type=Moment)
    added: int
    revision: int = Field(index=True)


class BrowserClock(SQLModel, table=True):
    """How many seconds the demo's clock is ahead; one row."""

    __tablename__ = "browser_clock"
    id: int = Field(default=_CLOCK_ROW, primary_key=True)
    ahead_seconds: int


POST, CLOCK = table(BrowserPost), table(BrowserClock)


@dataclass(frozen=True, slots=True)
class Post:
    """A post, opened. `packed` is "" when its words can no longer be read."""

    id: int
    chat: str
    author: Author
    thread: int | None
    packed: str
    media: str
    failed: bool
    at: datetime
    added: int
    revision: int


def add(uow: UnitOfWork, chat: str, packed: str, *, thread: int | None = None) -> int:
    """Show something of the bot's; gives its id. Under a post that does not stand in this chat, it stands alone."""
    known = thread is not None and _stands(uow.db, chat, thread)
    return _insert(uow, chat, packed, thread=thread if known else None)


def add_own(uow: UnitOfWork, chat: str, event_id: str, packed: str, *, media: str = "") -> int:
    """Show what a person sent; gives its id. The same event again is the same post, and no longer failed."""
    known = _find_own(uow.db, chat, event_id)
    if known is None:
        return _insert(uow, chat, packed, author="person", event_id=event_id, media=media)
    set_failed(uow.db, known, failed=False)
    return known


def set_failed(db: Connection, post_id: int, *, failed: bool) -> None:
    """Mark a person's own post as not delivered, or as delivered after all."""
    changed = POST.c.id == post_id, POST.c.failed.is_(not failed)
    db.execute(update(POST).where(*changed).values(failed=failed, revision=_next_revision(db)))


def replace(uow: UnitOfWork, chat: str, post_id: int, packed: str) -> bool:
    """Show something else in place of a post; False when no such post stands in this chat."""
    here = POST.c.id == post_id, POST.c.chat == chat, POST.c.place == "log"
    values = {**_sealed(uow, chat, packed), "revision": _next_revision(uow.db)}
    return uow.db.execute(update(POST).where(*here).values(**values)).rowcount == 1


def set_home(uow: UnitOfWork, chat: str, packed: str) -> int:
    """Show a coordinator's own page instead of the one before; gives its id."""
    uow.db.execute(delete(POST).where(POST.c.chat == chat, POST.c.place == "home"))
    return _insert(uow, chat, packed, place="home")


def shown(uow: UnitOfWork, chats: Sequence[str], place: Place = "log") -> list[Post]:
    """What stands in these chats, the oldest first: the last `MOST_SHOWN` posts."""
    rows = list(
        uow.db.execute(
            select(POST)
            .where(POST.c.chat.in_(chats), POST.c.place == place)
            .order_by(POST.c.id.desc())
            .limit(MOST_SHOWN)
        )
    )
    people = find_people(uow.db, {row.person_id for row in rows if row.person_id})
    return [_opened(uow, row, people) for row in reversed(rows)]


def find_post(uow: UnitOfWork, post_id: int) -> Post | None:
    """The post with this id, or None."""
    row = uow.db.execute(select(POST).where(POST.c.id == post_id)).first()
    if row is None:
        return None
    return _opened(uow, row, find_people(uow.db, {row.person_id}))


def latest_revision(db: Connection) -> int:
    """The revision of the last change; 0 when nothing was ever shown."""
    return db.execute(select(func.max(POST.c.revision))).scalar() or 0


def clock_ahead(db: Connection) -> timedelta:
    """How far the demo's clock is ahead."""
    return timedelta(seconds=db.execute(select(CLOCK.c.ahead_seconds)).scalar() or 0)


def set_clock_ahead(db: Connection, ahead: timedelta) -> None:
    """Keep how far the demo's clock is ahead."""
    seconds = int(ahead.total_seconds())
    if not db.execute(update(CLOCK).values(ahead_seconds=seconds)).rowcount:
        db.execute(insert(CLOCK).values(id=_CLOCK_ROW, ahead_seconds=seconds))


def _insert(uow: UnitOfWork, chat: str, packed: str, **columns: object) -> int:
    revision = _next_revision(uow.db)
    values = {"chat": chat, "at": uow.now, "added": revision, "revision": revision, **_sealed(uow, chat, packed)}
    return new_id(uow.db.execute(insert(POST).values(**values, **columns)))


def _next_revision(db: Connection) -> int:
    return latest_revision(db) + 1


def _find_own(db: Connection, chat: str, event_id: str) -> int | None:
    found: int | None = db.execute(select(POST.c.id).where(POST.c.chat == chat, POST.c.event_id == event_id)).scalar()
    return found


def _stands(db: Connection, chat: str, post_id: int) -> bool:
    return db.execute(select(POST.c.id).where(POST.c.id == post_id, POST.c.chat == chat)).first() is not None


def _sealed(uow: UnitOfWork, chat: str, packed: str) -> dict[str, str]:
    """On this page a person's user id is her chat's id. Without a key nothing could be sealed: it is kept as it is."""
    row = who_writes(uow.db, "browser", chat)
    person = person_of(row) if row else None
    if person is None or person.data_key is None:
        return {"packed": packed, "person_id": ""}
    return {"packed": uow.seal(person, packed), "person_id": person.id}


def _opened(uow: UnitOfWork, row: Row[Any], people: Mapping[str, Person]) -> Post:
    owner = people.get(row.person_id)
    packed = uow.open(owner, row.packed) if owner else row.packed
    kept = ("id", "chat", "author", "thread", "media", "failed", "at", "added", "revision")
    return Post(packed=packed, **{name: row._mapping[name] for name in kept})
