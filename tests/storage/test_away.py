"""What is a matter of the database, and passes, and what is a matter of what was asked of it."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from storage.database import connect, is_away
from tests.databases import connected


def asked(engine: Engine, statement: str) -> DBAPIError:
    """What a statement fails with."""
    with pytest.raises(DBAPIError) as caught, engine.begin() as db:
        db.execute(text(statement))
    return caught.value


def test_a_column_that_is_missing_is_no_matter_of_the_database_being_away(engine: Engine) -> None:
    assert not is_away(asked(engine, "SELECT no_such_column FROM person"))
    assert not is_away(asked(engine, "SELECT 1 FROM no_such_table"))
    assert not is_away(asked(engine, "INSERT INTO seen_event (platform) VALUES (NULL)"))


def test_a_database_that_is_locked_is_away(sqlite_url: str) -> None:
    with connected(sqlite_url) as other, connected(sqlite_url) as engine, other.connect() as db:
        db.exec_driver_sql("PRAGMA busy_timeout=0")
        db.rollback()
        with engine.begin(), pytest.raises(DBAPIError) as caught:
            db.exec_driver_sql("INSERT INTO seen_event VALUES ('x', 'x', 'x')")
    assert is_away(caught.value)


def test_a_file_that_may_only_be_read_and_one_that_cannot_be_opened_are_away(sqlite_url: str, tmp_path: Path) -> None:
    with connected(sqlite_url) as engine:
        with engine.connect() as db:
            db.exec_driver_sql("PRAGMA query_only=ON")
            with pytest.raises(DBAPIError) as caught:
                db.exec_driver_sql("INSERT INTO seen_event VALUES ('x', 'x', 'x')")
        assert is_away(caught.value)
    folder = tmp_path / "folder.db"
    folder.mkdir()
    with connected(f"sqlite:///{folder}") as engine:
        assert is_away(asked(engine, "SELECT 1"))


def test_a_server_that_nobody_is_at_is_away() -> None:
    engine = connect("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    assert is_away(asked(engine, "SELECT 1"))


def test_an_error_of_our_own_is_not() -> None:
    assert not is_away(ValueError("mine"))
