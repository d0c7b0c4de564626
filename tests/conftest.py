"""What many tests stand on: a migrated database of each kind, a vault, a clock that stands, plain settings."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import Engine

from bot.config import Settings
from storage import schema
from storage.unit_of_work import UnitOfWork, unit_of_work
from storage.vault import Vault
from tests.databases import KINDS, connected, emptied, new_database, postgres_server
from tests.settable_clock import SettableClock

Work = Callable[[], AbstractContextManager[UnitOfWork]]


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with all tables and no rows, to be copied."""
    path = tmp_path_factory.mktemp("migrated") / "empty.db"
    with connected(f"sqlite:///{path}") as engine:
        schema.upgrade(engine)
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server on which tests may make databases."""
    with postgres_server() as url:
        yield url


@pytest.fixture(scope="session")
def migrated_postgres(postgres: str) -> Iterator[Engine]:
    """A PostgreSQL database with all tables."""
    with connected(new_database(postgres, "migrated")) as engine:
        schema.upgrade(engine)
        yield engine


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """The address of a migrated SQLite file of this test's own."""
    path = tmp_path / "placemate.db"
    shutil.copyfile(migrated_file, path)
    return f"sqlite:///{path}"


@pytest.fixture
def sqlite_engine(sqlite_url: str) -> Iterator[Engine]:
    """A migrated, empty SQLite database."""
    with connected(sqlite_url) as engine:
        yield engine


@pytest.fixture(params=KINDS)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """A migrated, empty database: the test runs once on each kind."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_engine")
        return
    engine: Engine = request.getfixturevalue("migrated_postgres")
    yield engine
    emptied(engine)


@pytest.fixture(scope="session")
def master_key() -> str:
    """A master key."""
    return Fernet.generate_key().decode()


@pytest.fixture
def vault(master_key: str) -> Vault:
    """A vault."""
    return Vault([master_key.encode()])


@pytest.fixture
def clock() -> SettableClock:
    """A clock that stands until it is moved."""
    return SettableClock()


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The default settings, whatever the environment says."""
    for name in os.environ:
        if name.upper().startswith("PLACEMATE_"):
            monkeypatch.delenv(name)
    return Settings()


@pytest.fixture
def work(engine: Engine, vault: Vault, clock: SettableClock) -> Work:
    """Open a transaction at the clock's time: `with work() as uow: …`."""
    return lambda: unit_of_work(engine, vault, clock.now())
