"""Opening what a command works on: the settings, the migrated database, the key."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from bot.cli.mistakes import Mistake
from bot.clock import Clock, SystemClock
from bot.config import Settings, load
from bot.privacy.keys import load_vault
from storage import people, schema
from storage.anonymous import ANONYMOUS
from storage.database import connect
from storage.people import Person
from storage.unit_of_work import UnitOfWork, unit_of_work
from storage.vault import Vault


@dataclass(frozen=True)
class Opened:
    """A database with everything that is needed to read and write it."""

    settings: Settings
    engine: Engine
    vault: Vault
    clock: Clock

    def work(self) -> AbstractContextManager[UnitOfWork]:
        """One transaction; a running program waits for its end, so nobody is asked anything inside."""
        return unit_of_work(self.engine, self.vault, self.clock.now())


@contextmanager
def opened(config: Path | None) -> Iterator[Opened]:
    """The database a configuration names, brought up to date first, as every command does."""
    settings = load(config)
    engine = connect(settings.storage.url)
    try:
        schema.upgrade(engine)
        yield Opened(settings, engine, load_vault(settings), SystemClock())
    finally:
        engine.dispose()


def person_named(uow: UnitOfWork, person_id: str) -> Person:
    """The person with this roster id.

    Raises:
        Mistake: there is none.
    """
    person = people.find_person(uow.db, person_id)
    if person is None or person.role == ANONYMOUS:
        raise Mistake(f"nobody has the id {person_id!r}; `placemate people list` shows who there is")
    return person
