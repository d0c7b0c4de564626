"""The page on a database of its own, with a fake door behind it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
import uvicorn
from cryptography.fernet import Fernet
from sqlalchemy import Engine
from sqlmodel import SQLModel
from starlette.applications import Starlette

import storage.cases
import storage.outbox  # noqa: F401 - all tables must be known before they are made
from bot.adapters.browser import BrowserTransport, Cast, Controls, News, Phone, Staff, demo_routes
from bot.clock import SkippingClock
from storage import browser
from storage.database import connect
from storage.people import PERSON, link
from storage.unit_of_work import UnitOfWork, unit_of_work
from storage.vault import Vault
from tests.adapters.browser.fake_door import FakeDoor

T = TypeVar("T")
START = datetime(2026, 11, 26, 13, 2, tzinfo=UTC)
CAST = Cast(
    programme="Example Internships",
    bot="Placemate",
    phones=(Phone("1", "Example Student One"),),
    staff=(
        Staff("11", "Example Coordinator", "coordinator"),
        Staff("12", "Example Second Coordinator", "coordinator"),
        Staff("13", "Example Safeguarding Lead", "safeguarding"),
    ),
    zone=ZoneInfo("Europe/Oslo"),
)


class StandingClock:
    def now(self) -> datetime:
        return START


@dataclass
class Stage:
    """One run of the program: what it remembers outlives it in `engine`."""

    engine: Engine
    vault: Vault
    cast: Cast = CAST
    checked_in: list[str] = field(default_factory=list)
    skips: int = 0
    matched: int = 0

    def __post_init__(self) -> None:
        with self.engine.begin() as db:
            ahead = browser.clock_ahead(db)
        self.clock = SkippingClock(StandingClock(), ahead)
        self.news = News()
        self.door = FakeDoor(BrowserTransport(self.write, self.news), staff_chats=self.cast.chats("direct"))

    async def write(self, work: Callable[[UnitOfWork], T]) -> T:
        with unit_of_work(self.engine, self.vault, self.clock.now()) as uow:
            return work(uow)

    @asynccontextmanager
    async def served(self, port: int = 0) -> AsyncIterator[int]:
        """Serve the page on loopback; gives the port. On leaving it stops as the program does."""
        config = uvicorn.Config(self.app(), host="127.0.0.1", port=port, log_config=None, lifespan="off")
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server._serve())
        while not server.started:
            await asyncio.sleep(0.01)
        try:
            yield server.servers[0].sockets[0].getsockname()[1]
        finally:
            self.news.close()
            server.should_exit = True
            async with asyncio.timeout(10):
                await serving

    def app(self) -> Starlette:
        async def check_in(person: str) -> None:
            self.checked_in.append(person)
            await self.door.ask(f"student-{person}")

        async def skipped() -> None:
            self.skips += 1

        async def matched() -> None:
            self.matched += 1

        return Starlette(
            routes=demo_routes(
                self.door,
                listen_host="127.0.0.1",
                write=self.write,
                news=self.news,
                cast=self.cast,
                clock=self.clock,
                controls=Controls(check_in, skipped, matched),
            )
        )


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = connect(f"sqlite:///{tmp_path}/page.db")
    SQLModel.metadata.create_all(made)
    yield made
    made.dispose()


@pytest.fixture
def vault() -> Vault:
    return Vault([Fernet.generate_key()])


@pytest.fixture
def stage(engine: Engine, vault: Vault) -> Stage:
    """The page, and a student whose words are sealed with a key of her own."""
    with engine.begin() as db:
        db.execute(PERSON.insert().values(id="1", name="Example Student One", role="student", data_key=vault.new_key()))
        link(db, "browser", "student-1", "student-1", "1", START)
    return Stage(engine, vault)
