"""Sending through the stand-in, and what refusals mean."""

import asyncio
import json
import os
import traceback
from pathlib import Path

import pytest
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, TelegramError, TimedOut

from bot.adapters.telegram import AiohttpRequest, BotApi, TelegramTransport
from bot.adapters.telegram.transport import meaning
from bot.delivery.transport import Moved, Parcel, SendAgain, SendNever, Unreachable
from bot.words.outgoing import Button, Chart, Document, Message, Outgoing, Picture
from tests.standins.telegram import (
    Fault,
    TelegramServer,
    broken_connection,
    held,
    lost_answer,
    nonsense,
    refusal,
    server_error,
    too_many_requests,
)

PAYLOADS = Path(os.environ.get("PLACEMATE_PAYLOADS", Path(__file__).parents[4] / "shared/payloads"))
HELLO = Message("Hello **there** & <you>", ((Button("Yes", "y"),),))


def parcel(outgoing: Outgoing = HELLO, *, chat: int = 1001, edits: str = "", row: int = 1) -> Parcel:
    return Parcel(row, str(chat), outgoing, edits)


async def test_a_message_is_shown_with_its_buttons_and_its_id_comes_back(
    telegram: TelegramServer, transport: TelegramTransport
) -> None:
    phone = telegram.phone(1001)
    ref = await transport.send(parcel())
    shown = await phone.hears()
    assert (str(shown.id), shown.text, shown.labels) == (ref, "Hello there & <you>", ["Yes"])


async def test_a_document_arrives_with_its_name_and_every_byte(
    telegram: TelegramServer, transport: TelegramTransport
) -> None:
    phone = telegram.phone(1001)
    await transport.send(parcel(Document("my data.txt", "æøå\n" * 1000, "Your data")))
    shown = await phone.hears()
    assert (shown.filename, shown.document, shown.text) == ("my data.txt", ("æøå\n" * 1000).encode(), "Your data")


async def test_an_edit_changes_the_message_in_place(telegram: TelegramServer, transport: TelegramTransport) -> None:
    phone = telegram.phone(1001)
    ref = await transport.send(parcel())
    assert await transport.send(parcel(Message("Hello **there** & <you>"), edits=ref)) == ref
    assert (phone.messages[0].labels, phone.messages[0].edits) == ([], 1)


async def test_an_edit_that_changes_nothing_or_comes_too_late_is_done(
    telegram: TelegramServer, transport: TelegramTransport
) -> None:
    telegram.phone(1001)
    ref = await transport.send(parcel())
    assert await transport.send(parcel(edits=ref)) == ref
    assert await transport.send(parcel(edits="999999")) == ""
    telegram.fail("editMessageText", refusal(400, "Bad Request: message can't be edited"))
    assert await transport.send(parcel(edits=ref)) == ""


async def test_a_person_who_cannot_be_reached_is_not_a_failure_to_repeat(
    telegram: TelegramServer, transport: TelegramTransport
) -> None:
    await telegram.phone(1001).block()
    telegram.chats.deactivated.add("1002")
    telegram.chats.strangers.add("1003")
    for chat in (1001, 1002, 1003, 1004):
        with pytest.raises(Unreachable):
            await transport.send(parcel(chat=chat))


async def test_a_group_that_moved_names_its_new_id(telegram: TelegramServer, transport: TelegramTransport) -> None:
    telegram.chats.moved["-5"] = -1005
    with pytest.raises(Moved) as caught:
        await transport.send(parcel(chat=-5))
    assert caught.value.chat == "-1005"


async def test_the_time_telegram_asks_for_is_handed_on(telegram: TelegramServer, transport: TelegramTransport) -> None:
    telegram.fail("sendMessage", too_many_requests(17))
    with pytest.raises(SendAgain) as caught:
        await transport.send(parcel())
    assert (caught.value.after, caught.value.lane) == (17.0, False)


async def test_a_second_chat_refused_meanwhile_stops_the_lane(
    telegram: TelegramServer, transport: TelegramTransport
) -> None:
    telegram.fail("sendMessage", too_many_requests(17), times=3)
    lanes = []
    for chat in (1001, 1001, 1002):
        with pytest.raises(SendAgain) as caught:
            await transport.send(parcel(chat=chat))
        lanes.append(caught.value.lane)
    assert lanes == [False, False, True]


async def test_too_many_requests_without_a_time_to_wait_stops_the_lane(
    telegram: TelegramServer, transport: TelegramTransport
) -> None:
    telegram.fail("sendMessage", too_many_requests(None))
    with pytest.raises(SendAgain) as caught:
        await transport.send(parcel())
    assert (caught.value.after, caught.value.lane) == (0.0, True)


@pytest.mark.parametrize(
    "fault", [server_error(500), server_error(502), broken_connection(), lost_answer(), nonsense()]
)
async def test_what_goes_wrong_on_the_way_is_tried_again(
    telegram: TelegramServer, transport: TelegramTransport, fault: Fault
) -> None:
    telegram.phone(1001)
    telegram.fail("sendMessage", fault)
    with pytest.raises(SendAgain) as caught:
        await transport.send(parcel())
    assert not caught.value.lane


async def test_a_slow_answer_times_out_and_is_tried_again(telegram: TelegramServer) -> None:
    gate = asyncio.Event()
    telegram.fail("sendMessage", held(gate))
    async with AiohttpRequest(connect_timeout=0.02, read_timeout=0.02) as request:
        transport = TelegramTransport(BotApi(request, token=telegram.token, base_url=telegram.base_url))
        with pytest.raises(SendAgain, match="timed_out"):
            await transport.send(parcel())
    gate.set()


