"""One transaction: the connection it runs on, the time it happens at, and the key to people's words."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, Engine

from storage.people import Person
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class UnitOfWork:
    """Everything done through one of these is kept together or not at all.

    `afterwards` is done once it is kept, and never for work that was rolled back: counting, waking somebody.
    """

    db: Connection
    vault: Vault
    now: datetime
    afterwards: list[Callable[[], None]] = field(default_factory=list)

    def committed(self) -> None:
        """It is kept: do what waited for that."""
        for act in self.afterwards:
            act()

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
        uow = UnitOfWork(db, vault, now)
        yield uow
    uow.committed()
