"""Answers that were changed: what stood there before, and since when it does no more."""

from datetime import datetime

from sqlalchemy import Connection, insert, select
from sqlmodel import Field, SQLModel

from storage.columns import Moment, read, table
from storage.conversations import CONVERSATION, Conversation


class AnswerChange(SQLModel, table=True):
    """One changed answer. `before` and `after` are JSON; words in them are sealed as in the conversation itself."""

    __tablename__ = "answer_change"
    id: int | None = Field(default=None, primary_key=True)
    conversation_id: int = Field(foreign_key="conversation.id", index=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    step: str
    at: datetime = Field(sa_type=Moment)
    before: str
    after: str


ANSWER_CHANGE = table(AnswerChange)
CHANGING = "changing"
"""The `flow` of a talk in which one answer of another is asked again."""


def note_answer_change(db: Connection, change: AnswerChange) -> None:
    """Write a change down."""
    db.execute(insert(ANSWER_CHANGE).values(**change.model_dump(exclude={"id"})))


def answer_changes_of(db: Connection, person_id: str) -> list[AnswerChange]:
    """Every answer she changed, the oldest first."""
    rows = db.execute(select(ANSWER_CHANGE).where(ANSWER_CHANGE.c.person_id == person_id).order_by(ANSWER_CHANGE.c.id))
    return [read(AnswerChange, row._mapping) for row in rows]


def touched_since(db: Connection, person_id: str, since: datetime) -> list[Conversation]:
    """Her talks in which something was said since then, ended or not, the newest first."""
    mine = (CONVERSATION.c.person_id == person_id, CONVERSATION.c.touched_at >= since)
    rows = db.execute(select(CONVERSATION).where(*mine).order_by(CONVERSATION.c.id.desc()))
    return [read(Conversation, row._mapping) for row in rows]
