"""The windows a person sees in Slack: opened while her click is fresh, filled once it has been committed.

A click's trigger opens one window within three seconds (docs.slack.dev/surfaces/modals), which a commit may not take
first; so a loading page opens beside the commit, and what the case answers replaces it.
"""

from asyncio import Task
from dataclasses import dataclass
from typing import Protocol

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack import views
from bot.adapters.slack.answering.directory import Directory
from bot.adapters.slack.interactive import OpenForm
from bot.adapters.slack.payload import text_at
from bot.adapters.slack.render import Json
from bot.adapters.slack.web import FAILURES, code
from bot.cases.views import View
from bot.intake.reply import Reply
from bot.log import get_logger

_LOG = get_logger(__name__)


class Say(Protocol):
    """`bot.words.language.say`: one of the bot's own notices in a language."""

    def __call__(self, key: str, language: str, **values: object) -> str: ...


@dataclass(frozen=True, slots=True)
class Press:
    """Where a button was pressed: `view` is the window or Home page, `channel` the chat; either may be ""."""

    user: str
    trigger: str
    channel: str
    view: str
    in_window: bool

    @classmethod
    def of(cls, body: object) -> "Press":
        return cls(
            user=text_at(body, "user", "id"),
            trigger=text_at(body, "trigger_id"),
            channel=text_at(body, "channel", "id") or text_at(body, "container", "channel_id"),
            view=text_at(body, "view", "id"),
            in_window=text_at(body, "view", "type") == "modal",
        )


class Windows:
    """Opens and fills windows; a failure is logged and told to the person, never raised.

    Args:
        client: from `web.web_client`.
        directory: knows the language of whoever pressed.
        say: the texts of `flows.notices.slack`.
        language: the language for those whose own is not known.
    """

    def __init__(self, client: AsyncWebClient, directory: Directory, say: Say, language: str) -> None:
        self._client = client
        self._directory = directory
        self._say = say
        self._language = language

    async def loading(self, press: Press) -> str:
        """Open a page that says it is loading; its id, or "" when Slack would not open it."""
        shown = self.note(press.user, self.text("slack_loading", press.user))
        return await self._open(press, shown)

    async def show(self, press: Press, opening: Task[str] | None, reply: Reply) -> None:
        """Show what the case answered: its view, or its note."""
        if opening:
            view = await opening
            if reply.repeated and not view:
                return
            shown = self._answer(press, reply) or self.note(press.user, self.text("slack_window_failed", press.user))
            if not await self._fill(view or (press.view if press.in_window else ""), shown):
                await self.whisper(press.channel, press.user, self.text("slack_window_late", press.user))
        elif reply.view or press.in_window:
            await self._show_late(press, self._answer(press, reply))
        elif reply.toast:
            await self.whisper(press.channel, press.user, reply.toast)

    async def failed(self, press: Press, opening: Task[str] | None) -> None:
        """Say that a press could not be carried out."""
        text = self.text("slack_window_failed", press.user)
        if not (opening and await self._fill(await opening, self.note(press.user, text))):
            await self.whisper(press.channel, press.user, self.text("slack_failed", press.user))

    async def open_form(self, asked: OpenForm, press: Press) -> None:
        """Open a private form."""
        if not await self._open(press, views.form(asked.form, asked.chat)):
            await self.whisper(press.channel, press.user, self.text("slack_window_late", press.user))

    async def whisper(self, channel: str, user: str, text: str) -> None:
        """Say something in passing, to one person, in the chat where she pressed; it may be missed."""
        if not channel:
            return
        try:
            await self._client.chat_postEphemeral(channel=channel, user=user, text=text)
        except FAILURES as error:
            _LOG.warning("a passing note was not shown", code=code(error))

    def window(self, user: str, view: View) -> Json:
        """A view as Slack shows it, or a note that it could not be shown."""
        try:
            return views.modal(view)
        except SlackObjectFormationError:
            _LOG.exception("a case's view is over Slack's limits", case=view.case, verb=view.verb)
            return self.note(user, self.text("slack_window_failed", user))

    def note(self, user: str, text: str) -> Json:
        """A page that says one thing."""
        return views.page(self.text("slack_moment", user), text, self.text("slack_close", user))

    def text(self, key: str, user: str) -> str:
        """A notice in the person's language."""
        return self._say(key, self._directory.recalled(user).language or self._language)

    def _answer(self, press: Press, reply: Reply) -> Json | None:
        if reply.view:
            return self.window(press.user, reply.view)
        return self.note(press.user, reply.toast) if reply.toast else None

    async def _show_late(self, press: Press, shown: Json | None) -> None:
        """Show what nobody opened a window for before."""
        if (
            shown
            and not (press.in_window and await self._fill(press.view, shown))
            and not await self._open(press, shown)
        ):
            await self.whisper(press.channel, press.user, self.text("slack_window_late", press.user))

    async def _open(self, press: Press, shown: Json) -> str:
        """Open a window, upon the one that is open if any; "" when Slack would not."""
        put = self._client.views_push if press.in_window else self._client.views_open
        try:
            return text_at((await put(trigger_id=press.trigger, view=shown)).data, "view", "id")
        except FAILURES as error:
            _LOG.warning("a window was not opened", code=code(error))
            return ""

    async def _fill(self, view: str, shown: Json) -> bool:
        if not view:
            return False
        try:
            await self._client.views_update(view_id=view, view=shown)
        except FAILURES as error:
            _LOG.warning("a window was not filled", code=code(error))
            return False
        return True
