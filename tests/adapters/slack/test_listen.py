"""Over both connections: what is acknowledged, when, and what reaches the door."""

import asyncio

import orjson
import pytest
from slack_sdk.web.async_client import AsyncWebClient
from structlog.testing import capture_logs

from bot.adapters.slack.answering.middleware import Answering
from bot.adapters.slack.listen import SocketMode
from bot.adapters.slack.reach import reach
from bot.intake.inbound import Kind
from bot.intake.reply import Reply
from bot.pulse import Pulse, State
from tests.adapters.slack.door import RecordingDoor
from tests.standins.slack import APP_TOKEN, BOT_USER, SlackStandIn, broken, refused
from tests.wire.waiting import until


async def test_a_word_in_the_direct_chat_reaches_the_door_with_its_account(
    connected: str, slack: SlackStandIn, door: RecordingDoor, heard: list[str]
) -> None:
    student = slack.person("U1", "one@example.org", locale="nb-NO")
    delivery = await student.say("fish & chips <b>")
    assert delivery.attempts == [(200, {})]
    event = door.inbound
    assert (event.kind, event.user, event.chat, event.text) == (Kind.TEXT, "U1", "D1", "fish & chips <b>")
    assert (event.email, event.language, event.private) == ("one@example.org", "nb-NO", True)
    assert heard


async def test_an_event_that_failed_is_not_acknowledged_and_comes_again(
    over_http: None, slack: SlackStandIn, door: RecordingDoor
) -> None:
    door.failures = 2
    delivery = await slack.person("U1").say("hello")
    assert [status for status, _ in delivery.attempts] == [500, 500, 200]
    assert len(door.received) == 1


async def test_a_socket_event_that_failed_is_not_acknowledged_and_comes_again(
    over_socket: None, slack: SlackStandIn, door: RecordingDoor
) -> None:
    door.failures, slack.patience = 1, 0.2
    delivery = await slack.person("U1").say("hello")
    assert [status for status, _ in delivery.attempts] == [0, 200]
    assert len(door.received) == 1


async def test_what_fails_at_slacks_last_try_is_put_on_record(
    over_http: None, slack: SlackStandIn, door: RecordingDoor
) -> None:
    door.failures = 99
    delivery = await slack.person("U1").say("hello")
    assert [status for status, _ in delivery.attempts] == [500, 500, 500, 200]
    assert [reason for _, reason in door.rejected] == ["failed"]


async def test_a_duplicate_is_acknowledged_and_counts_once(
    connected: str, slack: SlackStandIn, door: RecordingDoor
) -> None:
    slack.duplicate = True
    delivery = await slack.person("U1").say("hello")
    assert [status for status, _ in delivery.attempts] == [200, 200]
    assert len(door.received) == 1


async def test_the_account_is_asked_once_and_messages_keep_their_order(
    connected: str, slack: SlackStandIn, door: RecordingDoor
) -> None:
    student = slack.person("U1")
    await asyncio.gather(*(student.say(f"{number}") for number in range(5)))
    assert [method for method, _ in slack.calls].count("users.info") == 1
    if connected == "over_socket":
        assert [event.text for event in door.received if hasattr(event, "text")] == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize(
    "about",
    [
        {"team": "T0OTHER"},
        {"flags": {"is_stranger": True}},
        {"flags": {"is_restricted": True}},
        {"flags": {"is_email_confirmed": False}},
    ],
)
async def test_a_guest_or_stranger_is_not_linked_by_mail(
    over_http: None, slack: SlackStandIn, door: RecordingDoor, about: dict[str, object]
) -> None:
    await slack.person("U1", "one@example.org", **about).say("hello")
    assert door.inbound.email == ""


async def test_slack_not_saying_who_writes_does_not_keep_the_word_out(
    over_http: None, slack: SlackStandIn, door: RecordingDoor
) -> None:
    slack.faults.put("users.info", broken())
    await slack.person("U1").say("hello")
    assert (door.inbound.text, door.inbound.email) == ("hello", "")


async def test_the_command_answers_nobody_in_the_channel(
    connected: str, slack: SlackStandIn, door: RecordingDoor
) -> None:
    student = slack.person("U1")
    slack.channel("C1", student)
    delivery = await student.command("urgent", "C1")
    assert delivery.attempts == [(200, {})]
    assert (door.inbound.text, door.inbound.chat, door.inbound.private) == ("/urgent", "U1", True)
    await student.command("")
    assert (door.inbound.text, door.inbound.chat) == ("/menu", "D1")
    assert not slack.workspace.messages


