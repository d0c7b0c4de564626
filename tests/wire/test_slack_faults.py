"""What goes wrong between us and Slack, and that nobody notices more of it than must be."""

import hashlib
import hmac
from time import monotonic, time

import orjson
import pytest

from tests.standins.slack import DROPPED, SIGNING_SECRET, Fault, broken, limited
from tests.wire.roster import GUARDIAN
from tests.wire.students import answer
from tests.wire.waiting import until
from tests.wire.world import DESK, World

FAULTS = {"5xx": broken(), "answer lost": DROPPED, "slow": Fault(seconds=0.5), "429": limited(1)}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
async def test_a_card_that_failed_once_is_posted(polling_world: World, fault: Fault) -> None:
    student = polling_world.settled()
    polling_world.slack.faults.put("chat.postMessage", fault)
    begun = monotonic()
    await student.says("urgent")
    await polling_world.card("Case 2026-0001", "I take it")
    assert monotonic() - begun >= (fault.retry_after or 0)
    assert polling_world.telegram.called("sendMessage")


async def test_a_socket_that_is_cut_or_refreshed_is_opened_again(polling_world: World) -> None:
    student = polling_world.on_slack()
    sockets = polling_world.slack.sockets
    await sockets.cut()
    await sockets.connected(times=2)
    await student.says("help")
    await student.sees("You can press the buttons")
    await sockets.refresh()
    await sockets.connected(times=3)
    assert (await student.person.say("menu")).taken
    await student.sees("What would you like to do?")


async def test_an_event_that_slack_delivers_twice_is_handled_once(each_world: World) -> None:
    student = each_world.on_slack()
    each_world.slack.duplicate = True
    delivery = await student.person.say("help")
    assert [status for status, _ in delivery.attempts] == [200, 200]
    await student.says("urgent")
    await student.sees("call 113 now")
    assert len([text for text in student.read() if "You can press the buttons" in text]) == 1


async def test_while_slack_is_slow_to_say_who_writes_her_first_words_wait_and_are_not_lost(each_world: World) -> None:
    student = each_world.on_slack()
    each_world.slack.faults.put("users.info", Fault(seconds=0.8))
    delivery = await student.person.say("help")
    assert delivery.taken
    await student.sees("You can press the buttons")


@pytest.mark.parametrize("forged", ["signature", "age", "missing"])
async def test_a_call_that_slack_did_not_sign_is_refused_and_does_nothing(called_world: World, forged: str) -> None:
    student = called_world.on_slack()
    event = {"type": "message", "channel_type": "im", "user": "US1", "text": "urgent", "channel": "DS1", "ts": "1.1"}
    body = orjson.dumps({"type": "event_callback", "event_id": "Ev1", "event": event})
    status, _ = await called_world.slack.post_signed(body, _headers(body, forged))
    assert status == 401
    await student.says("help")
    await student.sees("You can press the buttons")
    assert called_world.slack.workspace.in_channel(DESK) == []


async def test_two_who_press_i_take_it_are_not_both_told_that_they_have_it(each_world: World) -> None:
    student = each_world.settled()
    await student.says("human")
    await answer(student, ("How should a person contact you?", "Write to me"))
    card = await each_world.card("ATTENTION", "I take it")
    stale = [button for button in card.buttons if button["text"]["text"] == "I take it"]
    await each_world.guardian.press("I take it", card)
    await until(lambda: "Reply to student" in [button["text"]["text"] for button in card.buttons])
    card.blocks = [{"type": "actions", "elements": stale}]
    await each_world.coordinator.press("I take it", card)
    await each_world.coordinator.sees_window(f"{GUARDIAN} has already taken it")


def _headers(body: bytes, forged: str) -> dict[str, str]:
    if forged == "missing":
        return {"X-Slack-Signature": "", "X-Slack-Request-Timestamp": ""}
    if forged == "signature":
        return {"X-Slack-Signature": "v0=" + "0" * 64}
    long_ago = str(int(time()) - 600)
    signed = hmac.new(SIGNING_SECRET.encode(), b"v0:" + long_ago.encode() + b":" + body, hashlib.sha256)
    return {"X-Slack-Request-Timestamp": long_ago, "X-Slack-Signature": f"v0={signed.hexdigest()}"}
