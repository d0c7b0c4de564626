"""Every recorded payload of the platforms through the running program: nothing fails, and the next word is answered."""

import os
from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.wire.world import World

RECORDED = Path(os.environ.get("PLACEMATE_PAYLOADS", Path(__file__).parents[3] / "shared" / "payloads"))
NOT_EVENTS = ("retry_headers", "error_")


def recorded(platform: str) -> list[tuple[str, Any]]:
    """The name and content of each recorded payload of a platform."""
    files = [path for path in sorted((RECORDED / platform).glob("*.json")) if not path.name.startswith(NOT_EVENTS)]
    if not files:
        pytest.skip(f"no recorded payloads in {RECORDED / platform}; set PLACEMATE_PAYLOADS")
    return [(path.name, orjson.loads(path.read_bytes())) for path in files]


async def test_every_recorded_update_of_telegram_is_survived(each_world: World) -> None:
    updates = each_world.telegram.updates
    for _, update in recorded("telegram"):
        await updates.push({**update, "update_id": updates.next_id})
    student = each_world.settled()
    await student.says("menu")
    await student.sees("What would you like to do?")
    assert set(updates.webhook_answers) <= {200}


async def test_every_recorded_payload_of_slack_is_survived(each_world: World) -> None:
    student = each_world.on_slack()
    for name, body in recorded("slack"):
        payload = body["payload"] if "envelope_id" in body else body
        for kind in ("events_api", "interactive", "slash_commands"):
            delivery = await each_world.slack.deliver(kind, payload)
            assert [status for status, _ in delivery.attempts] == [200], (name, kind)
    await student.says("help")
    await student.sees("You can press the buttons")
