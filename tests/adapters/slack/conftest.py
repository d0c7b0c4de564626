import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import uvicorn
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette

from bot.adapters.slack.answering.middleware import Answering
from bot.adapters.slack.listen import SocketMode, http_routes
from bot.adapters.slack.web import web_client
from bot.pulse import Pulse
from tests.adapters.slack.door import RecordingDoor
from tests.standins.slack import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, SlackStandIn


def say(key: str, language: str, **values: object) -> str:
    return f"{key}/{language}"


@pytest.fixture
def door() -> RecordingDoor:
    return RecordingDoor()


@pytest.fixture
async def slack() -> AsyncIterator[SlackStandIn]:
    async with SlackStandIn() as standin:
        yield standin


@pytest.fixture
async def client(slack: SlackStandIn) -> AsyncIterator[AsyncWebClient]:
    async with web_client(BOT_TOKEN, slack.base_url) as client:
        yield client


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
async def answering(door: RecordingDoor, client: AsyncWebClient) -> AsyncIterator[Answering]:
    answering = Answering(door, client, say, "en")
    # On a busy machine the stand-in may take longer to say who writes than Slack is given.
    answering._directory._wait = 10.0
    yield answering
    await answering.settle()


@pytest.fixture
async def over_http(
    slack: SlackStandIn, answering: Answering, client: AsyncWebClient, heard: list[str]
) -> AsyncIterator[None]:
    routes = http_routes(answering, client, SIGNING_SECRET, lambda: heard.append("http"))
    async with _served(Starlette(routes=routes)) as port:
        slack.request_url = f"http://127.0.0.1:{port}/slack/events"
        yield


@pytest.fixture
async def over_socket(
    slack: SlackStandIn, answering: Answering, client: AsyncWebClient, heard: list[str]
) -> AsyncIterator[None]:
    stop, pulse = asyncio.Event(), Pulse("slack")
    pulse.heard = lambda: heard.append("socket")  # type: ignore[method-assign] # written down for tests
    mode = SocketMode(answering, client, APP_TOKEN, pulse)
    running = asyncio.create_task(mode.run(stop))
    await slack.sockets.connected()
    yield
    stop.set()
    await running


@pytest.fixture(params=["over_http", "over_socket"])
def connected(request: pytest.FixtureRequest) -> str:
    """Slack is connected, over HTTP and over a socket in turn."""
    request.getfixturevalue(request.param)
    return str(request.param)


@asynccontextmanager
async def _served(app: Starlette) -> AsyncIterator[int]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
    serving = asyncio.create_task(server.serve([listener]))
    try:
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        await serving
        listener.close()
