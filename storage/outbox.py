"""What must go out: one row for every word, written in the turn's own transaction."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Executable, Index, Row, Table, bindparam, func, insert, or_, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from storage.columns import Moment, one, read, table

_PENDING = text("status = 'pending'")
_SENT, _DEAD = text("status = 'sent'"), text("status = 'dead'")
_WAITS = text("status = 'pending' AND not_before IS NOT NULL")
_NEWS = text("status = 'pending' AND case_id IS NOT NULL AND person_id != ''")
# Where a column is compared with a bound value, PostgreSQL cannot prove that a partial index fits: a literal it can.


class OutboxRow(SQLModel, table=True):
    """One message on its way. `status` is pending, sent or dead.

    `lane` is a platform's rate-limit domain. Lower `priority` goes first. `packed` is the message as JSON, sealed with
    the person's key when `person_id` is set; it is emptied when the message was sent. `key` is a name under which the
    message is remembered; `edits_key` names a remembered message to edit, `edits` is the platform's own id of one, and
    `thread_key` names the message to answer under. With both `key` and `edits_key` it is posted where there is nothing
    to edit yet; with `edits_key` alone it is then dropped. `case_id` marks a notice about a case: when it dies, the
    coordinators are told. `good_until` is for what nobody asked for: not sent by then, it waits for her next window.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_pending", "lane", "priority", "id", sqlite_where=_PENDING, postgresql_where=_PENDING),
        # Partial ones: an index on all states would lure SQLite into going through everything that is pending.
        Index("ix_outbox_sent", "sent_at", sqlite_where=_SENT, postgresql_where=_SENT),
        Index("ix_outbox_dead", "id", sqlite_where=_DEAD, postgresql_where=_DEAD),
        Index("ix_outbox_waits", "person_id", sqlite_where=_WAITS, postgresql_where=_WAITS),
        Index("ix_outbox_news", "created_at", sqlite_where=_NEWS, postgresql_where=_NEWS),
    )
    id: int | None = Field(default=None, primary_key=True)
    lane: str
    chat: str
    priority: int
    status: str = "pending"
    packed: str
    person_id: str = ""
    key: str = ""
    edits: str = ""
    edits_key: str = ""
    thread_key: str = ""
    case_id: int | None = None
    attempts: int = 0
    not_before: datetime | None = Field(default=None, sa_type=Moment)
    good_until: datetime | None = Field(default=None, sa_type=Moment)
    created_at: datetime = Field(sa_type=Moment)
    sent_at: datetime | None = Field(default=None, sa_type=Moment)
    failure: str = ""


class PostedMessage(SQLModel, table=True):
    """Where the message of a key stands on its platform."""

    __tablename__ = "posted_message"
    key: str = Field(primary_key=True)
    lane: str = Field(primary_key=True)
    ref: str


OUTBOX, POSTED = table(OutboxRow), table(PostedMessage)


class Priority:
    """Who goes first when there is a queue."""

    EMERGENCY = 0
    REPLY = 10
    CASE = 20
    PROMPT = 30


_ADD = insert(OUTBOX)
_WAITING = (
    select(OUTBOX.c.id, OUTBOX.c.chat, OUTBOX.c.priority)
    .where(
        OUTBOX.c.lane == bindparam("in_lane"), _PENDING,
        OUTBOX.c.not_before.is_(None) | (OUTBOX.c.not_before <= bindparam("now", type_=Moment())),
    )
    .order_by(OUTBOX.c.priority, OUTBOX.c.id)
    .limit(bindparam("most"))
)  # fmt: skip


_WHOLE = (
    select(OUTBOX).where(OUTBOX.c.id.in_(bindparam("which", expanding=True))).order_by(OUTBOX.c.priority, OUTBOX.c.id)
)
_MARK_SENT = (
    update(OUTBOX).where(OUTBOX.c.id.in_(bindparam("which", expanding=True)))
    .values(status="sent", sent_at=bindparam("now", type_=Moment()), packed="", failure="")
)  # fmt: skip


def _upsert(make: Callable[[Table], sqlite.Insert | postgresql.Insert]) -> Executable:
    new = make(POSTED)
    return new.on_conflict_do_update(index_elements=["key", "lane"], set_={"ref": new.excluded.ref})


