"""Talks in progress and talks that ended, and the scripts they were held on."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Index, bindparam, false, insert, select, text, update
from sqlmodel import Field, SQLModel

from storage.columns import Moment, among, new_id, one, read, table

_REMINDED = text("remind_at IS NOT NULL")
# A literal: where the values are bound, no database can prove that the partial index fits.
_NOT_OVER = text("status IN ('open', 'waiting')")


class Script(SQLModel, table=True):
    """The frozen words and branches of one revision of one flow. `recalled_at` marks a harmful one."""

    __tablename__ = "script"
    revision: str = Field(primary_key=True)
    flow: str = Field(index=True)
    body: str
    recalled_at: datetime | None = Field(default=None, sa_type=Moment)


class Conversation(SQLModel, table=True):
    """One talk: the step it waits on, the answers by step id, and what it has raised so far.

    `status` is open, waiting (another talk came in between), done, stopped or expired. `answers` is a JSON object by
    step id; words are sealed. `progress` is a JSON object with `flags`, `heard` and `picks`. `question_key` names the
    message that shows the question, so that it can be edited. `prompted` says that the clock opened it, not she;
    `remind_at` is when she is reminded of it next, `reminders` how often she was. `waits_for` is the talk that came in
    between (0: it was no talk); when that is over, its question is asked again by itself.
    """

    __tablename__ = "conversation"
    __table_args__ = (
        Index("ix_conversation_of_person", "person_id", "flow", "id"),
        Index("ix_conversation_expiry", "expires_at", sqlite_where=_NOT_OVER, postgresql_where=_NOT_OVER),
        Index("ix_conversation_reminder", "remind_at", sqlite_where=_REMINDED, postgresql_where=_REMINDED),
    )  # fmt: skip
    id: int | None = Field(default=None, primary_key=True)
    person_id: str = Field(foreign_key="person.id")
    flow: str
    revision: str = Field(foreign_key="script.revision")
    step: str = ""
    status: str = "open"
    answers: str = "{}"
    progress: str = "{}"
    language: str = "en"
    opened_at: datetime = Field(sa_type=Moment)
    touched_at: datetime = Field(sa_type=Moment)
    expires_at: datetime | None = Field(default=None, sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    prompted: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    remind_at: datetime | None = Field(default=None, sa_type=Moment)
    reminders: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    waits_for: int | None = None


SCRIPT, CONVERSATION = table(Script), table(Conversation)
UNFINISHED = ("open", "waiting")
QUESTION = "question:"

# Every turn asks these: built once, they skip what SQLAlchemy does to take a statement's measure.
_FIND = select(CONVERSATION).where(CONVERSATION.c.id == bindparam("which"))
_UNFINISHED = (
    select(CONVERSATION)
    .where(CONVERSATION.c.person_id == bindparam("whose"), CONVERSATION.c.status.in_(UNFINISHED))
    .order_by(CONVERSATION.c.id.desc())
)
_CHANGE = update(CONVERSATION).where(CONVERSATION.c.id == bindparam("which"))


def question_key(conversation_id: int) -> str:
    """The name under which the message with a talk's present question is remembered."""
    return f"{QUESTION}{conversation_id}"


def remember_script(db: Connection, revision: str, flow: str, body: str) -> None:
    """Keep a script, once."""
    if db.execute(select(SCRIPT.c.revision).where(SCRIPT.c.revision == revision)).first() is None:
        db.execute(insert(SCRIPT).values(revision=revision, flow=flow, body=body))


def find_script(db: Connection, revision: str) -> Script | None:
    """The script of a revision, or None."""
    return one(Script, db.execute(select(SCRIPT).where(SCRIPT.c.revision == revision)).first())


def unfinished_of(db: Connection, person_id: str) -> list[Conversation]:
    """Her open and waiting talks, the newest first."""
    return [read(Conversation, row._mapping) for row in db.execute(_UNFINISHED, {"whose": person_id})]


