"""Connecting: SQLite set up so that a commit is on the disk, PostgreSQL through a pool."""

import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

_PATIENCE = 10
"""Seconds that programs on one SQLite file wait for one another."""
_PASSES = frozenset({
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PROTOCOL,
})  # fmt: skip
"""sqlite.org/rescode.html: codes that speak of the file, its lock or its disk; a missing column has none of them."""


def connect(url: str) -> Engine:
    """An engine for `sqlite:///file` or `postgresql+psycopg://…`.

    SQLite runs in WAL mode with `synchronous=FULL`: what was committed survives a power cut, and other processes can
    read and write beside us, waiting up to ten seconds for one another.

    Raises:
        ValueError: the URL is of another kind; the message says which kinds there are.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        if parsed.database and parsed.database != ":memory:":
            _private(Path(parsed.database))
        engine = create_engine(parsed, connect_args={"timeout": _PATIENCE, "check_same_thread": False})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
        return engine
    if parsed.get_backend_name() == "postgresql":
        return create_engine(
            parsed, pool_size=5, pool_pre_ping=True,
            connect_args={"options": "-c statement_timeout=30000", "prepare_threshold": 2},
        )  # fmt: skip
    raise ValueError(
        f"[storage] url is of the kind {parsed.get_backend_name()!r}: "
        "use sqlite:///placemate.db or postgresql+psycopg://user:password@host/database"
    )


def _private(path: Path) -> None:
    """Make a new database a file that only this user reads; SQLite gives its journals the same rights."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own transactions would begin without a lock and meet a busy database half-way: we begin ourselves.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (f"busy_timeout={_PATIENCE * 1000}", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    _switch_to_wal(cursor)
    cursor.close()


def _switch_to_wal(cursor: Any) -> None:
    # SQLite does not wait here: of two programs that open a new file together, one is told at once that it is locked.
    for patience in range(_PATIENCE * 20, -1, -1):
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if not patience:
                raise
            time.sleep(0.05)
        else:
            return


def is_away(error: BaseException) -> bool:
    """Locked, full or unreachable: a matter of the database, which passes, and not of what was asked of it.

    SQLite calls a missing column by the same name as a lock, so there the code decides.
    """
    if not isinstance(error, DBAPIError):
        return False
    if error.connection_invalidated:
        return True
    if isinstance(error.orig, sqlite3.Error):
        code = getattr(error.orig, "sqlite_errorcode", None)
        return code is not None and code & 0xFF in _PASSES
    return isinstance(error, OperationalError | InterfaceError)