_REMEMBER = {"sqlite": _upsert(sqlite.insert), "postgresql": _upsert(postgresql.insert)}


def add(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put messages on their way."""
    if rows:
        db.execute(_ADD, list(rows))


def waiting(db: Connection, lane: str, now: datetime, most: int) -> list[Row[Any]]:
    """Id, chat and priority of what may go out on a lane now, the most important first, then the oldest."""
    return list(db.execute(_WAITING, {"in_lane": lane, "now": now, "most": most}))


def whole(db: Connection, ids: Sequence[int]) -> list[Row[Any]]:
    """The rows with these ids, the most important first, then the oldest."""
    return list(db.execute(_WHOLE, {"which": ids}))


def put_off_until(db: Connection, lane: str, now: datetime) -> list[tuple[str, int, timedelta]]:
    """Which chats of a lane have messages that failed and are tried again later: chat, priority, how long from now."""
    latest = func.max(OUTBOX.c.not_before)
    rows = db.execute(
        select(OUTBOX.c.chat, OUTBOX.c.priority, latest.label("until"))
        .where(OUTBOX.c.lane == lane, _PENDING, OUTBOX.c.failure != "", OUTBOX.c.not_before > now)
        .group_by(OUTBOX.c.chat, OUTBOX.c.priority)
    )
    return [(row.chat, row.priority, row.until - now) for row in rows]


def refs(db: Connection, lane: str, keys: Iterable[str]) -> dict[str, str]:
    """Where the messages of these keys stand, by key."""
    wanted = [key for key in set(keys) if key]
    if not wanted:
        return {}
    rows = db.execute(select(POSTED.c.key, POSTED.c.ref).where(POSTED.c.key.in_(wanted), POSTED.c.lane == lane))
    return {row.key: row.ref for row in rows}


def was_posted(db: Connection, key: str) -> bool:
    """The message of this key has reached its platform, whichever that was."""
    return db.execute(select(POSTED.c.ref).where(POSTED.c.key == key).limit(1)).first() is not None


def remember_refs(db: Connection, lane: str, refs: Mapping[str, str]) -> None:
    """Remember where the messages of these keys stand."""
    if refs:
        rows = [{"key": key, "lane": lane, "ref": ref} for key, ref in refs.items()]
        db.execute(_REMEMBER[db.dialect.name], rows)


def mark_sent(db: Connection, ids: Sequence[int], now: datetime) -> None:
    """These went out; what they said is not kept."""
    if ids:
        db.execute(_MARK_SENT, {"which": ids, "now": now})


def put_off(db: Connection, row_id: int, until: datetime, reason: str) -> None:
    """Try this one again later; `reason` stays until it went out, and tells it from what waits for its hour."""
    db.execute(
        update(OUTBOX).where(OUTBOX.c.id == row_id)
        .values(attempts=OUTBOX.c.attempts + 1, not_before=until, failure=reason[:200])
    )  # fmt: skip


def wait_for_window(db: Connection, row_id: int, opens: datetime, good_until: datetime) -> None:
    """Nobody waits for this one: it goes out when her next window opens."""
    planned = {"not_before": opens, "good_until": good_until, "failure": ""}
    db.execute(update(OUTBOX).where(OUTBOX.c.id == row_id).values(planned))


def send_now(db: Connection, person_id: str) -> int:
    """She is there: what waited for her morning goes out; gives how many. Prompts and failed tries go on waiting."""
    hers = (_WAITS, OUTBOX.c.person_id == person_id, OUTBOX.c.failure == "", OUTBOX.c.good_until.is_(None))
    return db.execute(update(OUTBOX).where(*hers).values(not_before=None)).rowcount


def retry_now(db: Connection, now: datetime, beyond: timedelta = timedelta(0)) -> int:
    """What failed and waits longer than `beyond` for its next try is due; gives how many.

    For when the clock was set back under those waits. What waits for its hour (a morning, a window) goes on waiting.
    """
    waits = (_PENDING, OUTBOX.c.failure != "", OUTBOX.c.not_before > now + beyond)
    return db.execute(update(OUTBOX).where(*waits).values(not_before=now)).rowcount


def withdraw(db: Connection, lane: str, key: str) -> bool:
    """Take back what is posted under a key; False when it has gone out already."""
    waits = (OUTBOX.c.lane == lane, OUTBOX.c.key == key, _PENDING)
    return db.execute(OUTBOX.delete().where(*waits)).rowcount > 0


def wait_for_morning(db: Connection, row_id: int, opens: datetime) -> None:
    """It was held up into her night: it goes out then, or when she writes."""
    db.execute(update(OUTBOX).where(OUTBOX.c.id == row_id).values(not_before=opens, failure=""))


def drop(db: Connection, row_id: int) -> None:
    """This one is no longer wanted, and nobody misses it."""
    db.execute(OUTBOX.delete().where(OUTBOX.c.id == row_id))


def give_up(db: Connection, row_id: int, reason: str) -> None:
    """This one will never go out; it stays readable for `outbox failed`."""
    db.execute(
        update(OUTBOX).where(OUTBOX.c.id == row_id)
        .values(status="dead", attempts=OUTBOX.c.attempts + 1, failure=reason[:200])
    )  # fmt: skip


def revive(db: Connection, row_id: int) -> bool:
    """Try a message that was given up once more; False when there is none, or nothing is left of what it said."""
    changed = db.execute(
        update(OUTBOX)
        .where(OUTBOX.c.id == row_id, OUTBOX.c.status == "dead", OUTBOX.c.packed != "")
        .values(status="pending", attempts=0, not_before=None, failure="")
    )
    return changed.rowcount == 1


def redirect(db: Connection, lane: str, old: str, new: str) -> None:
    """A chat got a new id: what waits for it follows."""
    db.execute(update(OUTBOX).where(OUTBOX.c.lane == lane, OUTBOX.c.chat == old, _PENDING).values(chat=new))


def dead(db: Connection) -> list[OutboxRow]:
    """What was given up, the oldest first."""
    rows = db.execute(select(OUTBOX).where(_DEAD).order_by(OUTBOX.c.id))
    return [read(OutboxRow, row._mapping) for row in rows]


def find(db: Connection, row_id: int) -> OutboxRow | None:
    """The row with this id, or None."""
    return one(OutboxRow, db.execute(select(OUTBOX).where(OUTBOX.c.id == row_id)).first())


def depth(db: Connection) -> dict[str, int]:
    """How many messages wait on each lane."""
    rows = db.execute(select(OUTBOX.c.lane, func.count().label("waiting")).where(_PENDING).group_by(OUTBOX.c.lane))
    return {row.lane: row.waiting for row in rows}


def late_news(db: Connection, before: datetime) -> list[tuple[int, datetime]]:
    """Cases of which a student should have heard before then and has not: case id, and since when it waits.

    What waits for its hour, and was not tried yet, is not late.
    """
    not_before, tried = OUTBOX.c.not_before, OUTBOX.c.failure != ""
    late = (OUTBOX.c.created_at < before, or_(tried, not_before.is_(None), not_before < before))
    rows = db.execute(
        select(OUTBOX.c.case_id, func.min(OUTBOX.c.created_at)).where(_NEWS, *late).group_by(OUTBOX.c.case_id)
    )
    return [(case_id, since) for case_id, since in rows]


def refused_news(db: Connection, case_id: int) -> bool:
    """Something a student was to hear of this case was given up."""
    hers = (_DEAD, OUTBOX.c.case_id == case_id, OUTBOX.c.person_id != "")
    return db.execute(select(OUTBOX.c.id).where(*hers).limit(1)).first() is not None


def anyone_told(db: Connection, case_id: int, but: int) -> bool:
    """A notice about this case, other than the row `but`, has reached the team or is on its way to it."""
    to_team = (OUTBOX.c.case_id == case_id, OUTBOX.c.person_id == "", OUTBOX.c.id != but)
    return db.execute(select(OUTBOX.c.id).where(*to_team, OUTBOX.c.status != "dead").limit(1)).first() is not None


def drop_sent(db: Connection, before: datetime) -> int:
    """Drop rows that went out long ago; gives how many."""
    return db.execute(OUTBOX.delete().where(_SENT, OUTBOX.c.sent_at < before)).rowcount