def find_conversation(db: Connection, conversation_id: int) -> Conversation | None:
    """The talk with this id, or None."""
    return one(Conversation, db.execute(_FIND, {"which": conversation_id}).first())


def latest_done(db: Connection, person_id: str, flow: str | Collection[str], most: int) -> list[Conversation]:
    """Her last finished talks of one flow or of several, the newest first."""
    rows = db.execute(
        select(CONVERSATION)
        .where(CONVERSATION.c.person_id == person_id, _is_of(flow), CONVERSATION.c.status == "done")
        .order_by(CONVERSATION.c.id.desc())
        .limit(most)
    )
    return [read(Conversation, row._mapping) for row in rows]


def done_of_any(db: Connection, ids: Collection[str], flows: Collection[str]) -> list[Conversation]:
    """All finished talks of these flows with any of these people, the oldest first, in one query."""
    theirs = (CONVERSATION.c.person_id.in_(ids), CONVERSATION.c.flow.in_(flows), CONVERSATION.c.status == "done")
    rows = db.execute(select(CONVERSATION).where(*theirs).order_by(CONVERSATION.c.id))
    return [read(Conversation, row._mapping) for row in rows]


def lately(db: Connection, person_id: str, flow: str | Collection[str], most: int) -> list[Conversation]:
    """Her last talks of one flow or of several, ended or not, the newest first."""
    mine = select(CONVERSATION).where(CONVERSATION.c.person_id == person_id, _is_of(flow))
    rows = db.execute(mine.order_by(CONVERSATION.c.id.desc()).limit(most))
    return [read(Conversation, row._mapping) for row in rows]


def latest(db: Connection, person_id: str, flow: str | Collection[str]) -> Conversation | None:
    """The talk of a flow, or of several, that she began last, ended or not."""
    mine = select(CONVERSATION).where(CONVERSATION.c.person_id == person_id, _is_of(flow))
    return one(Conversation, db.execute(mine.order_by(CONVERSATION.c.id.desc()).limit(1)).first())


def _is_of(flow: str | Collection[str]) -> ColumnElement[bool]:
    return CONVERSATION.c.flow == flow if isinstance(flow, str) else CONVERSATION.c.flow.in_(flow)


def all_of(db: Connection, person_id: str) -> list[Conversation]:
    """Every talk with her, the oldest first."""
    rows = db.execute(select(CONVERSATION).where(CONVERSATION.c.person_id == person_id).order_by(CONVERSATION.c.id))
    return [read(Conversation, row._mapping) for row in rows]


def start(db: Connection, talk: Conversation) -> int:
    """Write a new talk down; gives its id."""
    values = talk.model_dump(exclude={"id"})
    return new_id(db.execute(insert(CONVERSATION).values(**values)))


def change(db: Connection, conversation_id: int, **columns: object) -> None:
    """Set columns of a talk."""
    db.execute(_CHANGE, {"which": conversation_id, **columns})


def expired(db: Connection, now: datetime, most: int) -> list[Conversation]:
    """Unfinished talks whose time is over, the oldest first."""
    rows = db.execute(
        select(CONVERSATION)
        .where(_NOT_OVER, CONVERSATION.c.expires_at <= now)
        .order_by(CONVERSATION.c.expires_at)
        .limit(most)
    )
    return [read(Conversation, row._mapping) for row in rows]


def calling_for_help(db: Connection, ids: Collection[str] | None) -> set[str]:
    """Who of these people, or of everybody, is in the middle of a call for help."""
    open_calls = (
        CONVERSATION.c.status.in_(UNFINISHED),
        CONVERSATION.c.status == "open",
        CONVERSATION.c.flow == "urgent",
    )
    whose = among(CONVERSATION.c.person_id, ids)
    return set(db.execute(select(CONVERSATION.c.person_id).where(whose, *open_calls)).scalars())