async def test_a_foreign_command_is_acknowledged_and_ignored(
    connected: str, slack: SlackStandIn, door: RecordingDoor
) -> None:
    assert (await slack.person("U1").command("hi", command="/weather")).taken
    assert not door.received


async def test_what_the_app_itself_wrote_is_ignored(connected: str, slack: SlackStandIn, door: RecordingDoor) -> None:
    event = {"type": "message", "channel_type": "im", "channel": "D1", "user": BOT_USER, "bot_id": "B0BOT", "ts": "1.2"}
    assert (await slack.event({**event, "text": "hello"})).taken
    assert not door.received


async def test_a_remark_in_the_cards_thread_goes_nowhere(
    connected: str, slack: SlackStandIn, door: RecordingDoor
) -> None:
    event = {"type": "message", "channel_type": "channel", "channel": "C1", "user": "U9", "ts": "1.2"}
    for more in ({"thread_ts": "1.1"}, {"subtype": "thread_broadcast", "thread_ts": "1.1"}, {}):
        assert (await slack.event({**event, "text": "she told me", **more})).taken
    assert not door.received


async def test_losing_the_token_is_recorded_and_logged_as_an_error(
    connected: str, slack: SlackStandIn, door: RecordingDoor
) -> None:
    with capture_logs() as lines:
        assert (await slack.event({"type": "tokens_revoked", "tokens": {"bot": ["U0BOT"]}})).taken
        assert (await slack.event({"type": "app_uninstalled"})).taken
    lost = ["tokens_revoked", "app_uninstalled"]
    assert [reason for _, reason in door.rejected] == lost
    assert [line["event_kind"] for line in lines if line["log_level"] == "error"] == lost


async def test_the_url_is_verified(over_http: None, slack: SlackStandIn) -> None:
    body = orjson.dumps({"type": "url_verification", "challenge": "abc"})
    assert await slack.post_signed(body) == (200, b'{"challenge": "abc"}')


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Slack-Signature": "v0=wrong"},
        {"X-Slack-Signature": "\u00f8"},
        {"X-Slack-Request-Timestamp": "1500000000"},
        {"X-Slack-Request-Timestamp": "soon"},
    ],
)
async def test_an_unsigned_body_is_refused(
    over_http: None, slack: SlackStandIn, door: RecordingDoor, headers: dict[str, str], heard: list[str]
) -> None:
    status, _ = await slack.post_signed(b'{"type": "event_callback"}', headers)
    assert status == 401
    assert not door.received
    assert not door.rejected
    assert not heard


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[1]", b"payload=%7B", b"payload=1", b"\xff", b'{"user": 5}', b'{"event": 1}', b'"', b"null"]
)
async def test_a_malformed_body_is_never_an_error_of_ours(
    over_http: None, slack: SlackStandIn, door: RecordingDoor, body: bytes
) -> None:
    status, _ = await slack.post_signed(body)
    assert status in {200, 401}
    assert not door.received


@pytest.mark.parametrize(
    "payload", ["null", "[]", "5", '"text"', '{"user": 5}', '{"event": []}', '{"type": "block_actions"}', "{}"]
)
async def test_a_malformed_envelope_is_acknowledged_and_the_socket_goes_on(
    over_socket: None, slack: SlackStandIn, door: RecordingDoor, payload: str
) -> None:
    for noise in ("[1]", "{", "text", '{"type": 5}', "{}"):
        await slack.sockets.raw(noise)
    frame = f'{{"envelope_id": "e1", "type": "events_api", "payload": {payload}}}'
    await asyncio.wait_for(slack.sockets.acknowledgement("e1", frame), 5)
    await slack.person("U1").say("still there?")
    assert door.inbound.text == "still there?"


async def test_a_new_socket_is_taken_when_slack_asks(
    over_socket: None, slack: SlackStandIn, door: RecordingDoor
) -> None:
    await slack.sockets.refresh()
    await slack.sockets.connected(times=2)
    await slack.person("U1").say("hello")
    assert door.inbound.text == "hello"


