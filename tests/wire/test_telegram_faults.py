"""What goes wrong between us and Telegram, and that she notices as little of it as can be."""

from collections.abc import Callable
from typing import Any

import aiohttp
import pytest

from bot.config.care import Safeguarding
from storage import inbox
from tests.standins.telegram import (
    Fault,
    broken_connection,
    lost_answer,
    nonsense,
    refusal,
    server_error,
    too_many_requests,
)
from tests.wire.students import answer
from tests.wire.waiting import until
from tests.wire.world import World

Batch = list[dict[str, Any]]


async def test_a_time_to_wait_is_waited_and_the_message_comes_after_it(polling_world: World) -> None:
    student = polling_world.settled()
    polling_world.telegram.fail("sendMessage", too_many_requests(2))
    await student.says("menu")
    await student.sees("What would you like to do?")
    refused, sent = [call for call in polling_world.telegram.calls if call.method == "sendMessage"]
    assert (refused.status, sent.status) == (429, 200)
    assert sent.at - refused.at >= 2


SENDING = {"5xx": server_error(), "cut off": broken_connection(), "answer lost": lost_answer(), "nonsense": nonsense()}
POLLING = {
    "5xx": server_error(500),
    "cut off": broken_connection(),
    "nonsense": nonsense(),
    "429": too_many_requests(0),
}


@pytest.mark.parametrize("fault", SENDING.values(), ids=SENDING)
async def test_an_answer_that_failed_once_comes_and_in_its_order(polling_world: World, fault: Fault) -> None:
    student = polling_world.settled()
    polling_world.telegram.fail("sendMessage", fault)
    await student.says("privacy")
    await student.sees("What would you like to do?")
    texts = student.read()
    assert "What would you like to do?" in texts[-1]
    assert "What would you like to do?" not in texts[0]
    assert len(texts) == (3 if fault.acts else 2)


@pytest.mark.parametrize("fault", POLLING.values(), ids=POLLING)
async def test_a_poll_that_failed_loses_nothing(polling_world: World, fault: Fault) -> None:
    student = polling_world.settled()
    polling_world.telegram.fail("getUpdates", fault, times=2)
    await student.says("menu")
    await student.sees("What would you like to do?")


@pytest.mark.parametrize(
    "tamper", [lambda batch: batch + batch, lambda batch: batch[::-1]], ids=["repeated", "out of order"]
)
async def test_updates_that_come_twice_or_out_of_order_are_each_handled_once(
    world: World, tamper: Callable[[Batch], Batch]
) -> None:
    student = world.settled()
    world.telegram.updates.tamper = tamper
    for line in ("checkin", "start", "3", "about right"):
        await student.says(line)
    await world.start()
    await student.sees("Is that all right for you?")
    asked = [text for text in student.read() if "How much work" in text]
    assert len(asked) == 1


async def test_an_update_that_nobody_can_read_is_recorded_and_the_next_is_answered(each_world: World) -> None:
    student = each_world.settled()
    unreadable: Batch = [{"message": {"chat": 5}}, {"callback_query": "tapped"}, {"message": {"text": {}}}]
    for update in unreadable:
        await each_world.telegram.updates.push(update)
    await student.says("menu")
    await student.sees("What would you like to do?")
    with each_world.work() as uow:
        rejected = inbox.rejected(uow.db)
    assert rejected
    assert {platform for platform, _, _ in rejected} == {"telegram"}


async def test_a_call_without_the_secret_is_refused_and_does_nothing(called_world: World) -> None:
    student = called_world.settled()
    message = {"message_id": 1, "from": {"id": 1001}, "chat": {"id": 1001, "type": "private"}, "text": "menu"}
    update = {"update_id": 1, "message": {"date": 1, **message}}
    async with aiohttp.ClientSession() as http:
        for secret in ("", "guessed"):
            headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
            url = f"{called_world.address}/telegram/webhook"
            async with http.post(url, json=update, headers=headers) as refused:
                assert refused.status == 403
    await student.says("help")
    await student.sees("You can press the buttons")
    assert len(student.read()) == 1


async def test_a_blocked_bot_is_not_silence(each_world: World) -> None:
    student = each_world.settled()
    await student.phone.block()
    await each_world.coordinator.sees("Student s1 can no longer be reached on Telegram")
    await student.phone.unblock()
    await student.says("menu")
    await student.sees("What would you like to do?")


async def test_a_block_that_only_a_refusal_tells_of_is_noticed_too(polling_world: World) -> None:
    student = polling_world.settled()
    polling_world.telegram.fail("sendMessage", refusal(403, "Forbidden: bot was blocked by the user"))
    await student.says("menu")
    await polling_world.coordinator.sees("Student s1 can no longer be reached on Telegram")


async def test_two_taps_in_a_row_are_one_answer(each_world: World) -> None:
    student = each_world.settled()
    await student.says("checkin")
    await answer(student, ("check-in", "Start"))
    question = await student.phone.sees("How have the last two weeks been?", "3")
    taps = [await student.phone.tap("3", question) for _ in range(2)]
    await student.sees("How much work")
    await until(lambda: set(taps) <= student.phone.answered)
    assert student.phone.toasts == ["Already noted."]
    assert len([text for text in student.read() if "How much work" in text]) == 1


async def test_an_emergency_follows_the_second_channel_to_its_new_number(world: World) -> None:
    group = world.telegram.phone(-100)
    moved = world.telegram.phone(-1_000_100)
    world.telegram.chats.moved["-100"] = moved.user
    care = Safeguarding.model_validate({"second_channel": f"telegram:{group.user}"})
    world.settings = world.settings.model_copy(update={"safeguarding": care})
    await world.start()
    student = world.settled()
    await student.says("I want to kill myself")
    await moved.until(lambda: any("EMERGENCY. Case 2026-0001" in shown.text for shown in moved.messages))
    assert group.messages == []
