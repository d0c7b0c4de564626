"""People at their keyboards: what they do in Slack, as the payloads that Slack makes of it."""

from typing import TYPE_CHECKING

from tests.standins.slack.workspace import (
    APP,
    BOT_USER,
    TEAM,
    Json,
    Message,
    Refused,
    Window,
    buttons_of,
)

if TYPE_CHECKING:
    from tests.standins.slack.server import Delivery, SlackStandIn


class Person:
    """A member of the workspace.

    `chat` is her direct chat with the app; `messages` what stands there from the app, oldest first; `window` the
    modal in front of her; `home` her Home page; `whispers` the notes only she sees; `errors` what the window says
    beside its inputs.
    """

    def __init__(self, slack: "SlackStandIn", user: str) -> None:
        self._slack = slack
        self.id = user
        self.chat = slack.workspace.direct_chat(user)
        self.errors: Json = {}

    @property
    def messages(self) -> list[Message]:
        return [one for one in self._slack.workspace.in_channel(self.chat) if one.sender == BOT_USER]

    @property
    def window(self) -> Window | None:
        mine = [one for one in self._slack.workspace.windows.values() if one.user == self.id]
        return max(mine, key=lambda one: one.stack) if mine else None

    @property
    def home(self) -> Json | None:
        return self._slack.workspace.homes.get(self.id)

    @property
    def whispers(self) -> list[str]:
        return [one["text"] for one in self._slack.workspace.whispers if one["user"] == self.id]

    async def sees(self, words: str, label: str = "", channel: str = "") -> Message:
        """The newest message with these words and, if one is named, this button, once it is there.

        It is looked for in her direct chat, or in the channel.
        """
        where = channel or self.chat
        await self._slack.until(lambda: self._newest(where, words, label) is not None)
        message = self._newest(where, words, label)
        assert message is not None
        return message

    async def sees_window(self, words: str) -> Window:
        """The modal in front of her, once it holds these words."""
        await self._slack.until(lambda: self.window is not None and words in self.window.shown)
        return self._front()

    async def say(self, text: str, thread: str = "") -> "Delivery":
        """Write in the direct chat."""
        message = {"type": "message", "channel_type": "im", **self._written(self.chat, text)}
        return await self._slack.event(message | ({"thread_ts": thread} if thread else {}))

    async def edit(self, ts: str, text: str, before: str = "") -> "Delivery":
        """Change what she wrote."""
        old = {"type": "message", "user": self.id, "text": before, "ts": ts}
        new = old | {"text": text, "edited": {"user": self.id, "ts": self._slack.workspace.new_ts()}}
        changed = {"type": "message", "subtype": "message_changed", "channel": self.chat, "channel_type": "im"}
        return await self._slack.event({**changed, "message": new, "previous_message": old, "hidden": True})

    async def upload(self, mimetype: str, text: str = "", **about: object) -> "Delivery":
        """Send a file, with or without words."""
        file = {"id": "F1", "mimetype": mimetype, **about}
        message = {"type": "message", "subtype": "file_share", "channel_type": "im", "files": [file]}
        return await self._slack.event(message | self._written(self.chat, text))

    async def mention(self, channel: str, text: str) -> "Delivery":
        """Name the app in a channel."""
        return await self._slack.event({"type": "app_mention"} | self._written(channel, f"<@{BOT_USER}> {text}"))

    async def open_home(self, tab: str = "home") -> "Delivery":
        """Open one of the app's tabs."""
        return await self._slack.event({"type": "app_home_opened", "user": self.id, "channel": self.chat, "tab": tab})

    async def command(self, words: str, channel: str = "", command: str = "/placemate") -> "Delivery":
        """Type the slash command, in the direct chat or in a channel."""
        body = {"command": command, "text": words, "user_id": self.id, "channel_id": channel or self.chat}
        return await self._slack.deliver("slash_commands", body | {"team_id": TEAM, **self._click(), "api_app_id": APP})

    async def shortcut(self, name: str = "menu") -> "Delivery":
        """Use the app's global shortcut."""
        body = {"type": "shortcut", "callback_id": name, "action_ts": self._slack.workspace.new_ts()}
        return await self._slack.deliver("interactive", self._interaction(body))

    async def press(self, label: str, message: Message | None = None) -> "Delivery":
        """Press a button of a message: the given one, or the last in her chat that has such a button."""
        found = message or next(one for one in reversed(self.messages) if _labelled(one.buttons, label))
        container = {"type": "message", "message_ts": found.ts, "channel_id": found.channel}
        where = {"container": container, "channel": {"id": found.channel}, "message": {"ts": found.ts}}
        return await self._click_on(_labelled(found.buttons, label), where)

    async def press_in_window(self, label: str) -> "Delivery":
        """Press a button of the modal in front of her."""
        window = self._front()
        where = {"container": {"type": "view", "view_id": window.id}, "view": self._as_sent(window)}
        return await self._click_on(_labelled(buttons_of(window.view["blocks"]), label), where)

    async def press_at_home(self, label: str) -> "Delivery":
        """Press a button of her Home page."""
        home = self.home or {"blocks": []}
        where = {"container": {"type": "view", "view_id": "V0HOME"}, "view": {**home, "id": "V0HOME"}}
        return await self._click_on(_labelled(buttons_of(home["blocks"]), label), where)

    async def submit(self, **filled: str) -> "Delivery":
        """Fill in the modal in front of her, by the id of each input, and send it; Slack's answer is carried out."""
        window = self._front()
        self.errors = {}
        body = {"type": "view_submission", "view": self._as_sent(window, filled)}
        delivery = await self._slack.deliver("interactive", self._interaction(body))
        self._carry_out(delivery, window)
        return delivery

    def _newest(self, channel: str, words: str, label: str) -> Message | None:
        shown = [one for one in self._slack.workspace.in_channel(channel) if one.sender == BOT_USER]
        fitting = (
            one for one in reversed(shown) if words in one.shown and (not label or _labelled(one.buttons, label))
        )
        return next(fitting, None)

    def _carry_out(self, delivery: "Delivery", window: Window) -> None:
        match delivery.answer.get("response_action"):
            case "errors":
                self.errors = delivery.answer["errors"]
            case "update":
                self._slack.api.replace_view(window, delivery.answer["view"])
            case "clear":
                self._slack.api.close_windows(self.id)
            case None if delivery.taken:
                del self._slack.workspace.windows[window.id]
            case None:
                self.errors = {"": "We had some trouble connecting. Try again?"}
            case other:
                raise Refused(f"unknown response_action {other}")

    async def _click_on(self, button: Json | None, where: Json) -> "Delivery":
        if button is None:
            raise AssertionError("there is no such button")
        action = {**button, "block_id": "b", "action_ts": self._slack.workspace.new_ts()}
        body = {"type": "block_actions", **where, "actions": [action]}
        return await self._slack.deliver("interactive", self._interaction(body))

    def _interaction(self, body: Json) -> Json:
        user = {"id": self.id, "username": self.id.lower(), "team_id": TEAM}
        return {**body, **self._click(), "user": user, "team": {"id": TEAM}, "api_app_id": APP}

    def _click(self) -> Json:
        return {"trigger_id": self._slack.workspace.new_trigger(self.id)}

    def _written(self, channel: str, text: str) -> Json:
        ts = self._slack.workspace.new_ts()
        escaped = (
            text if text.startswith("<@") else text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        )
        return {"user": self.id, "text": escaped, "ts": ts, "event_ts": ts, "channel": channel, "team": TEAM}

    def _front(self) -> Window:
        window = self.window
        if window is None:
            raise AssertionError("no window is open")
        return window

    def _as_sent(self, window: Window, filled: dict[str, str] | None = None) -> Json:
        values = {
            block["block_id"]: {block["element"]["action_id"]: _filled(block["element"], (filled or {}))}
            for block in window.view["blocks"]
            if block["type"] == "input"
        }
        return {**window.view, "id": window.id, "hash": window.hash, "state": {"values": values}}


def _filled(element: Json, filled: dict[str, str]) -> Json:
    """An input as it is sent: what she filled in, or else what stood there."""
    name = element["action_id"]
    if element["type"] == "plain_text_input":
        return {"type": element["type"], "value": filled.get(name, element.get("initial_value"))}
    chosen = next(
        (one for one in element["options"] if one["value"] == filled.get(name)), element.get("initial_option")
    )
    return {"type": element["type"], "selected_option": chosen}


def _labelled(buttons: list[Json], label: str) -> Json | None:
    return next((one for one in buttons if one["text"]["text"] == label), None)
