"""Every recorded payload, over HTTP and as a socket frame: taken, without an exception and without a stall."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson
import pytest

from bot.adapters.slack.inbound import read
from bot.adapters.slack.payload import Unparsable
from tests.adapters.slack.door import RecordingDoor
from tests.standins.slack import SlackStandIn

_RECORDED = Path(os.environ.get("PLACEMATE_PAYLOADS", Path(__file__).parents[4] / "shared" / "payloads")) / "slack"
_NOT_EVENTS = {"retry_headers.json"}
_FILES = [path for path in sorted(_RECORDED.glob("*.json")) if path.name not in _NOT_EVENTS]


@pytest.fixture(autouse=True)
def _recorded() -> None:
    if not _FILES:
        pytest.skip(f"no recorded payloads in {_RECORDED}; set PLACEMATE_PAYLOADS")


async def test_every_recorded_payload_is_taken(connected: str, slack: SlackStandIn, door: RecordingDoor) -> None:
    for path in _FILES:
        body = orjson.loads(path.read_bytes())
        body = body["payload"] if "envelope_id" in body else body
        for kind in ("events_api", "interactive", "slash_commands"):
            delivery = await slack.deliver(kind, body)
            assert delivery.attempts[0][0] == 200, (path.name, kind)
    received = len(door.received)
    await slack.person("U1").say("still there?")
    assert len(door.received) == received + 1


async def test_a_recorded_payload_damaged_in_any_field_is_taken(
    over_socket: None, slack: SlackStandIn, door: RecordingDoor
) -> None:
    for path in _FILES:
        body = orjson.loads(path.read_bytes())
        for key in body:
            oddities: list[object] = [None, 5, [], "", {}]
            for odd in oddities:
                delivery = await slack.deliver("interactive", body | {key: odd})
                assert delivery.taken, (path.name, key, odd)


async def test_the_headers_of_a_redelivery_are_understood(
    over_http: None, slack: SlackStandIn, door: RecordingDoor
) -> None:
    body = orjson.dumps({"type": "event_callback", "event_id": "Ev1", "event": {"type": "reaction_added"}})
    for number in ("1", "2", "3", "many"):
        status, _ = await slack.post_signed(body, {"X-Slack-Retry-Num": number, "X-Slack-Retry-Reason": "http_error"})
        assert status == 200


def test_a_recorded_payload_damaged_anywhere_is_read_or_said_to_be_unreadable() -> None:
    for path in _FILES:
        body = orjson.loads(path.read_bytes())
        body = body["payload"] if "envelope_id" in body else body
        for damaged in _damaged(body):
            with suppress(Unparsable):
                read(damaged)


def _damaged(part: object) -> Iterator[object]:
    """The part with each of its values, at any depth, replaced by something of another type."""
    children = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, child in list(children):
        oddities: list[object] = [None, 5, "", [], {}, *_damaged(child)]
        for odd in oddities:
            whole: Any = part.copy()  # type: ignore[attr-defined] # it has children: a dict or a list
            whole[key] = odd
            yield whole
