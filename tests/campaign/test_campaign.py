"""Everything goes wrong while people talk, and in the end the books balance: nothing lost, nothing done twice."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.campaign.course import EVERYBODY, Campaign
from tests.databases import KINDS, emptied
from tests.wire.process import Process
from tests.wire.world import World, free_port

SEED = int(os.environ.get("PLACEMATE_CAMPAIGN_SEED", "2026"))


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A database of each kind; on PostgreSQL two programs share it."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    engine: Engine = request.getfixturevalue("migrated_postgres")
    yield engine.url.render_as_string(hide_password=False)
    emptied(engine)


@pytest.fixture
async def world(tmp_path: Path, url: str) -> AsyncIterator[World]:
    world = World(tmp_path, url, "polling", "socket")
    world.students = len(EVERYBODY)
    async with world:
        assert world.settings.telegram
        short_polls = world.settings.telegram.model_copy(update={"poll_timeout": 1})
        world.settings = world.settings.model_copy(update={"telegram": short_polls})
        yield world


@pytest.fixture
async def processes(world: World, tmp_path: Path, url: str) -> AsyncIterator[list[Process]]:
    """The program, once or twice."""
    listens = [world.settings.web.listen, *([] if url.startswith("sqlite") else [f"127.0.0.1:{free_port()}"])]
    async with AsyncExitStack() as stack:
        begun = [await stack.enter_async_context(Process(world, tmp_path, listen)) for listen in listens]
        for process in begun:
            await process.start()
        yield begun


async def test_whatever_goes_wrong_the_books_balance(world: World, processes: list[Process]) -> None:
    campaign = Campaign(world, processes, SEED)
    await campaign.run()
    books = campaign.books()
    assert len(books.entries) > len(EVERYBODY)
    assert not books.open_entries, f"{books}\n{campaign.course()}"