def talking(db: Connection, ids: Collection[str] | None, since: datetime) -> set[str]:
    """Who of these people, or of everybody, is in the middle of a talk: it is open and went on after `since`."""
    here = (CONVERSATION.c.status.in_(UNFINISHED), CONVERSATION.c.status == "open", CONVERSATION.c.touched_at > since)
    return set(
        db.execute(select(CONVERSATION.c.person_id).where(among(CONVERSATION.c.person_id, ids), *here)).scalars()
    )


def mark_prompted(db: Connection, person_id: str, flow: str, opened_at: datetime, remind_at: datetime | None) -> None:
    """The clock opened this talk just now; one that she had begun herself stays hers."""
    db.execute(
        update(CONVERSATION)
        .where(
            CONVERSATION.c.person_id == person_id, CONVERSATION.c.flow == flow, CONVERSATION.c.opened_at == opened_at,
            CONVERSATION.c.status.in_(UNFINISHED),
        )
        .values(prompted=True, remind_at=remind_at)
    )  # fmt: skip


def expire(db: Connection, talk: Conversation, now: datetime) -> bool:
    """Its time is over; False when she, or somebody else, was faster."""
    here = (CONVERSATION.c.id == talk.id, CONVERSATION.c.status.in_(UNFINISHED),
            CONVERSATION.c.expires_at == talk.expires_at)  # fmt: skip
    ended = {"status": "expired", "ended_at": now, "remind_at": None}
    return db.execute(update(CONVERSATION).where(*here).values(**ended)).rowcount == 1


def reopen(db: Connection, talk: Conversation, expires_at: datetime) -> bool:
    """Open a talk again whose time was over; False when somebody was faster."""
    here = (CONVERSATION.c.id == talk.id, CONVERSATION.c.status == "expired")
    again = {"status": "open", "ended_at": None, "expires_at": expires_at, "remind_at": None}
    return db.execute(update(CONVERSATION).where(*here).values(**again)).rowcount == 1


def to_remind(db: Connection, now: datetime, most: int) -> list[Conversation]:
    """Unfinished talks that she is to be reminded of now, the earliest first."""
    here = (_REMINDED, CONVERSATION.c.remind_at <= now, CONVERSATION.c.status.in_(UNFINISHED))
    rows = db.execute(select(CONVERSATION).where(*here).order_by(CONVERSATION.c.remind_at).limit(most))
    return [read(Conversation, row._mapping) for row in rows]


def claim_reminder(db: Connection, talk: Conversation, following: datetime | None) -> bool:
    """Count one more reminder, the next comes at `following`; False when somebody reminded, or she answered."""
    return _move_reminder(db, talk, remind_at=following, reminders=talk.reminders + 1)


def put_reminder_off(db: Connection, talk: Conversation, until: datetime | None) -> bool:
    """Remind her then instead, or not at all; False as above."""
    return _move_reminder(db, talk, remind_at=until)


def _move_reminder(db: Connection, talk: Conversation, **columns: object) -> bool:
    here = (CONVERSATION.c.id == talk.id, CONVERSATION.c.remind_at == talk.remind_at,
            CONVERSATION.c.status.in_(UNFINISHED))  # fmt: skip
    return db.execute(update(CONVERSATION).where(*here).values(**columns)).rowcount == 1


def unfinished_on(db: Connection, revision: str) -> list[Conversation]:
    """Unfinished talks held on one revision."""
    rows = db.execute(
        select(CONVERSATION).where(CONVERSATION.c.revision == revision, CONVERSATION.c.status.in_(UNFINISHED))
    )
    return [read(Conversation, row._mapping) for row in rows]


def recall(db: Connection, revision: str, now: datetime) -> None:
    """Mark a revision as harmful: nobody is asked from it any more."""
    db.execute(update(SCRIPT).where(SCRIPT.c.revision == revision).values(recalled_at=now))
