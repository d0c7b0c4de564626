"""The program among stand-ins: running over each pair of transports, or not started yet over one pair."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.wire.world import World

PAIRS = (("polling", "socket"), ("webhook", "http"), ("polling", "http"), ("webhook", "socket"))
EACH_ONCE = PAIRS[:2]


@asynccontextmanager
async def _running(folder: Path, url: str, modes: tuple[str, str]) -> AsyncIterator[World]:
    async with World(folder, url, *modes) as world:
        await world.start()
        yield world
        assert await world.stop() == 0
    assert world.log.errors == []


@pytest.fixture(params=PAIRS, ids="-".join)
async def any_world(request: pytest.FixtureRequest, tmp_path: Path, sqlite_url: str) -> AsyncIterator[World]:
    """A running program, once over each pair of transports."""
    async with _running(tmp_path, sqlite_url, request.param) as world:
        yield world


@pytest.fixture(params=EACH_ONCE, ids="-".join)
async def each_world(request: pytest.FixtureRequest, tmp_path: Path, sqlite_url: str) -> AsyncIterator[World]:
    """A running program, over each of the four transports once."""
    async with _running(tmp_path, sqlite_url, request.param) as world:
        yield world


@pytest.fixture
async def polling_world(tmp_path: Path, sqlite_url: str) -> AsyncIterator[World]:
    """A running program over polling and Socket Mode."""
    async with _running(tmp_path, sqlite_url, ("polling", "socket")) as world:
        yield world


@pytest.fixture
async def called_world(tmp_path: Path, sqlite_url: str) -> AsyncIterator[World]:
    """A running program over webhook and HTTP."""
    async with _running(tmp_path, sqlite_url, ("webhook", "http")) as world:
        yield world


@pytest.fixture
async def world(tmp_path: Path, sqlite_url: str) -> AsyncIterator[World]:
    """A program over polling and Socket Mode that has not been started."""
    async with World(tmp_path, sqlite_url, "polling", "socket") as world:
        yield world
    assert world.log.errors == []
