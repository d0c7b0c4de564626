"""The running program over each pair of transports, and over the one pair that a test needs where they do not differ."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.wire.world import World

TRANSPORTS = (("polling", "socket"), ("webhook", "http"), ("polling", "http"), ("webhook", "socket"))


@pytest.fixture(params=TRANSPORTS, ids="-".join)
async def any_world(request: pytest.FixtureRequest, tmp_path: Path, sqlite_url: str) -> AsyncIterator[World]:
    """A running program, once over each pair of transports."""
    telegram_mode, slack_mode = request.param
    async with World(tmp_path, sqlite_url, telegram_mode, slack_mode) as world:
        await world.start()
        yield world
        assert await world.stop() == 0
    assert world.log.errors == []


@pytest.fixture
async def world(tmp_path: Path, sqlite_url: str) -> AsyncIterator[World]:
    """A program that has not been started, over polling and Socket Mode."""
    async with World(tmp_path, sqlite_url, "polling", "socket") as world:
        yield world
    assert world.log.errors == []


@pytest.fixture
async def called_world(tmp_path: Path, sqlite_url: str) -> AsyncIterator[World]:
    """A program that has not been started, over webhook and HTTP."""
    async with World(tmp_path, sqlite_url, "webhook", "http") as world:
        yield world
    assert world.log.errors == []
