"""What is sent, what is edited, and what becomes of each of Slack's refusals."""

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.transport import SlackTransport
from bot.adapters.slack.web import web_client
from bot.delivery.transport import Parcel, SendAgain, SendNever, Unreachable
from bot.words.outgoing import Button, Card, Chart, Document, Enclosure, Home, Message, Picture
from tests.standins.slack import DROPPED, SlackStandIn, broken, limited, refused
from tests.tiny_files import PNG

HELLO = Message("**Hello**", ((Button("Yes", "a|1|x|yes"),),))
CARD = Card("Case 2026-1", (("Type", "safety"),), "New case, open Slack")


@pytest.fixture
def transport(client: AsyncWebClient) -> SlackTransport:
    return SlackTransport(client, "{count} more")


async def test_a_person_is_written_to_in_her_direct_chat_which_is_asked_for_once(
    slack: SlackStandIn, transport: SlackTransport
) -> None:
    student = slack.person("U1")
    first = await transport.send(Parcel(1, "U1", HELLO))
    await transport.send(Parcel(2, "U1", HELLO))
    assert first == f"D1:{student.messages[0].ts}"
    assert [method for method, _ in slack.calls] == ["conversations.open", "chat.postMessage", "chat.postMessage"]
    assert (student.messages[0].text, student.messages[0].shown) == ("Hello", "*Hello*")


async def test_nothing_is_unfurled_linked_or_put_into_metadata(slack: SlackStandIn, transport: SlackTransport) -> None:
    slack.person("U1")
    await transport.send(Parcel(1, "U1", HELLO))
    sent = slack.calls[-1][1]
    assert (sent["unfurl_links"], sent["unfurl_media"], sent["link_names"]) == (False, False, False)
    assert "metadata" not in sent


async def test_a_message_is_edited_by_its_reference_long_or_short(
    slack: SlackStandIn, transport: SlackTransport
) -> None:
    student = slack.person("U1")
    sent = await transport.send(Parcel(1, "U1", HELLO))
    for reference in (sent, sent.partition(":")[2]):
        assert await transport.send(Parcel(2, "U1", Message("Bye"), edits=reference)) == sent
    assert (student.messages[0].shown, student.messages[0].edits, len(student.messages)) == ("Bye", 2, 1)


async def test_the_log_of_a_card_stands_in_its_thread(slack: SlackStandIn, transport: SlackTransport) -> None:
    slack.channel("C1")
    card = await transport.send(Parcel(1, "C1", CARD))
    await transport.send(Parcel(2, "C1", Message("Taken"), thread=card))
    assert [message.thread_ts for message in slack.workspace.messages] == ["", card.partition(":")[2]]


async def test_a_deleted_card_is_posted_anew_and_a_deleted_message_is_let_be(
    slack: SlackStandIn, transport: SlackTransport
) -> None:
    slack.channel("C1")
    slack.person("U1")
    card = await transport.send(Parcel(1, "C1", CARD, edits="C1:1.1"))
    assert card == f"C1:{slack.workspace.messages[0].ts}"
    assert await transport.send(Parcel(2, "U1", Message("Bye"), edits="D1:1.1")) == "D1:1.1"
    assert len(slack.workspace.messages) == 1


async def test_a_long_message_is_parted_with_the_buttons_under_the_last(
    slack: SlackStandIn, transport: SlackTransport
) -> None:
    student = slack.person("U1")
    text = "\n\n".join(f"Paragraph {number} & " + "word " * 100 for number in range(12))
    sent = await transport.send(Parcel(1, "U1", Message(text, HELLO.buttons)))
    assert len(student.messages) > 1
    assert sent == f"D1:{student.messages[-1].ts}"
    assert [len(message.buttons) for message in student.messages] == [0] * (len(student.messages) - 1) + [1]
    said = " ".join(message.shown for message in student.messages).replace("&amp;", "&").split()
    assert said == text.split()


async def test_a_file_and_a_page_arrive(slack: SlackStandIn, transport: SlackTransport) -> None:
    student = slack.person("U1")
    assert await transport.send(Parcel(1, "U1", Document("mine.txt", "å" * 10, "Your data"))) == ""
    assert await transport.send(Parcel(2, "U1", Home("Your cases", empty="No open cases"))) == ""
    (file,) = slack.workspace.files.values()
    assert (file["content"], file["channel"], file["comment"]) == (("å" * 10).encode(), "D1", "Your data")
    assert student.home
    assert "No open cases" in str(student.home)


async def test_a_chart_is_shown_with_its_words_for_screen_readers(
    slack: SlackStandIn, transport: SlackTransport
) -> None:
    slack.person("U1")
    picture = Picture("levels.png", Chart("Levels", ("start",), (("Teamwork", (2,)),), 1, 4), "As a picture", "Words")
    assert await transport.send(Parcel(1, "U1", picture)) == ""
    assert not slack.workspace.files
    await transport.send(Parcel(1, "U1", picture, content=PNG))
    (file,) = slack.workspace.files.values()
    assert (file["content"], file["comment"]) == (PNG, "As a picture")
    (asked,) = [sent for method, sent in slack.calls if method == "files.getUploadURLExternal"]
    assert asked["alt_txt"] == "Words"


async def test_retry_after_is_handed_on_and_holds_the_chat(slack: SlackStandIn, transport: SlackTransport) -> None:
    slack.person("U1")
    slack.faults.put("chat.postMessage", limited(7))
    with pytest.raises(SendAgain) as again:
        await transport.send(Parcel(1, "U1", HELLO))
    assert (again.value.after, again.value.lane) == (7, False)
    assert not slack.workspace.messages


