"""Long polling against the stand-in."""

import asyncio
from collections.abc import Sequence

from bot.adapters.telegram import BotApi, Polling
from bot.intake.inbound import Event, Kind
from bot.intake.reply import Reply
from bot.pulse import Pulse
from tests.adapters.telegram.conftest import Hasty, Poll
from tests.adapters.telegram.fake_door import FakeDoor
from tests.standins.telegram import (
    TelegramServer,
    broken_connection,
    held,
    lost_answer,
    nonsense,
    refusal,
    server_error,
    too_many_requests,
)


async def test_what_she_writes_reaches_the_door_and_is_confirmed(
    telegram: TelegramServer, poll: Poll, door: FakeDoor
) -> None:
    phone = telegram.phone(1001, language="nb")
    async with poll():
        number = await phone.say("hei")
        await telegram.updates.confirmed(number)
    (heard,) = door.committed
    assert (heard.kind, heard.text, heard.user, heard.chat) == (Kind.TEXT, "hei", "1001", "1001")
    assert (heard.event_id, heard.language, heard.private) == (str(number), "nb", True)


async def test_nothing_is_confirmed_before_its_turn_is_committed(
    telegram: TelegramServer, poll: Poll, door: FakeDoor
) -> None:
    offsets_at_commit: list[list[int | None]] = []
    door.on_commit = lambda _event: offsets_at_commit.append(list(telegram.updates.offsets))
    async with poll():
        number = await telegram.phone(1001).say("hello")
        await telegram.updates.confirmed(number)
    assert offsets_at_commit == [[None]]
    assert telegram.updates.offsets[1] == number + 1


async def test_an_update_waits_for_a_database_that_is_away(
    telegram: TelegramServer, poll: Poll, door: FakeDoor, patience: Hasty
) -> None:
    door.away = 3
    async with poll():
        number = await telegram.phone(1001).say("hello")
        await telegram.updates.confirmed(number)
    assert door.texts == ["hello"]
    assert door.rejected == []
    assert len(patience.waits) == 3


async def test_a_database_lost_within_a_batch_is_nobodys_fault(
    telegram: TelegramServer, poll: Poll, door: FakeDoor, patience: Hasty
) -> None:
    door.away_inside = 5
    async with poll():
        await telegram.updates.confirmed(await telegram.phone(1001).say("hello"))
    assert door.rejected == []
    assert len(patience.waits) == 5


async def test_stopping_finishes_the_batch_in_hand(telegram: TelegramServer, api: BotApi) -> None:
    stop, asked, gate = asyncio.Event(), asyncio.Event(), asyncio.Event()

    class Slow(FakeDoor):
        async def receive_all(self, events: Sequence[Event]) -> list[Reply | Exception]:
            asked.set()
            await gate.wait()
            return await super().receive_all(events)

    door = Slow()
    await telegram.phone(1001).say("hello")
    running = asyncio.create_task(
        Polling(api, door, pulse=Pulse("telegram"), answer=lambda *_: None, patience=Hasty()).run(stop)
    )
    async with asyncio.timeout(5):
        await asked.wait()
        stop.set()
        gate.set()
        await running
    assert door.texts == ["hello"]


async def test_stopping_does_not_wait_for_an_open_poll(telegram: TelegramServer, poll: Poll) -> None:
    async with poll():
        await telegram.updates.until(lambda: len(telegram.updates.offsets) == 1)


async def test_stopping_while_the_database_is_away_confirms_nothing(
    telegram: TelegramServer, api: BotApi, door: FakeDoor
) -> None:
    stop = asyncio.Event()

    class Stopping(Hasty):
        async def _pause(self, _stop: asyncio.Event, seconds: float) -> None:
            stop.set()

    door.away = 1000
    number = await telegram.phone(1001).say("hello")
    polling = Polling(api, door, pulse=Pulse("telegram"), answer=lambda *_: None, patience=Stopping())
    async with asyncio.timeout(5):
        await polling.run(stop)
    assert [update["update_id"] for update in telegram.updates.pending] == [number]
    assert number + 1 not in telegram.updates.offsets


