"""What shares a commit, what fails alone, and what follows only once it is kept."""

import asyncio
from collections.abc import Iterator
from functools import partial

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from bot.intake.writer import Writer
from storage.inbox import first_time
from storage.unit_of_work import UnitOfWork
from storage.vault import Vault
from tests.settable_clock import SettableClock


@pytest.fixture
def writer(engine: Engine, vault: Vault, clock: SettableClock) -> Iterator[Writer]:
    begun = Writer(engine, vault, clock)
    begun.start()
    yield begun
    begun.stop()


def see(event: str, counted: list[str], uow: UnitOfWork) -> bool:
    """Note an event, and count it once it is kept."""
    uow.afterwards.append(partial(counted.append, event))
    return first_time(uow.db, "test", event, uow.now)


def ask_for_a_missing_column(counted: list[str], uow: UnitOfWork) -> bool:
    uow.afterwards.append(partial(counted.append, "missing"))
    uow.db.execute(text("SELECT no_such_column FROM seen_event"))
    return True


async def test_what_is_run_twice_because_a_neighbour_failed_is_counted_once_and_the_neighbour_not(
    writer: Writer,
) -> None:
    counted: list[str] = []
    work = [partial(see, "one", counted), partial(ask_for_a_missing_column, counted), partial(see, "two", counted)]
    one, missing, two = await writer.write_all(work)
    assert (one, two) == (True, True)
    assert isinstance(missing, DBAPIError)
    assert counted == ["one", "two"]


async def test_what_asks_for_a_missing_column_fails_by_itself_and_holds_up_nobody(writer: Writer) -> None:
    counted: list[str] = []
    with pytest.raises(DBAPIError):
        await writer.write(partial(ask_for_a_missing_column, counted))
    assert await writer.write(partial(see, "next", counted))
    assert counted == ["next"]


async def test_a_count_that_fails_undoes_nothing(writer: Writer) -> None:
    def fail() -> None:
        raise ValueError("no such counter")

    async with asyncio.timeout(10):
        await writer.write(lambda uow: uow.afterwards.append(fail))
        assert await writer.write(partial(see, "next", []))
