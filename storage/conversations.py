"""Talks in progress and talks that ended, and the scripts they were held on."""

from datetime import datetime

from sqlalchemy import Connection, Index, bindparam, false, insert, select, text, update
from sqlmodel import Field, SQLModel

from storage.columns import Moment, new_id, one, read, table

_REMINDED = text("remind_at IS NOT NULL")


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
    `remind_at` is when she is reminded of it next, `reminders` how often she was.
    """

    __tablename__ = "conversation"
    __table_args__ = (
        Index("ix_conversation_of_person", "person_id", "flow", "id"),
        Index("ix_conversation_expiry", "expires_at", sqlite_where=text("status IN ('open', 'waiting')"),
              postgresql_where=text("status IN ('open', 'waiting')")),
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


SCRIPT, CONVERSATION = table(Script), table(Conversation)
UNFINISHED = ("open", "waiting")

# Every turn asks these: built once, they skip what SQLAlchemy does to take a statement's measure.
_FIND = select(CONVERSATION).where(CONVERSATION.c.id == bindparam("which"))
_UNFINISHED = (
    select(CONVERSATION)
    .where(CONVERSATION.c.person_id == bindparam("whose"), CONVERSATION.c.status.in_(UNFINISHED))
    .order_by(CONVERSATION.c.id.desc())
)
_CHANGE = update(CONVERSATION).where(CONVERSATION.c.id == bindparam("which"))


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


def latest_done(db: Connection, person_id: str, flow: str, most: int) -> list[Conversation]:
    """Her last finished talks of one flow, the newest first."""
    rows = db.execute(
        select(CONVERSATION)
        .where(CONVERSATION.c.person_id == person_id, CONVERSATION.c.flow == flow, CONVERSATION.c.status == "done")
        .order_by(CONVERSATION.c.id.desc())
        .limit(most)
    )
    return [read(Conversation, row._mapping) for row in rows]


def latest(db: Connection, person_id: str, flow: str) -> Conversation | None:
    """The talk of a flow that she began last, ended or not."""
    mine = select(CONVERSATION).where(CONVERSATION.c.person_id == person_id, CONVERSATION.c.flow == flow)
    return one(Conversation, db.execute(mine.order_by(CONVERSATION.c.id.desc()).limit(1)).first())


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
        .where(CONVERSATION.c.status.in_(UNFINISHED), CONVERSATION.c.expires_at <= now)
        .order_by(CONVERSATION.c.expires_at)
        .limit(most)
    )
    return [read(Conversation, row._mapping) for row in rows]


def unfinished_on(db: Connection, revision: str) -> list[Conversation]:
    """Unfinished talks held on one revision."""
    rows = db.execute(
        select(CONVERSATION).where(CONVERSATION.c.revision == revision, CONVERSATION.c.status.in_(UNFINISHED))
    )
    return [read(Conversation, row._mapping) for row in rows]


def recall(db: Connection, revision: str, now: datetime) -> None:
    """Mark a revision as harmful: nobody is asked from it any more."""
    db.execute(update(SCRIPT).where(SCRIPT.c.revision == revision).values(recalled_at=now))