async def test_a_turn_that_always_fails_is_recorded_and_holds_up_nobody(
    telegram: TelegramServer, poll: Poll, door: FakeDoor
) -> None:
    for door.sharing_breaks in (False, True):
        door.committed, door.rejected, door.broken = [], [], {"poison": 99}
        async with poll():
            bad = await telegram.phone(1001).say("poison")
            good = await telegram.phone(1002).say("hello")
            await telegram.updates.confirmed(good)
        assert door.texts == ["hello"]
        assert door.rejected == [(str(bad), "turn failed: RuntimeError")]


async def test_a_turn_that_fails_once_is_tried_again(telegram: TelegramServer, poll: Poll, door: FakeDoor) -> None:
    door.broken = {"hello": 2}
    async with poll():
        await telegram.updates.confirmed(await telegram.phone(1001).say("hello"))
    assert door.texts == ["hello"]
    assert door.rejected == []


async def test_an_update_that_cannot_be_read_is_recorded_and_the_next_is_handled(
    telegram: TelegramServer, poll: Poll, door: FakeDoor
) -> None:
    async with poll():
        bad = await telegram.updates.push({"message": {"chat": None, "text": 7}})
        await telegram.updates.confirmed(await telegram.phone(1001).say("hello"))
    assert door.texts == ["hello"]
    assert door.rejected == [(str(bad), "unparsable: chat")]


async def test_repeats_and_disorder_change_nothing(telegram: TelegramServer, poll: Poll, door: FakeDoor) -> None:
    phone = telegram.phone(1001)
    for word in ("one", "two", "three"):
        await phone.say(word)
    telegram.updates.tamper = lambda batch: [batch[2], batch[0], batch[1], batch[0]]
    async with poll():
        last = await phone.say("four")
        await telegram.updates.confirmed(last)
        old = {"update_id": last - 2, "message": {"message_id": 1, "chat": {"id": 1001}, "from": {"id": 1001}}}
        telegram.updates.tamper = lambda batch: [old, *batch]
        await telegram.updates.confirmed(await phone.say("five"))
    assert door.texts == ["one", "two", "three", "four", "five"]
    offsets = [offset for offset in telegram.updates.offsets if offset is not None]
    assert offsets == sorted(offsets)


async def test_only_old_updates_are_not_asked_for_in_a_tight_loop(
    telegram: TelegramServer, poll: Poll, patience: Hasty
) -> None:
    phone = telegram.phone(1001)
    async with poll():
        number = await phone.say("hello")
        await telegram.updates.confirmed(number)
        assert patience.waits == []
        telegram.updates.tamper = lambda _batch: [{"update_id": number - 50}]
        await telegram.updates.confirmed(await phone.say("again"))
    assert len(patience.waits) == 1


async def test_a_tap_is_answered_after_its_turn_with_the_note_the_door_gave(
    telegram: TelegramServer, poll: Poll, door: FakeDoor, api: BotApi
) -> None:
    phone = telegram.phone(1001)
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "a|1|safe|yes"}]]}
    await api.call("sendMessage", {"chat_id": 1001, "text": "Safe?", "reply_markup": keyboard})
    door.reply = lambda event: Reply(toast=f"Noted: {event.data}")
    async with poll():
        tap = await phone.tap("Yes")
        await phone.until(lambda: tap in phone.answered)
    assert phone.toasts == ["Noted: a|1|safe|yes"]
    assert door.committed[0].kind is Kind.TAP
    assert door.committed[0].ref == str(phone.messages[0].id)


async def test_a_blocked_bot_is_told_apart_from_silence(telegram: TelegramServer, poll: Poll, door: FakeDoor) -> None:
    phone = telegram.phone(1001)
    async with poll():
        await phone.block()
        await telegram.updates.confirmed(await phone.unblock())
    assert [event.kind for event in door.committed] == [Kind.BLOCKED, Kind.UNBLOCKED]


async def test_no_failure_of_the_platform_ends_the_polling(
    telegram: TelegramServer, poll: Poll, door: FakeDoor, patience: Hasty
) -> None:
    telegram.fail("getMe", server_error())
    telegram.fail("getMe", refusal(404, "Not Found"))
    for fault in (server_error(500), broken_connection(), lost_answer(), nonsense(), refusal(401, "Unauthorized")):
        telegram.fail("getUpdates", fault)
    telegram.fail("getUpdates", too_many_requests(40))
    number = await telegram.phone(1001).say("hello")
    async with poll():
        await telegram.updates.confirmed(number)
    assert door.texts == ["hello"]
    assert patience.waits.count(30.0) == 2
    assert 40.0 in patience.waits
    assert len(patience.waits) == 8


