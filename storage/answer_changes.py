"""Answers that were changed: what stood there before, and since when it does no more."""

from datetime import datetime

from sqlalchemy import Connection, insert, select
from sqlmodel import Field, SQLModel

from storage.columns import Moment, read, table


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


def note_answer_change(db: Connection, change: AnswerChange) -> None:
    """Write a change down."""
    db.execute(insert(ANSWER_CHANGE).values(**change.model_dump(exclude={"id"})))


def answer_changes_of(db: Connection, person_id: str) -> list[AnswerChange]:
    """Every answer she changed, the oldest first."""
    rows = db.execute(select(ANSWER_CHANGE).where(ANSWER_CHANGE.c.person_id == person_id).order_by(ANSWER_CHANGE.c.id))
    return [read(AnswerChange, row._mapping) for row in rows]
