"""Buttons, windows and forms, played by people against the stand-in."""

import asyncio

from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.transport import SlackTransport
from bot.cases.views import Field, Passage, View
from bot.delivery.transport import Parcel
from bot.intake.inbound import Kind
from bot.intake.reply import Reply
from bot.words.outgoing import Button, Card, Form, Home, HomeEntry, Message
from tests.adapters.slack.door import RecordingDoor
from tests.standins.slack import Person, SlackStandIn, refused

CARD = Card(
    "[URGENT] Case 2026-1",
    (("Type", "safety"),),
    "New case, open Slack",
    (Button("Open case", "case:open:1"), Button("I take it", "case:take:1", "primary")),
)
PAGE = View(
    "Case 2026-1", 1, (Passage("Her words", "<!channel> *help* &amp;"),), close="Close", buttons=(("reply", "Reply"),)
)
REPLY = View(
    "Reply", 1, fields=(Field("words", "Your reply", "text", limit=1000),), verb="reply_preview", submit="Preview"
)
PREVIEW = View(
    "Preview", 1, (Passage("", "I will call"),), verb="reply_send", submit="Send", kept={"text": "I will call"}
)
ASK = Message("Why?", form=Form("Write privately", "Your answer", "Why?", "Send", "Cancel", "a|1|why|text", 1000))


async def _card(slack: SlackStandIn, client: AsyncWebClient) -> Person:
    coordinator = slack.person("U7", locale="nb-NO")
    slack.channel("C1", coordinator)
    await SlackTransport(client, "").send(Parcel(1, "C1", CARD))
    return coordinator


async def test_open_case_shows_a_loading_page_at_once_and_the_words_after_the_commit(
    connected: str, slack: SlackStandIn, door: RecordingDoor, client: AsyncWebClient
) -> None:
    coordinator = await _card(slack, client)
    door.reply = Reply(view=PAGE)
    delivery = await coordinator.press("Open case", slack.workspace.messages[0])
    assert delivery.attempts == [(200, {})]
    assert (door.act.verb, door.act.case, door.act.user) == ("open", 1, "U7")
    await slack.until(lambda: bool(coordinator.window and "help" in coordinator.window.shown))
    assert [method for method, _ in slack.calls[-2:]] == ["views.open", "views.update"]
    assert "slack_loading" in str(slack.calls[-2])
    words = coordinator.window.view["blocks"][1]["text"] if coordinator.window else {}
    assert words == {"type": "plain_text", "text": "<!channel> *help* &amp;", "emoji": False}


async def test_the_loading_page_does_not_wait_for_the_commit(
    over_http: None, slack: SlackStandIn, door: RecordingDoor, client: AsyncWebClient
) -> None:
    coordinator = await _card(slack, client)
    committed = asyncio.Event()
    receive = door.receive

    async def slow(event: object) -> Reply:
        await committed.wait()
        return await receive(event)  # type: ignore[arg-type] # only events come

    door.receive = slow  # type: ignore[method-assign] # a slow door for one test
    pressing = asyncio.create_task(coordinator.press("Open case", slack.workspace.messages[0]))
    await slack.until(lambda: coordinator.window is not None)
    committed.set()
    await pressing


async def test_a_late_click_is_committed_and_she_is_told_to_press_again(
    connected: str, slack: SlackStandIn, door: RecordingDoor, client: AsyncWebClient
) -> None:
    coordinator = await _card(slack, client)
    door.reply = Reply(view=PAGE)
    slack.faults.put("views.open", refused("expired_trigger_id"))
    assert (await coordinator.press("Open case", slack.workspace.messages[0])).taken
    await slack.until(lambda: bool(coordinator.whispers))
    assert coordinator.whispers == ["slack_window_late/en"]
    assert door.act.verb == "open"


async def test_an_opening_that_failed_says_so_in_the_window(
    connected: str, slack: SlackStandIn, door: RecordingDoor, client: AsyncWebClient
) -> None:
    coordinator = await _card(slack, client)
    door.failures, slack.patience = 1, 0.3
    assert not (await coordinator.press("Open case", slack.workspace.messages[0])).taken
    await slack.until(lambda: bool(coordinator.window and "slack_window_failed" in coordinator.window.shown))


async def test_taking_a_case_opens_nothing_and_its_note_is_shown_in_passing(
    connected: str, slack: SlackStandIn, door: RecordingDoor, client: AsyncWebClient
) -> None:
    coordinator = await _card(slack, client)
    door.reply = Reply(toast="Taken by somebody else")
    await coordinator.press("I take it", slack.workspace.messages[0])
    await slack.until(lambda: coordinator.whispers == ["Taken by somebody else"])
    assert coordinator.window is None


