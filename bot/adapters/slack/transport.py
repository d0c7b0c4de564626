"""Our words to Slack: posted, updated in place, published or uploaded; and what became of them."""

from collections.abc import Awaitable
from time import monotonic
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.adapters.slack import render
from bot.adapters.slack.mrkdwn import escape, formatted
from bot.adapters.slack.payload import PLATFORM, text_at
from bot.adapters.slack.render import Post
from bot.adapters.slack.web import FAILURES, about_the_token, is_limited, sorted_out
from bot.delivery.transport import Pace, Parcel, SendNever
from bot.log import get_logger
from bot.words.markup import read
from bot.words.outgoing import Card, Document, Enclosure, Home, Message, Picture

_LOG = get_logger(__name__)
_LOST = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
_A_MINUTE = 60.0
_ALT_TEXT = 1000
"""docs.slack.dev/reference/methods/files.getUploadURLExternal: the longest description of a picture, in characters."""
PACE = Pace(per_second=8.0, chat_gap=0.1, at_once=8)
"""docs.slack.dev/apis/web-api/rate-limits: "several hundred messages per minute" to a workspace, of which we take 480;
one a second to a channel, with short bursts tolerated. A conversation is such a burst, so the gap is only small:
whoever answers at once is answered at once, and a Retry-After is obeyed."""


class SlackTransport:
    """One workspace's way out.

    A chat is a channel's id or a person's; a person's is turned into the direct chat's. What `send` returns, and takes
    as `edits` and `thread`, is "CHANNEL:TS"; a bare "TS" is taken to lie in the parcel's chat.

    Args:
        client: from `web.web_client`.
        home_more: the sentence under a Home page that did not fit, with the place `{count}`.
    """

    lane = PLATFORM
    pace = PACE

    def __init__(self, client: AsyncWebClient, home_more: str) -> None:
        self._client = client
        self._home_more = home_more
        self._direct_chats: dict[str, str] = {}
        self._flood = ("", 0.0)

    async def send(self, parcel: Parcel) -> str:
        """Send it; "" for a page or a file, which cannot be edited.

        Raises:
            SendAgain: it did not go now.
            SendNever: Slack will never take it.
            Unreachable: the person has left or was deactivated.
        """
        try:
            match parcel.outgoing:
                case Message() as message:
                    return await self._put(parcel, render.posts(message))
                case Card() as card:
                    return await self._put(parcel, [render.card(card)])
                case Document() as document:
                    return await self._upload(parcel, document)
                case Picture() as picture:
                    return await self._show(parcel, picture)
                case Enclosure() as enclosure:
                    return await self._hand_over(parcel, enclosure)
                case Home() as home:
                    return await self._publish(parcel.chat, home)
        except SlackObjectFormationError as refused:
            # The library checked the blocks as Slack would have.
            raise SendNever("invalid_blocks") from refused

    async def _put(self, parcel: Parcel, posts: list[Post]) -> str:
        chat = await self._channel(parcel.chat)
        sent = ""
        if parcel.edits:
            sent = await self._update(parcel, chat, posts[0])
            posts = posts[1:] if sent else posts
        for post in posts:
            sent = await self._post(chat, post, parcel.thread)
        return sent

    async def _post(self, chat: str, post: Post, thread: str) -> str:
        call = self._client.chat_postMessage(
            channel=chat,
            text=post.text,
            blocks=post.blocks,
            thread_ts=_place(thread, chat)[1] or None,
            # The words are marked up in the blocks; the text is for reading out.
            mrkdwn=False,
            link_names=False,
            unfurl_links=False,
            unfurl_media=False,
        )
        answer = await self._answer(call, chat, lane=True)
        return f"{text_at(answer.data, 'channel') or chat}:{text_at(answer.data, 'ts')}"

    async def _update(self, parcel: Parcel, chat: str, post: Post) -> str:
        """Replace a message; "" when a card is gone and has to be posted anew."""
        channel, ts = _place(parcel.edits, chat)
        call = self._client.chat_update(channel=channel, ts=ts, text=post.text, blocks=post.blocks, link_names=False)
        try:
            await self._answer(call, channel)
        except SendNever as refused:
            if refused.reason not in _LOST:
                raise
            # A case must stay visible; a message that somebody deleted has nothing left to correct.
            return "" if isinstance(parcel.outgoing, Card) else parcel.edits
        return f"{channel}:{ts}"

    async def _publish(self, user: str, home: Home) -> str:
        await self._answer(self._client.views_publish(user_id=user, view=render.home(home, self._home_more)), user)
        return ""

    async def _upload(self, parcel: Parcel, document: Document) -> str:
        name, said = document.filename, formatted(read(document.caption))
        await self._put_file(parcel, filename=name, title=name, initial_comment=said, content=document.content)
        return ""

    async def _show(self, parcel: Parcel, picture: Picture) -> str:
        """The chart, where one could be drawn."""
        if parcel.content:
            title, said, alt = picture.chart.title, escape(picture.caption), picture.alt[:_ALT_TEXT]
            await self._put_file(
                parcel, filename=picture.filename, title=title, alt_txt=alt, initial_comment=said, file=parcel.content
            )  # fmt: skip
        return ""

    async def _hand_over(self, parcel: Parcel, enclosure: Enclosure) -> str:
        """Put a file of a case into a colleague's own chat; what was erased meanwhile goes nowhere."""
        if parcel.content:
            name, said = enclosure.filename, escape(enclosure.caption)
            await self._put_file(parcel, filename=name, title=name, initial_comment=said, file=parcel.content)
        return ""

    async def _put_file(self, parcel: Parcel, **file: Any) -> None:
        chat = await self._channel(parcel.chat)
        thread = _place(parcel.thread, chat)[1] or None
        await self._answer(self._client.files_upload_v2(channel=chat, thread_ts=thread, **file), chat)

    async def _channel(self, chat: str) -> str:
        if not chat.startswith(("U", "W")):
            return chat
        if chat not in self._direct_chats:
            answer = await self._answer(self._client.conversations_open(users=chat), chat)
            self._direct_chats[chat] = text_at(answer.data, "channel", "id") or chat
        return self._direct_chats[chat]

    def _flooded(self, chat: str) -> bool:
        """Slack does not say whose limit was met. A second chat refused within a minute: the workspace's."""
        first, since = self._flood
        now = monotonic()
        if now - since > _A_MINUTE:
            self._flood = (chat, now)
            return False
        return first != chat

    async def _answer(
        self, call: Awaitable[AsyncSlackResponse], chat: str, *, lane: bool = False
    ) -> AsyncSlackResponse:
        try:
            return await call
        except FAILURES as error:
            limited = is_limited(error)
            whole = lane and limited and self._flooded(chat)
            failure = sorted_out(error, person=chat.startswith(("U", "W", "D")), lane=whole)
            if about_the_token(failure.reason):
                _LOG.error("Slack refuses our token; nothing is sent until it is mended", code=failure.reason)
            # The library's error quotes Slack's whole answer.
            raise failure from None


def _place(ref: str, chat: str) -> tuple[str, str]:
    """The channel and the ts of a message."""
    channel, _, ts = ref.rpartition(":")
    return channel or chat, ts