async def test_a_refused_token_stops_the_lane_and_not_the_program(telegram: TelegramServer) -> None:
    async with AiohttpRequest() as request:
        transport = TelegramTransport(BotApi(request, token="42:wrong", base_url=telegram.base_url))
        with pytest.raises(SendAgain) as caught:
            await transport.send(parcel())
    assert (caught.value.after, caught.value.lane) == (30.0, True)


async def test_what_was_sent_of_a_long_message_is_not_sent_again(
    telegram: TelegramServer, transport: TelegramTransport
) -> None:
    phone = telegram.phone(1001)
    long = parcel(Message(f"{'a' * 4000}\n\n{'b' * 4000}\n\n{'c' * 4000}"))
    telegram.fail("sendMessage", Fault(acts=True))
    telegram.fail("sendMessage", server_error())
    with pytest.raises(SendAgain):
        await transport.send(long)
    await transport.send(long)
    assert [shown.text[0] for shown in phone.messages] == ["a", "b", "c"]


async def test_a_tap_that_cannot_be_answered_harms_nobody(
    telegram: TelegramServer, transport: TelegramTransport
) -> None:
    telegram.fail("answerCallbackQuery", server_error())
    transport.answer_callback("77", "x" * 300)
    transport.answer_callback("78", "x" * 300)
    await transport.close()
    assert [len(params["text"]) for params in telegram.called("answerCallbackQuery")] == [200, 200]


@pytest.mark.parametrize(
    ("error", "kind", "reason"),
    [
        (BadRequest("Bad Request: BUTTON_DATA_INVALID"), SendNever, "button_data_invalid"),
        (
            BadRequest('Bad Request: can\'t parse entities: Unsupported start tag "her words"'),
            SendNever,
            "can't_parse_entities",
        ),
        (BadRequest("Bad Request: chat not found"), Unreachable, "chat_not_found"),
        (Forbidden("Forbidden: bot was kicked from the group chat"), Unreachable, "bot_was_kicked_from_the_group_chat"),
        (InvalidToken("Not Found"), SendAgain, "token_refused"),
        (InvalidToken("Unauthorized: bot can't send messages to bots"), Unreachable, "bot_can't_send_messages_to_bots"),
        (TimedOut(), SendAgain, "timed_out"),
        (NetworkError("Bad Gateway (502)"), SendAgain, "bad_gateway"),
    ],
)
def test_a_refusal_means_again_never_or_nobody_there(error: TelegramError, kind: type[Exception], reason: str) -> None:
    sorted_as = meaning(error)
    assert type(sorted_as) is kind
    assert str(sorted_as) == reason


def test_every_refusal_that_has_been_seen_means_something() -> None:
    catalogue = PAYLOADS / "telegram/error_descriptions_teloxide.json"
    if not catalogue.exists():
        pytest.skip(f"no recorded descriptions at {catalogue}: set PLACEMATE_PAYLOADS")
    classes = {
        "Bad Request": BadRequest,
        "Forbidden": Forbidden,
        "Unauthorized": InvalidToken,
        "Not Found": InvalidToken,
    }
    for description in json.loads(catalogue.read_text())["source_errors"]:
        sorted_as = meaning(classes.get(description.partition(":")[0], NetworkError)(description))
        unreachable = ("chat not found", "user not found", "deactivated", "Forbidden: bot", "Unauthorized: bot")
        assert isinstance(sorted_as, Unreachable) == any(words in description for words in unreachable), description


async def test_a_proxy_is_used_unless_the_environment_excepts_the_address(
    telegram: TelegramServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    telegram.phone(1001)
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    for excepted in ("", "127.0.0.1"):
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.setenv(name, excepted)
        async with AiohttpRequest() as request:
            transport = TelegramTransport(BotApi(request, token=telegram.token, base_url=telegram.base_url))
            if excepted:
                assert await transport.send(parcel())
            else:
                with pytest.raises(SendAgain, match="proxy"):
                    await transport.send(parcel())


async def test_the_token_is_in_no_error(telegram: TelegramServer) -> None:
    telegram.fail("sendMessage", broken_connection())
    token = "42:a-secret-of-more-than-thirty-characters"
    for address in (telegram.base_url, "http://127.0.0.1:1/bot", "no address/bot", "http://[/bot"):
        async with AiohttpRequest(connect_timeout=5, read_timeout=5) as request:
            with pytest.raises(SendAgain) as caught:
                await TelegramTransport(BotApi(request, token=token, base_url=address)).send(parcel())
        assert token not in "".join(traceback.format_exception(caught.value))
        assert caught.value.__context__ is not None
        assert token not in "".join(traceback.format_exception(caught.value.__context__))


async def test_a_server_without_photos_costs_the_picture_and_not_the_lane(
    telegram: TelegramServer, transport: TelegramTransport
) -> None:
    phone = telegram.phone(1001)
    chart = Picture("levels.png", Chart("Levels", ("start",), (("Teamwork", (2,)),), 1, 4), "As a picture", "Words")
    await transport.send(Parcel(1, "1001", chart, content=b"PNG"))
    assert phone.messages[-1].text == "As a picture"
    telegram.fail("sendPhoto", refusal(404, "Not Found"))
    with pytest.raises(SendNever):
        await transport.send(Parcel(1, "1001", chart, content=b"PNG"))