async def test_the_turn_in_hand_is_finished_before_the_socket_closes(
    slack: SlackStandIn, answering: Answering, door: RecordingDoor, client: AsyncWebClient
) -> None:
    entered, go_on, stop = asyncio.Event(), asyncio.Event(), asyncio.Event()
    receive = door.receive

    async def slow(event: object) -> Reply:
        entered.set()
        await go_on.wait()
        return await receive(event)  # type: ignore[arg-type] # only events come

    door.receive = slow  # type: ignore[method-assign] # a slow door for one test
    running = asyncio.create_task(SocketMode(answering, client, APP_TOKEN, Pulse("slack")).run(stop))
    await slack.sockets.connected()
    saying = asyncio.create_task(slack.person("U1").say("hello"))
    await entered.wait()
    stop.set()
    closed, _ = await asyncio.wait({running}, timeout=0.2)
    assert not closed
    go_on.set()
    assert (await saying).taken
    await running


async def test_a_used_up_address_is_not_tried_for_ever(
    slack: SlackStandIn, answering: Answering, door: RecordingDoor, client: AsyncWebClient
) -> None:
    slack.sockets.refuse = 1
    stop = asyncio.Event()
    mode = SocketMode(answering, client, APP_TOKEN, Pulse("slack"), ping_every=0.05, deaf_after=0.2)
    running = asyncio.create_task(mode.run(stop))
    await slack.sockets.connected()
    await slack.person("U1").say("hello")
    assert door.inbound.text == "hello"
    stop.set()
    await running


async def test_an_answered_ping_is_a_sign_of_life(
    slack: SlackStandIn, answering: Answering, client: AsyncWebClient
) -> None:
    pinged, stop, signs, pulse = asyncio.Event(), asyncio.Event(), list[None](), Pulse("slack")

    def heard() -> None:
        signs.append(None)
        if len(signs) > 2:
            pinged.set()

    pulse.heard = heard  # type: ignore[method-assign] # counted for one test
    mode = SocketMode(answering, client, APP_TOKEN, pulse, ping_every=0.05)
    running = asyncio.create_task(mode.run(stop))
    await asyncio.wait_for(pinged.wait(), 5)
    assert mode.silent_for < 5
    stop.set()
    await running


async def test_a_cut_connection_is_opened_again(
    slack: SlackStandIn, answering: Answering, door: RecordingDoor, client: AsyncWebClient
) -> None:
    stop = asyncio.Event()
    running = asyncio.create_task(SocketMode(answering, client, APP_TOKEN, Pulse("slack"), ping_every=0.05).run(stop))
    await slack.sockets.connected()
    await slack.sockets.cut()
    await slack.sockets.connected(times=2)
    await slack.person("U1").say("hello")
    assert door.inbound.text == "hello"
    stop.set()
    await running


async def test_a_socket_that_greets_and_then_says_nothing_counts_as_silent_and_is_replaced(
    slack: SlackStandIn, answering: Answering, door: RecordingDoor, client: AsyncWebClient
) -> None:
    stop, pulse = asyncio.Event(), Pulse("slack")
    slack.sockets.deaf = True
    mode = SocketMode(answering, client, APP_TOKEN, pulse, ping_every=0.5, deaf_after=1.0)
    running = asyncio.create_task(mode.run(stop))
    await slack.sockets.connected(times=3)
    assert pulse.heard_for is None
    slack.sockets.deaf = False
    assert (await slack.person("U1").say("hello")).taken
    assert pulse.reached
    assert pulse.reconnects >= 2
    stop.set()
    await running
    assert pulse.state is State.RESTING


async def test_a_refused_app_token_is_said_once_and_asked_about_seldom(
    slack: SlackStandIn, answering: Answering, client: AsyncWebClient, capsys: pytest.CaptureFixture[str]
) -> None:
    stop, pulse = asyncio.Event(), Pulse("slack")
    running = asyncio.create_task(SocketMode(answering, client, "xapp-other", pulse, ping_every=0.01).run(stop))
    await until(lambda: pulse.state is State.REFUSED)
    await asyncio.sleep(0.1)  # ten times the library's own patience
    assert pulse.refusals == {"app_token": "invalid_auth"}
    assert [method for method, _ in slack.calls] == ["apps.connections.open"]
    assert capsys.readouterr().out.count("Slack refuses [slack] app_token") == 1
    stop.set()
    await running


async def test_slack_is_asked_until_it_answers_and_a_refused_bot_token_is_noticed(
    slack: SlackStandIn, client: AsyncWebClient
) -> None:
    stop, pulse = asyncio.Event(), Pulse("slack")
    slack.faults.put("auth.test", broken())
    slack.faults.put("auth.test", refused("token_revoked"))
    running = asyncio.create_task(reach(client, pulse, stop, counts=False))
    await until(lambda: pulse.state is State.REFUSED)
    assert not pulse.reached
    await until(lambda: pulse.reached)
    assert pulse.state is State.RESTING
    stop.set()
    await running
