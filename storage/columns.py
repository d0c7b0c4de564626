"""Column types and small helpers every table file uses."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, CursorResult, DateTime, Dialect, Row, Table, TypeDecorator, true
from sqlalchemy.orm import class_mapper
from sqlmodel import SQLModel

M = TypeVar("M", bound=SQLModel)


class Moment(TypeDecorator[datetime]):
    """An instant in UTC. SQLite keeps no time zone: it is put back on the way out, and one without is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse an instant without a zone; store the rest in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a time zone cannot be stored: use Clock.now()")
        moved = value.astimezone(UTC)
        return moved.replace(tzinfo=None) if dialect.name == "sqlite" else moved

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give every instant back in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def table(model: type[SQLModel]) -> Table:
    """The Core table behind a model: the hot path speaks Core, the models declare."""
    return SQLModel.metadata.tables[str(model.__tablename__)]


def new_id(result: CursorResult[Any]) -> int:
    """The id that the database gave to an inserted row."""
    key = result.inserted_primary_key
    assert key is not None, "one row was inserted"
    return int(key[0])


def among(column: ColumnElement[str], ids: Collection[str] | None) -> ColumnElement[bool]:
    """The column holds one of these ids; None: whichever it holds."""
    return true() if ids is None else column.in_(ids)


def one(model: type[M], row: Row[Any] | None) -> M | None:
    """The model a row holds, or None."""
    return None if row is None else read(model, row._mapping)


def read(model: type[M], columns: Mapping[Any, Any]) -> M:
    """A model from the columns of a row, detached from any session.

    It is filled as SQLAlchemy's own loader fills one: SQLModel's constructor takes fifteen times as long.
    """
    found: M = class_mapper(model).class_manager.new_instance()
    vars(found).update(columns)
    return found
