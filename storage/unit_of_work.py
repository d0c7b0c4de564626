"""One transaction: the connection it runs on, the time it happens at, and the key to people's words."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine

from storage.people import Person
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class UnitOfWork:
    """Everything done through one of these is kept together or not at all."""

    db: Connection
    vault: Vault
    now: datetime

    def seal(self, person: Person, words: str) -> str:
        """Words of or about a person, sealed with her key."""
        return self.vault.seal(person.data_key, words)

    def open(self, person: Person, sealed: str) -> str:
        """Words that were sealed, or "" when her key is gone."""
        return self.vault.open(person.data_key, sealed)


@contextmanager
def unit_of_work(engine: Engine, vault: Vault, now: datetime) -> Iterator[UnitOfWork]:
    """A transaction that commits at the end of the block and rolls back when it raises."""
    with engine.begin() as db:
        yield UnitOfWork(db, vault, now)
