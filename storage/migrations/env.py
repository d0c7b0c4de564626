"""Alembic's entry: runs the steps on the connection that `storage.schema` hands over, or writes a new step."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection
from sqlmodel import AutoString, SQLModel

import storage.schema  # noqa: F401 - it imports every table
from storage.columns import Moment
from storage.database import connect


def render(kind: str, thing: Any, _autogen: AutogenContext) -> str | Literal[False]:
    """Columns as SQLAlchemy knows them: a step must not change because our own types do."""
    if kind == "type" and isinstance(thing, Moment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(thing, AutoString):
        return "sa.String()"
    return False


def run(connection: Connection) -> None:
    """Run what Alembic was asked for."""
    context.configure(connection=connection, target_metadata=SQLModel.metadata, render_item=render)
    with context.begin_transaction():
        context.run_migrations()


given: Connection | None = context.config.attributes.get("connection")
if given is None:
    with connect(context.get_x_argument(as_dictionary=True)["url"]).begin() as own:
        run(own)
else:
    run(given)
