"""The one seat at a PostgreSQL database that several programs share: a lock that lives as long as its connection."""

from sqlalchemy import Connection, NullPool, create_engine, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy_dlock.factory import create_sadlock

_KEY = "placemate: who works"
_CLIENT = {"connect_timeout": 3, "tcp_user_timeout": 4000}
"""Ours: seconds to connect, milliseconds until what we said and nobody confirmed means that the connection is gone."""
_SERVER = "-c statement_timeout=3000 -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3"
"""The server's: it takes about eleven seconds to free the lock of a program that went without a word, and none to free
that of one that was killed (postgresql.org/docs/current/runtime-config-connection.html)."""


def shared(url: str) -> bool:
    """Whether several programs may run on this database; SQLite's file is for one."""
    return make_url(url).get_backend_name() == "postgresql"


class Seat:
    """Held on a connection of its own, which no pool gives to anybody else. Use it from one thread.

    A pooler between us and PostgreSQL must not hand the connection on between two transactions.
    """

    def __init__(self, url: str) -> None:
        self._engine = create_engine(
            url, poolclass=NullPool, isolation_level="AUTOCOMMIT", connect_args={**_CLIENT, "options": _SERVER}
        )
        self._connection: Connection | None = None

    def take(self) -> bool | None:
        """Take it if it is free; None when the database cannot be asked."""
        try:
            if self._connection is None:
                self._connection = self._engine.connect()
            return create_sadlock(self._connection, _KEY).acquire(block=False)
        except SQLAlchemyError:
            self.leave()
            return None

    def ours(self) -> bool | None:
        """Whether it is still ours: the connection it was taken on lives; None when the database cannot be asked."""
        if self._connection is None:
            return False
        try:
            self._connection.execute(text("SELECT 1"))
        except SQLAlchemyError:
            self.leave()
            return None
        return True

    def leave(self) -> None:
        """Give it up, whoever holds it then."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.invalidate()
            connection.close()
