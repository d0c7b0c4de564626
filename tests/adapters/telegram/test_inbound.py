"""Telegram's updates, read."""

from contextlib import suppress
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.telegram.inbound import Account, Arrived, Unparsable, read
from bot.cases.attachments import MOST_BYTES, SentFile
from bot.intake.inbound import Inbound, Kind

US = Account("42", "Placemate_bot")
HER = {"id": 1001, "is_bot": False, "first_name": "Example", "language_code": "nb"}
PRIVATE = {"id": 1001, "type": "private"}
GROUP = {"id": -500, "type": "supergroup"}


def message(chat: Any = PRIVATE, **content: Any) -> dict[str, Any]:
    return {"update_id": 9, "message": {"message_id": 3, "from": HER, "chat": chat, "date": 1, **content}}


def heard(update: dict[str, Any]) -> Inbound:
    inbound = read(update, US).inbound
    assert inbound is not None
    return inbound


def test_a_message_is_read_whole() -> None:
    assert heard(message(text="hei")) == Inbound(
        "telegram", "9", Kind.TEXT, "1001", "1001", text="hei", ref="3", language="nb"
    )


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("/menu", "/menu"),
        ("/start aB-_9", "/start aB-_9"),
        ("/menu@placemate_BOT now", "/menu now"),
        ("/urgent@name_before_renaming", "/urgent"),
        ("/ no command", "/ no command"),
        ("a/b@c", "a/b@c"),
    ],
)
def test_a_command_in_private_is_for_us_whatever_name_it_bears(typed: str, understood: str) -> None:
    assert heard(message(text=typed)).text == understood


@pytest.mark.parametrize(
    ("content", "media"),
    [
        ({"photo": [{}]}, "photo"),
        ({"voice": {}}, "voice"),
        ({"audio": {}}, "audio"),
        ({"video_note": {}}, "video"),
        ({"animation": {}, "document": {}}, "video"),
        ({"sticker": {}}, "sticker"),
        ({"document": {}}, "document"),
        ({"venue": {}, "location": {}}, "location"),
        ({"contact": {}}, "contact"),
        ({"poll": {}}, "poll"),
        ({"dice": {}}, "other"),
        ({"story": {}}, "other"),
        ({"paid_media": {}}, "other"),
        ({"something_telegram_will_invent": {}}, "other"),
    ],
)
def test_what_is_sent_instead_of_words_is_named(content: dict[str, Any], media: str) -> None:
    inbound = heard(message(**content, caption="look"))
    assert (inbound.kind, inbound.media, inbound.text) == (Kind.MEDIA, media, "look")


def sizes(*bytes_: int) -> list[dict[str, Any]]:
    return [{"file_id": f"f{number}", "file_size": size} for number, size in enumerate(bytes_)]


@pytest.mark.parametrize(
    ("content", "files"),
    [
        ({"photo": sizes(10, 200, 3000)}, (SentFile("f2", "photo", 3000),)),
        ({"photo": sizes(10, 200, MOST_BYTES + 1)}, (SentFile("f1", "photo", 200),)),
        ({"photo": sizes(MOST_BYTES + 1, MOST_BYTES + 2)}, (SentFile("f0", "photo", MOST_BYTES + 1),)),
        ({"photo": [{"file_id": "f"}]}, (SentFile("f", "photo"),)),
        ({"voice": {"file_id": "v", "file_size": 9}}, (SentFile("v", "voice", 9),)),
        ({"video_note": {"file_id": "n"}}, (SentFile("n", "video"),)),
        ({"animation": {"file_id": "a"}, "document": {"file_id": "a"}}, (SentFile("a", "video"),)),
        ({"document": {"file_id": "d", "file_name": "holiday.jpg.exe"}}, (SentFile("d", "document"),)),
        ({"document": {"file_id": 5}}, ()),
        ({"voice": "odd"}, ()),
        ({"sticker": {"file_id": "s"}}, ()),
        ({"location": {}}, ()),
    ],
)
def test_what_a_person_could_look_at_is_named_by_its_id(content: dict[str, Any], files: tuple[SentFile, ...]) -> None:
    assert heard(message(**content)).files == files


@pytest.mark.parametrize(
    "field",
    [
        "new_chat_members",
        "pinned_message",
        "message_auto_delete_timer_changed",
        "successful_payment",
        "web_app_data",
        "video_chat_started",
        "write_access_allowed",
        "chat_background_set",
        "users_shared",
        "boost_added",
        "gift",
    ],
)
def test_what_telegram_reports_in_a_chat_needs_no_answer(field: str) -> None:
    assert read(message(**{field: {}}), US) == Arrived()


def test_an_edit_brings_the_new_words() -> None:
    inbound = heard({"update_id": 9, "edited_message": message(text="I meant no")["message"]})
    assert (inbound.kind, inbound.text, inbound.ref) == (Kind.EDITED, "I meant no", "3")


def test_a_live_location_that_moves_is_no_edit() -> None:
    assert read({"update_id": 9, "edited_message": message(location={})["message"]}, US) == Arrived()


def test_an_edit_in_a_group_is_passed_over() -> None:
    assert read({"update_id": 9, "edited_message": message(GROUP, text="hi")["message"]}, US) == Arrived()


def tap(**fields: Any) -> dict[str, Any]:
    under = {"message_id": 55, "chat": PRIVATE, "date": 0}
    return {"update_id": 9, "callback_query": {"id": "77", "from": HER, "data": "a|1|x|y", "message": under, **fields}}


