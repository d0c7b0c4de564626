"""The webhook, called by the stand-in over HTTP."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import aiohttp
import pytest
import uvicorn
from starlette.applications import Starlette

from bot.adapters.telegram import BotApi, TelegramTransport, Webhook
from bot.intake.reply import Reply
from bot.pulse import Pulse
from tests.adapters.telegram.conftest import Hasty
from tests.adapters.telegram.fake_door import FakeDoor
from tests.standins.telegram import TelegramServer, refusal, server_error

Serve = Callable[..., AbstractAsyncContextManager[str]]


@pytest.fixture
def serve(api: BotApi, door: FakeDoor, transport: TelegramTransport, patience: Hasty) -> Serve:
    """Serve and register a webhook while the block runs; its public address."""

    @asynccontextmanager
    async def serving(secret: str = "s3cret", *, register: bool = True) -> AsyncIterator[str]:
        app = Starlette()
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off", ws="none"))
        listening = socket.create_server(("127.0.0.1", 0))
        # Calls queue at the socket until the server takes them: nothing has to wait for its start.
        serving = asyncio.create_task(server.serve([listening]))
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        webhook = Webhook(
            api,
            door,
            public_url=url + "/",
            secret=secret,
            pulse=Pulse("telegram"),
            answer=transport.answer_callback,
            patience=patience,
        )
        app.router.routes.extend(webhook.routes())
        stop = asyncio.Event()
        running = asyncio.create_task(webhook.run(stop)) if register else None
        yield url
        stop.set()
        if running:
            await running
        server.should_exit = True
        await serving
        listening.close()

    return serving


async def call(url: str, body: bytes, secret: str = "s3cret") -> int:
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
    async with aiohttp.request("POST", f"{url}/telegram/webhook", data=body, headers=headers) as answer:
        return answer.status


async def test_what_she_writes_reaches_the_door_and_is_accepted(
    telegram: TelegramServer, serve: Serve, door: FakeDoor
) -> None:
    async with serve() as url:
        await telegram.updates.confirmed(await telegram.phone(1001).say("hello"))
    assert door.texts == ["hello"]
    (registered,) = telegram.called("setWebhook")
    assert registered["url"] == f"{url}/telegram/webhook"
    assert registered["secret_token"] == "s3cret"
    assert telegram.updates.webhook_answers == [200]


async def test_a_tap_is_answered_after_its_turn(
    telegram: TelegramServer, serve: Serve, door: FakeDoor, api: BotApi
) -> None:
    phone = telegram.phone(1001)
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    await api.call("sendMessage", {"chat_id": 1001, "text": "Safe?", "reply_markup": keyboard})
    door.reply = lambda _event: Reply(toast="Noted")
    async with serve():
        tap = await phone.tap("Yes")
        await phone.until(lambda: tap in phone.answered)
    assert phone.toasts == ["Noted"]


async def test_an_update_is_brought_again_until_the_database_is_back(
    telegram: TelegramServer, serve: Serve, door: FakeDoor
) -> None:
    door.away = 2
    async with serve():
        await telegram.updates.confirmed(await telegram.phone(1001).say("hello"))
    assert telegram.updates.webhook_answers == [500, 500, 200]
    assert door.texts == ["hello"]


async def test_a_turn_that_always_fails_is_recorded_at_the_third_try(
    telegram: TelegramServer, serve: Serve, door: FakeDoor
) -> None:
    door.broken = {"poison": 99}
    async with serve():
        bad = await telegram.phone(1001).say("poison")
        await telegram.updates.confirmed(await telegram.phone(1002).say("hello"))
    assert telegram.updates.webhook_answers == [500, 500, 200, 200]
    assert door.texts == ["hello"]
    assert [event for event, _ in door.rejected] == [str(bad)]


async def test_only_calls_with_the_secret_are_taken(serve: Serve, door: FakeDoor) -> None:
    body = b'{"update_id": 1, "message": {"chat": {"id": 1}, "from": {"id": 1}, "text": "x"}}'
    async with serve(register=False) as url:
        assert [await call(url, body, secret) for secret in ("", "wrong", "s3cret")] == [403, 403, 200]
    assert door.texts == ["x"]


async def test_without_a_secret_every_call_is_taken(telegram: TelegramServer, serve: Serve, door: FakeDoor) -> None:
    async with serve(secret=""):
        await telegram.updates.confirmed(await telegram.phone(1001).say("hello"))
    assert door.texts == ["hello"]
    assert "secret_token" not in telegram.called("setWebhook")[0]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"\xff\xfe", b'{"update_id": "x"}', b"[" * 5000])
async def test_what_cannot_be_read_is_recorded_and_not_asked_for_again(
    serve: Serve, door: FakeDoor, body: bytes
) -> None:
    async with serve(register=False) as url:
        assert [await call(url, body), await call(url, body)] == [200, 200]
    assert len(door.rejected) == 2
    assert len({event for event, _ in door.rejected}) == 1


async def test_half_an_emoji_does_not_lose_the_message(serve: Serve, door: FakeDoor) -> None:
    body = rb'{"update_id": 1, "message": {"chat": {"id": 1}, "from": {"id": 1}, "text": "help \ud83d"}}'
    async with serve(register=False) as url:
        assert await call(url, body) == 200
    assert door.texts == ["help ?"]


async def test_a_body_longer_than_any_update_is_refused(serve: Serve, door: FakeDoor) -> None:
    async with serve(register=False) as url:
        assert await call(url, b" " * 1_000_001) == 413
    assert door.rejected == []


async def test_registering_is_tried_until_telegram_agrees(
    telegram: TelegramServer, serve: Serve, door: FakeDoor, patience: Hasty
) -> None:
    telegram.fail("setWebhook", server_error())
    telegram.fail("setWebhook", refusal(400, "Bad Request: bad webhook: Failed to resolve host"))
    telegram.fail("getMe", refusal(401, "Unauthorized"))
    async with serve():
        await telegram.updates.confirmed(await telegram.phone(1001).say("hello"))
    assert door.texts == ["hello"]
    assert len(patience.waits) == 3
    assert 30.0 in patience.waits