async def test_a_second_chat_that_is_limited_holds_the_lane(slack: SlackStandIn, transport: SlackTransport) -> None:
    for user in ("U1", "U2"):
        slack.person(user)
        slack.faults.put("chat.postMessage", limited(7))
        with pytest.raises(SendAgain) as again:
            await transport.send(Parcel(1, user, HELLO))
    assert again.value.lane


async def test_a_limit_on_edits_holds_only_the_chat(slack: SlackStandIn, transport: SlackTransport) -> None:
    slack.person("U1")
    sent = await transport.send(Parcel(1, "U1", HELLO))
    slack.faults.put("chat.update", limited(3))
    with pytest.raises(SendAgain) as again:
        await transport.send(Parcel(1, "U1", HELLO, edits=sent))
    assert (again.value.after, again.value.lane) == (3, False)


@pytest.mark.parametrize("fault", [broken(500), broken(503), refused("internal_error"), refused("fatal_error")])
async def test_slacks_own_troubles_are_tried_again(
    slack: SlackStandIn, transport: SlackTransport, fault: object
) -> None:
    slack.person("U1")
    slack.faults.put("chat.postMessage", fault)  # type: ignore[arg-type] # a Fault
    with pytest.raises(SendAgain) as again:
        await transport.send(Parcel(1, "U1", HELLO))
    assert not again.value.lane


async def test_a_dropped_answer_is_left_to_the_outbox_and_not_repeated(
    slack: SlackStandIn, transport: SlackTransport
) -> None:
    slack.person("U1")
    slack.faults.put("chat.postMessage", DROPPED)
    with pytest.raises(SendAgain):
        await transport.send(Parcel(1, "U1", HELLO))
    assert [method for method, _ in slack.calls].count("chat.postMessage") == 1


async def test_no_answer_at_all_is_tried_again() -> None:
    async with web_client("xoxb-x", "http://127.0.0.1:9/api/") as client:
        with pytest.raises(SendAgain):
            await SlackTransport(client, "").send(Parcel(1, "C1", HELLO))


async def test_someone_who_left_is_unreachable(slack: SlackStandIn, transport: SlackTransport) -> None:
    slack.person("U1")
    await transport.send(Parcel(1, "U1", HELLO))
    slack.workspace.members["U1"].deleted = True
    for chat in ("U1", "D1", "U404", "D404"):
        with pytest.raises(Unreachable):
            await transport.send(Parcel(2, chat, HELLO))


async def test_a_chat_that_was_closed_with_its_person_is_unreachable_and_a_channel_is_not(
    slack: SlackStandIn, transport: SlackTransport
) -> None:
    slack.person("U1")
    slack.channel("C1")
    for chat, kind in (("U1", Unreachable), ("D1", Unreachable), ("C1", SendNever)):
        slack.faults.put("chat.postMessage", refused("is_archived"))
        with pytest.raises(SendNever, match="is_archived") as refusal:
            await transport.send(Parcel(1, chat, HELLO))
        assert type(refusal.value) is kind


async def test_a_file_of_a_case_comes_to_one_persons_chat_with_its_bytes(
    slack: SlackStandIn, transport: SlackTransport
) -> None:
    slack.person("U1")
    enclosure = Enclosure(7, "case-2026-0001-1.png", "Case 2026-0001, file 1.")
    assert await transport.send(Parcel(1, "U1", enclosure, content=PNG)) == ""
    (file,) = slack.workspace.files.values()
    assert (file["content"], file["channel"], file["filename"]) == (PNG, "D1", "case-2026-0001-1.png")
    assert await transport.send(Parcel(2, "U1", enclosure)) == ""
    assert len(slack.workspace.files) == 1


async def test_a_channel_without_the_bot_is_refused_for_good(slack: SlackStandIn, transport: SlackTransport) -> None:
    slack.channel("C1", with_bot=False)
    for chat, reason in (("C1", "not_in_channel"), ("C404", "channel_not_found")):
        with pytest.raises(SendNever, match=reason) as never:
            await transport.send(Parcel(1, chat, CARD))
        assert not isinstance(never.value, Unreachable)


@pytest.mark.parametrize("code", ["invalid_auth", "token_revoked", "account_inactive", "token_expired"])
async def test_a_lost_token_holds_the_lane_and_loses_nothing(
    slack: SlackStandIn, transport: SlackTransport, code: str
) -> None:
    slack.person("U1")
    slack.faults.put("chat.postMessage", refused(code))
    with pytest.raises(SendAgain) as again:
        await transport.send(Parcel(1, "U1", HELLO))
    assert (again.value.after, again.value.lane) == (30, True)


async def test_what_slack_would_refuse_is_not_tried(slack: SlackStandIn, transport: SlackTransport) -> None:
    slack.channel("C1")
    with pytest.raises(SendNever, match="invalid_blocks"):
        await transport.send(Parcel(1, "C1", Message("Hi", ((Button("Go", "x" * 2001),),))))
    assert not slack.calls


async def test_no_proxy_is_heeded(monkeypatch: pytest.MonkeyPatch, slack: SlackStandIn) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    slack.channel("C1")
    async with web_client("xoxb-stand-in", slack.base_url) as client:
        assert await SlackTransport(client, "").send(Parcel(1, "C1", CARD))
