"""What payloads mean, and what is passed over."""

import pytest

from bot.adapters.slack.inbound import read
from bot.adapters.slack.mrkdwn import readable
from bot.adapters.slack.payload import Unparsable
from bot.cases.attachments import SentFile
from bot.intake.inbound import CaseAct, Inbound, Kind

IM = {"type": "message", "channel_type": "im", "channel": "D1", "user": "U1", "ts": "1.1", "text": "hello"}


def event(**changed: object) -> dict[str, object]:
    return {"type": "event_callback", "event_id": "Ev1", "event": IM | changed}


def heard(body: object) -> Inbound:
    event = read(body)
    assert isinstance(event, Inbound)
    return event


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("&lt;b&gt; &amp;amp;", "<b> &amp;"),
        ("<@U1> <@U1|ada> <#C1|general> <!channel> <!here|here>", "@U1 @ada #general @channel here"),
        (
            "<mailto:a@example.org|a@example.org> <https://example.org> <https://example.org|here>",
            "a@example.org https://example.org here",
        ),
    ],
)
def test_what_she_typed_is_read_as_she_sees_it(typed: str, shown: str) -> None:
    assert readable(typed) == shown


def test_a_reply_in_a_thread_of_the_direct_chat_is_a_word_like_any() -> None:
    assert heard(event(thread_ts="1.0")).text == "hello"
    assert heard(event(thread_ts="1.0", subtype="thread_broadcast")).kind is Kind.TEXT


@pytest.mark.parametrize(
    ("file", "media"),
    [
        ({"mimetype": "image/png"}, "photo"),
        ({"mimetype": "audio/webm", "subtype": "slack_audio"}, "voice"),
        ({"mimetype": "video/mp4"}, "video"),
        ({"mimetype": "application/pdf"}, "document"),
        ({"mimetype": 5}, "other"),
        ("no file", "other"),
    ],
)
def test_a_file_is_named_by_its_kind_and_keeps_its_words(file: object, media: str) -> None:
    got = heard(event(subtype="file_share", files=[file]))
    assert (got.kind, got.media, got.text) == (Kind.MEDIA, media, "hello")


def test_each_file_that_slack_holds_can_be_looked_at_by_a_person() -> None:
    files: list[object] = [
        {"id": "F1", "mimetype": "image/png", "size": 12},
        {"id": "F2", "mimetype": "audio/mp4", "subtype": "slack_audio"},
        {"id": "F3", "mimetype": "", "size": "odd"},
        {"id": "F4", "mimetype": "image/png", "is_external": True},
        {"mimetype": "image/png"},
        None,
    ]
    assert heard(event(subtype="file_share", files=files)).files == (
        SentFile("F1", "photo", 12), SentFile("F2", "voice"), SentFile("F3", "document"),
    )  # fmt: skip


def test_her_own_change_is_an_edit_and_a_preview_of_a_link_is_none() -> None:
    old = {"user": "U1", "text": "hello", "ts": "1.1"}
    new = old | {"text": "help", "edited": {"user": "U1", "ts": "1.2"}}
    changed = {"subtype": "message_changed", "user": None, "text": None, "previous_message": old}
    got = heard(event(**changed, message=new))
    assert (got.kind, got.text, got.ref, got.user) == (Kind.EDITED, "help", "1.1", "U1")
    for other in (
        new | {"text": "hello"},
        old | {"text": "help"},
        new | {"bot_id": "B1"},
        new | {"subtype": "tombstone"},
    ):
        assert read(event(**changed, message=other)) is None


@pytest.mark.parametrize("subtype", ["message_deleted", "bot_message", "channel_join", "assistant_app_thread", "new"])
def test_what_nobody_said_to_us_is_passed_over(subtype: str) -> None:
    assert read(event(subtype=subtype)) is None


def test_a_mention_in_a_channel_is_not_private() -> None:
    got = heard(event(type="app_mention", channel="C1", channel_type="channel", text="<@U0BOT> hi"))
    assert (got.private, got.chat, got.kind) == (False, "C1", Kind.TEXT)


def test_a_shortcut_opens_the_menu_in_her_own_chat() -> None:
    got = heard({"type": "shortcut", "callback_id": "x", "trigger_id": "t", "user": {"id": "U1"}})
    assert (got.text, got.chat) == ("/menu", "U1")


def press(value: object, action_id: object = "tap:x", **more: object) -> dict[str, object]:
    action = {"action_id": action_id, "value": value, "action_ts": "5.5"}
    where = {"channel": {"id": "C1"}, "container": {"message_ts": "1.1"}, "trigger_id": "t", "user": {"id": "U7"}}
    return {"type": "block_actions", "actions": [action], **where, **more}


def test_a_cases_button_is_an_act_and_two_clicks_are_two() -> None:
    first = read(press("case:take:17"))
    assert first == CaseAct("slack", "press:U7:t:5.5", "U7", "take", 17)
    assert read(press("case:take:17")) == first
    assert read(press("case:take:17", trigger_id="t2")) != first


@pytest.mark.parametrize(
    "body",
    [
        press("click_me", "a"),
        press("x", "link:x"),
        press(None, None),
        {"type": "block_actions"},
        press("x", actions="none"),
        {"type": "view_submission", "view": {"callback_id": "another", "id": "V1"}},
        {"type": "view_closed"},
        {"type": "message_action", "user": {"id": "U1"}},
        {"type": "dialog_submission"},
        {"command": "/weather", "user_id": "U1", "trigger_id": "t"},
    ],
)
def test_what_is_not_ours_is_passed_over(body: object) -> None:
    assert read(body) is None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (None, "body"),
        ({}, "body"),
        ({"type": "event_callback", "event_id": "Ev1"}, "event"),
        (event(user=5), "event.user"),
        (event(channel=None), "event.channel"),
        (event(text=7), "event.text"),
        ({"event": IM | {"ts": None}}, "event_id"),
        (press("case:take:17", user="U1"), "user.id"),
        (press("case:take:17", trigger_id=None, actions=[{"value": "case:take:17"}]), "trigger_id"),
        (press(""), "actions.value"),
        (press("[1, 2]", "form:x"), "actions.value"),
        (press("nothing", "form:x"), "actions.value"),
        ({"command": "/placemate", "user_id": "U1"}, "trigger_id"),
        (
            {"type": "view_submission", "user": {"id": "U1"}, "view": {"callback_id": "case", "id": "V1"}},
            "view.private_metadata",
        ),
        (
            {
                "type": "view_submission",
                "user": {"id": "U1"},
                "view": {"callback_id": "case", "id": "V1", "private_metadata": '{"verb": 1}'},
            },
            "view.private_metadata",
        ),
        ({"type": "view_submission", "view": {"callback_id": "form", "id": "V1"}}, "user.id"),
    ],
)
def test_what_is_ours_and_cannot_be_read_says_which_field(body: object, reason: str) -> None:
    with pytest.raises(Unparsable) as gap:
        read(body)
    assert gap.value.reason == reason
