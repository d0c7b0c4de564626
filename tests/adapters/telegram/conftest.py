"""A Bot API on loopback, the program's way to it, and a door that remembers."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest

from bot.adapters.telegram import AiohttpRequest, BotApi, Polling, TelegramTransport
from bot.adapters.telegram.patience import Patience
from bot.pulse import Pulse
from tests.adapters.telegram.fake_door import FakeDoor
from tests.standins.telegram import TelegramServer


class Hasty(Patience):
    """Waits that are written down instead of waited."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []

    async def _pause(self, stop: asyncio.Event, seconds: float) -> None:
        self.waits.append(seconds)
        await asyncio.sleep(0)


Poll = Callable[..., AbstractAsyncContextManager[Polling]]


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server


@pytest.fixture
async def api(telegram: TelegramServer) -> AsyncIterator[BotApi]:
    async with AiohttpRequest(connect_timeout=5, read_timeout=5) as request:
        yield BotApi(request, token=telegram.token, base_url=telegram.base_url)


@pytest.fixture
def door() -> FakeDoor:
    return FakeDoor()


@pytest.fixture
def patience() -> Hasty:
    return Hasty()


@pytest.fixture
async def transport(api: BotApi) -> AsyncIterator[TelegramTransport]:
    transport = TelegramTransport(api)
    yield transport
    await transport.close()


@pytest.fixture
def poll(api: BotApi, door: FakeDoor, patience: Hasty, transport: TelegramTransport) -> Poll:
    """Poll while the block runs; then stop, as SIGTERM does."""

    @asynccontextmanager
    async def polling(pulse: Pulse | None = None, **more: Any) -> AsyncIterator[Polling]:
        stop = asyncio.Event()
        listener = Polling(
            api,
            door,
            pulse=pulse or Pulse("telegram"),
            answer=transport.answer_callback,
            commands={"": [("menu", "What I can do")], "nb": [("meny", "Hva jeg kan gjøre")]},
            patience=patience,
            **more,
        )
        running = asyncio.create_task(listener.run(stop))
        try:
            yield listener
        finally:
            stop.set()
            async with asyncio.timeout(5):
                await running

    return polling