async def test_a_reply_goes_from_page_to_form_to_preview_to_sent(
    connected: str, slack: SlackStandIn, door: RecordingDoor, client: AsyncWebClient
) -> None:
    coordinator = await _card(slack, client)
    door.reply = Reply(view=PAGE)
    await coordinator.press("Open case", slack.workspace.messages[0])
    await slack.until(lambda: bool(coordinator.window and "help" in coordinator.window.shown))
    door.reply = Reply(view=REPLY)
    await coordinator.press_in_window("Reply")
    await slack.until(lambda: bool(coordinator.window and coordinator.window.view["title"]["text"] == "Reply"))
    assert coordinator.window
    assert coordinator.window.stack == 2
    door.reply = Reply(view=PREVIEW)
    await coordinator.submit(words="I will call")
    assert (door.act.verb, door.act.fields) == ("reply_preview", {"words": "I will call"})
    assert coordinator.window.view["title"]["text"] == "Preview"
    door.reply = Reply()
    await coordinator.submit()
    assert (door.act.verb, door.act.fields) == ("reply_send", {"text": "I will call"})
    assert coordinator.window is None


async def test_a_form_that_failed_keeps_its_text_and_can_be_sent_again(
    connected: str, slack: SlackStandIn, door: RecordingDoor, client: AsyncWebClient
) -> None:
    coordinator = await _card(slack, client)
    door.reply = Reply(view=REPLY)
    await coordinator.press("Open case", slack.workspace.messages[0])
    await slack.until(lambda: bool(coordinator.window and "Your reply" in coordinator.window.shown))
    door.failures = 1
    await coordinator.submit(words="I will call")
    assert coordinator.errors == {"words": "slack_form_failed/en"}
    door.reply = Reply(view=PREVIEW)
    await coordinator.submit(words="I will call")
    door.failures = 1
    await coordinator.submit()
    assert coordinator.window
    assert coordinator.window.shown.splitlines() == ["Preview", "slack_form_failed/en", "I will call"]
    await coordinator.submit()
    assert door.act.verb == "reply_send"


async def test_a_case_is_opened_from_home(
    connected: str, slack: SlackStandIn, door: RecordingDoor, client: AsyncWebClient
) -> None:
    coordinator = slack.person("U7")
    await coordinator.open_home()
    assert (door.inbound.kind, door.inbound.text) == (Kind.OPENED, "home")
    entry = HomeEntry("Case 2026-1", "safety, by 14:30", Button("Open case", "case:open:1"))
    await SlackTransport(client, "").send(Parcel(1, "U7", Home("Your cases", (("Open", (entry,)),))))
    door.reply = Reply(view=PAGE)
    await coordinator.press_at_home("Open case")
    await slack.until(lambda: bool(coordinator.window and "help" in coordinator.window.shown))


async def test_an_answer_is_written_in_a_private_form(
    connected: str, slack: SlackStandIn, door: RecordingDoor, client: AsyncWebClient
) -> None:
    student = slack.person("U1")
    await SlackTransport(client, "").send(Parcel(1, "U1", ASK))
    await student.press("Write privately")
    await slack.until(lambda: student.window is not None)
    assert not door.received
    await student.submit(words="Too much <work>")
    event = door.inbound
    assert (event.kind, event.text, event.answers, event.chat) == (Kind.TEXT, "Too much <work>", "a|1|why|text", "D1")
    assert student.window is None


async def test_a_private_form_that_failed_keeps_its_text(
    connected: str, slack: SlackStandIn, door: RecordingDoor, client: AsyncWebClient
) -> None:
    student = slack.person("U1")
    await SlackTransport(client, "").send(Parcel(1, "U1", ASK))
    await student.press("Write privately")
    await slack.until(lambda: student.window is not None)
    door.failures = 1
    await student.submit(words="Too much")
    assert student.errors == {"words": "slack_form_failed/en"}
    assert student.window


async def test_a_form_whose_click_is_too_old_says_so(
    connected: str, slack: SlackStandIn, client: AsyncWebClient
) -> None:
    student = slack.person("U1")
    await SlackTransport(client, "").send(Parcel(1, "U1", ASK))
    slack.faults.put("views.open", refused("expired_trigger_id"))
    await student.press("Write privately")
    await slack.until(lambda: student.whispers == ["slack_window_late/en"])


async def test_a_tap_carries_its_data_and_its_message(
    connected: str, slack: SlackStandIn, door: RecordingDoor, client: AsyncWebClient
) -> None:
    student = slack.person("U1")
    sent = await SlackTransport(client, "").send(Parcel(1, "U1", Message("Safe?", ((Button("No", "a|1|safe|no"),),))))
    await student.press("No")
    event = door.inbound
    assert (event.kind, event.data, event.ref, event.chat) == (Kind.TAP, "a|1|safe|no", sent, "D1")
    await student.press("No")
    assert len(door.received) == 2
