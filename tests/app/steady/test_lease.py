"""Of several programs on one database one works, and another takes over."""

import asyncio
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text

from bot.app.steady.lease import Lease
from storage.seat import Seat, shared
from tests.wire.waiting import until

KEY_TAKEN = text("SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted")


@pytest.fixture
def url(migrated_postgres: Engine) -> str:
    return migrated_postgres.url.render_as_string(hide_password=False)


@pytest.fixture
def seats(url: str) -> Iterator[tuple[Seat, Seat]]:
    one, other = Seat(url), Seat(url)
    yield one, other
    one.leave()
    other.leave()


def test_only_postgresql_is_shared(url: str, sqlite_url: str) -> None:
    assert shared(url)
    assert not shared(sqlite_url)


def test_a_seat_is_taken_once_and_free_again_when_it_is_left(seats: tuple[Seat, Seat]) -> None:
    one, other = seats
    assert one.take()
    assert other.take() is False
    assert one.ours()
    one.leave()
    assert not one.ours()
    assert other.take()


def test_a_seat_whose_connection_was_ended_is_ours_no_more(seats: tuple[Seat, Seat], migrated_postgres: Engine) -> None:
    one, other = seats
    assert one.take()
    end_every_holder(migrated_postgres)
    assert not one.ours()
    assert other.take()
    assert one.take() is False


def test_a_database_that_cannot_be_asked_gives_no_seat() -> None:
    assert Seat("postgresql+psycopg://nobody@127.0.0.1:1/nothing").take() is None


async def test_one_works_and_the_other_follows_when_it_stops(url: str) -> None:
    log: list[str] = []
    ends = {name: asyncio.Event() for name in ("one", "other")}
    leases = {name: Lease(Seat(url), check_every=0.02, grace=0.04) for name in ends}
    running = {}
    for name, lease in leases.items():
        running[name] = asyncio.create_task(lease.hold(ends[name], [working(name, log)]))
        await until(lambda: bool(log))
    assert log == ["one begins"]
    assert (leases["one"].held, leases["other"].held) == (True, False)
    ends["one"].set()
    await running["one"]
    await until(lambda: log[-1] == "other begins")
    assert log == ["one begins", "one ends", "other begins"]
    ends["other"].set()
    await running["other"]


async def test_who_loses_the_seat_stops_and_takes_it_again_when_it_can(url: str, migrated_postgres: Engine) -> None:
    log: list[str] = []
    stop = asyncio.Event()
    lease = Lease(Seat(url), check_every=0.02, grace=0.0)
    running = asyncio.create_task(lease.hold(stop, [working("one", log)]))
    await until(lambda: log == ["one begins"])
    await asyncio.to_thread(end_every_holder, migrated_postgres)
    await until(lambda: log == ["one begins", "one ends", "one begins"])
    assert lease.held
    stop.set()
    await running


async def test_a_duty_that_fails_ends_the_program_and_frees_the_seat(url: str, seats: tuple[Seat, Seat]) -> None:
    async def fail(_over: asyncio.Event) -> None:
        raise ValueError("a duty failed")

    with pytest.raises(ExceptionGroup):
        await Lease(Seat(url), check_every=0.02).hold(asyncio.Event(), [fail])
    await until(lambda: bool(seats[0].take()))  # the server frees it a moment after the connection has gone


async def test_where_there_can_be_only_one_it_works_at_once() -> None:
    log: list[str] = []
    stop = asyncio.Event()
    lease = Lease(None)
    assert lease.held
    running = asyncio.create_task(lease.hold(stop, [working("one", log)]))
    await until(lambda: log == ["one begins"])
    stop.set()
    await running
    assert log == ["one begins", "one ends"]


def working(name: str, log: list[str]):  # type: ignore[no-untyped-def] # a duty, told by its only use
    async def duty(over: asyncio.Event) -> None:
        log.append(f"{name} begins")
        await over.wait()
        log.append(f"{name} ends")

    return duty


def end_every_holder(engine: Engine) -> None:
    """End the connections that hold a lock, as a server that is restarted does."""
    with engine.begin() as db:
        for pid in db.execute(KEY_TAKEN).scalars().all():
            db.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
