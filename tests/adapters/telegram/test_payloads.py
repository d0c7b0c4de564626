"""Recorded updates of other bots, by both ways in: nothing raises, nothing stalls, nothing is refused."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bot.intake.inbound import Kind
from tests.adapters.telegram.conftest import Poll
from tests.adapters.telegram.fake_door import FakeDoor
from tests.adapters.telegram.test_webhook import Serve, serve
from tests.standins.telegram import TelegramServer

__all__ = ["serve"]

PAYLOADS = Path(os.environ.get("PLACEMATE_PAYLOADS", Path(__file__).parents[4] / "shared/payloads")) / "telegram"


@pytest.fixture
def recorded() -> dict[str, dict[str, Any]]:
    files = [path for path in sorted(PAYLOADS.glob("*.json")) if not path.name.startswith("error_")]
    if not files:
        pytest.skip(f"no recorded updates in {PAYLOADS}: set PLACEMATE_PAYLOADS")
    return {path.stem: json.loads(path.read_text()) for path in files}


async def push_all(telegram: TelegramServer, recorded: dict[str, dict[str, Any]]) -> int:
    """Everything recorded, with fresh numbers; the number of one last message that must arrive behind it."""
    for update in recorded.values():
        await telegram.updates.push({**update, "update_id": telegram.updates.next_id})
    return await telegram.phone(1001).say("and now me")


async def test_every_recorded_update_passes_through_polling(
    recorded: dict[str, dict[str, Any]], telegram: TelegramServer, poll: Poll, door: FakeDoor
) -> None:
    last = await push_all(telegram, recorded)
    async with poll():
        await telegram.updates.confirmed(last)
    assert door.texts[-1] == "and now me"
    assert door.rejected == []


async def test_every_recorded_update_is_accepted_by_the_webhook(
    recorded: dict[str, dict[str, Any]], telegram: TelegramServer, serve: Serve, door: FakeDoor
) -> None:
    last = await push_all(telegram, recorded)
    async with serve():
        await telegram.updates.confirmed(last)
    assert set(telegram.updates.webhook_answers) == {200}
    assert door.texts[-1] == "and now me"


async def test_the_recorded_updates_are_understood(
    recorded: dict[str, dict[str, Any]], telegram: TelegramServer, poll: Poll, door: FakeDoor
) -> None:
    numbers = {}
    for name, update in recorded.items():
        numbers[str(await telegram.updates.push({**update, "update_id": telegram.updates.next_id}))] = name
    async with poll():
        await telegram.updates.confirmed(max(map(int, numbers)))
    understood = {numbers[event.event_id]: event for event in door.committed}
    assert understood["nutgram_voice"].media == "voice"
    assert understood["nutgram_photo"].kind is Kind.MEDIA
    assert understood["nutgram_edited_message"].kind is Kind.EDITED
    assert understood["nutgram_callback_query_inaccessible_message"].data == "thedata"
    assert understood["official_text_no_chat_type"].text == "/start"
    assert not {name for name in understood if "channel_post" in name or "business" in name or "topic" in name}
    quiet = ("nutgram_new_chat_title", "nutgram_pinned_message", "nutgram_poll_answer", "nutgram_rich_message")
    assert not set(quiet) & set(understood)