async def test_a_webhook_that_is_in_the_way_is_taken_down(telegram: TelegramServer, poll: Poll, door: FakeDoor) -> None:
    async with poll():
        await telegram.updates.confirmed(await telegram.phone(1001).say("before"))
        telegram.updates.webhook = {"url": "https://example.org/telegram/webhook"}
        number = await telegram.phone(1001).say("hello")
        await telegram.updates.confirmed(number)
    assert door.texts == ["before", "hello"]
    assert all(call == {"drop_pending_updates": "false"} for call in telegram.called("deleteWebhook"))


async def test_each_answer_is_a_sign_of_life_and_a_refusal_is_none(
    telegram: TelegramServer, poll: Poll, door: FakeDoor
) -> None:
    signs: list[int] = []
    pulse = Pulse("telegram")
    pulse.heard = lambda: signs.append(len(door.committed))  # type: ignore[method-assign] # counted for one test
    telegram.fail("getUpdates", server_error(), times=3)
    async with poll(pulse):
        await telegram.updates.confirmed(await telegram.phone(1001).say("hello"))
    # The bot's own name was told, and then the one poll that was not refused.
    assert signs == [0, 0]


async def test_after_six_quiet_days_the_old_offset_is_dropped(
    telegram: TelegramServer, api: BotApi, door: FakeDoor
) -> None:
    days, stop, offsets = 0, asyncio.Event(), telegram.updates.offsets
    polling = Polling(
        api, door, pulse=Pulse("telegram"), answer=lambda *_: None, poll_timeout=0, monotonic=lambda: days * 86_400.0
    )
    running = asyncio.create_task(polling.run(stop))
    number = await telegram.phone(1001).say("before the holidays")
    await telegram.updates.confirmed(number)
    days = 7
    await telegram.updates.until(lambda: offsets[-1] is None)
    await telegram.updates.push({"update_id": 17, "message": _from_1001("after the holidays")})
    await telegram.updates.confirmed(17)
    assert offsets[-1] == 18
    stop.set()
    await running
    assert door.texts == ["before the holidays", "after the holidays"]


def _from_1001(text: str) -> dict[str, object]:
    return {"message_id": 9, "chat": {"id": 1001, "type": "private"}, "from": {"id": 1001}, "text": text}


async def test_the_menu_of_commands_is_set_in_each_language_and_a_refusal_stops_nothing(
    telegram: TelegramServer, poll: Poll, door: FakeDoor
) -> None:
    async with poll():
        await telegram.updates.confirmed(await telegram.phone(1001).say("hello"))
    assert telegram.commands["nb"] == [{"command": "meny", "description": "Hva jeg kan gjøre"}]
    assert telegram.commands[""] == [{"command": "menu", "description": "What I can do"}]
    telegram.fail("setMyCommands", refusal(400, "Bad Request: BOT_COMMAND_INVALID"))
    async with poll():
        await telegram.updates.confirmed(await telegram.phone(1001).say("again"))
    assert door.texts == ["hello", "again"]


async def test_a_poll_that_is_never_answered_is_given_up_and_the_next_goes_over_a_new_connection(
    telegram: TelegramServer, poll: Poll, door: FakeDoor
) -> None:
    pulse = Pulse("telegram")
    telegram.fail("getUpdates", held(asyncio.Event()), times=2)
    async with poll(pulse, poll_timeout=0, margin=0.05):
        await telegram.updates.confirmed(await telegram.phone(1001).say("hello"))
    assert door.texts == ["hello"]
    assert pulse.reconnects == 2


async def test_a_refused_token_is_noticed_until_telegram_takes_it_again(telegram: TelegramServer, poll: Poll) -> None:
    pulse, seen = Pulse("telegram"), list[str]()
    pulse.accepted = lambda key: seen.append(f"accepted {key}")  # type: ignore[method-assign] # written down
    telegram.fail("getUpdates", refusal(401, "Unauthorized"))
    async with poll(pulse):
        await telegram.updates.confirmed(await telegram.phone(1001).say("hello"))
    assert pulse.refusals == {"token": "unauthorized"}
    assert seen[-1] == "accepted token"