def test_a_tap_names_its_button_and_message_even_when_the_message_is_too_old_to_see() -> None:
    arrived = read(tap(), US)
    assert arrived.callback == "77"
    assert arrived.inbound == Inbound(
        "telegram", "9", Kind.TAP, "1001", "1001", data="a|1|x|y", ref="55", language="nb"
    )


@pytest.mark.parametrize(
    "fields", [{"message": None, "inline_message_id": "z"}, {"data": None}, {"message": {"chat": GROUP}}]
)
def test_a_tap_that_is_not_ours_is_answered_and_nothing_more(fields: dict[str, Any]) -> None:
    assert read(tap(**fields), US) == Arrived(callback="77")


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [("member", "kicked", Kind.BLOCKED), ("kicked", "member", Kind.UNBLOCKED), ("left", "member", None)],
)
def test_blocking_and_unblocking_are_heard(before: str, after: str, kind: Kind | None) -> None:
    change = {"old_chat_member": {"status": before}, "new_chat_member": {"status": after}}
    for chat, expected in ((PRIVATE, kind), (GROUP, None)):
        inbound = read({"update_id": 9, "my_chat_member": {"chat": chat, "from": HER, **change}}, US).inbound
        assert (inbound.kind if inbound else None) == expected


def test_a_group_that_moves_names_its_new_id() -> None:
    inbound = heard(message(GROUP, migrate_to_chat_id=-100500))
    assert (inbound.kind, inbound.chat, inbound.moved_to) == (Kind.MOVED, "-500", "-100500")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ({"text": "lunch?"}, None),
        ({"text": "/menu"}, "/menu"),
        ({"text": "/menu@placemate_bot"}, "/menu"),
        ({"text": "/menu@other_bot"}, None),
        ({"text": "hello @Placemate_Bot"}, "hello @Placemate_Bot"),
        ({"text": "hello @placemate_botany"}, None),
        ({"text": "thanks", "reply_to_message": {"from": {"id": 42}}}, "thanks"),
        ({"text": "thanks", "reply_to_message": {"from": {"id": 43}}}, None),
        ({"photo": [{}]}, None),
    ],
)
def test_in_a_group_only_those_who_speak_to_the_bot_are_heard(content: dict[str, Any], text: str | None) -> None:
    inbound = read(message(GROUP, **content), US).inbound
    assert (inbound.text if inbound else None) == text
    assert inbound is None or not inbound.private


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 9, "channel_post": {"chat": {"id": -1, "type": "channel"}, "text": "news"}},
        {"update_id": 9, "message": {"message_id": 1, "chat": PRIVATE, "text": "nobody"}},
        {"update_id": 9, "message": {"message_id": 1, "chat": PRIVATE, "from": {"id": 5, "is_bot": True}, "text": "x"}},
        {"update_id": 9, "business_message": {}},
        {"update_id": 9, "poll": {}},
        {"update_id": 9},
    ],
)
def test_what_nobody_said_to_us_is_passed_over(update: dict[str, Any]) -> None:
    assert read(update, US) == Arrived()


def test_without_a_type_the_sign_of_the_id_tells_private_chats_from_groups() -> None:
    assert heard(message({"id": 1001}, text="hi")).private
    assert read(message({"id": -5}, text="hi"), US) == Arrived()


def test_ids_written_as_text_are_ids() -> None:
    assert heard(message({"id": "1001", "type": "private"}, text="hi")).chat == "1001"


def test_text_that_no_database_could_hold_is_mended() -> None:
    assert heard(message(text="a\ud83db\0c\n😀")).text == "a?bc\n😀"


@pytest.mark.parametrize(
    ("update", "reason"),
    [
        (message(None, text="x"), "chat"),
        (message({"id": 1.5, "type": "private"}, text="x"), "chat.id"),
        (message(text=5), "text"),
        ({"update_id": 9, "message": "x"}, "message"),
        ({"update_id": "9"}, "update_id"),
        ({"update_id": True}, "update_id"),
        ([], "update_id"),
        (tap(data=7), "data"),
        ({"update_id": 9, "my_chat_member": {"chat": PRIVATE}}, "old_chat_member"),
    ],
)
def test_the_field_that_cannot_be_read_is_named_and_never_quoted(update: Any, reason: str) -> None:
    with pytest.raises(Unparsable) as caught:
        read(update, US)
    assert caught.value.reason == reason


WHOLE = [
    message(text="hi"),
    message(GROUP, text="hi", reply_to_message={"from": {"id": 42}}),
    message(photo=[{}], caption="look"),
    message(migrate_to_chat_id=-100),
    {"update_id": 9, "edited_message": message(text="hi")["message"]},
    tap(),
    {
        "update_id": 9,
        "my_chat_member": {
            "chat": PRIVATE,
            "old_chat_member": {"status": "member"},
            "new_chat_member": {"status": "kicked"},
        },
    },
]
ODD: list[Any] = [None, True, 0, -1, 2**70, 1.5, "", "x", "7", "\ud83d", [], [[]], {}, {"id": []}, {"from": None}]


@given(st.sampled_from(WHOLE), st.sampled_from(ODD), st.data())
def test_whatever_field_is_odd_nothing_else_is_raised(whole: dict[str, Any], odd: Any, data: st.DataObject) -> None:
    update = deepcopy(whole)
    carrier, field = update, data.draw(st.sampled_from(sorted(update)))
    while isinstance(carrier[field], dict) and carrier[field] and data.draw(st.booleans()):
        carrier = carrier[field]
        field = data.draw(st.sampled_from(sorted(carrier)))
    carrier[field] = odd
    with suppress(Unparsable):
        assert isinstance(read(update, US), Arrived)
