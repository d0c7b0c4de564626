"""Sending to Telegram, and what its refusals mean for what is to be sent."""

import asyncio
import re
import time
from datetime import timedelta
from typing import Any

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.adapters.telegram.render import Call, render
from bot.adapters.telegram.request import BotApi
from bot.delivery.transport import Moved, Pace, Parcel, SendAgain, SendNever, Unreachable
from bot.log import get_logger
from bot.words.limits import TELEGRAM

PACE = Pace(per_second=28.5, chat_gap=0.05, at_once=32)
"""core.telegram.org/bots/faq: about 30 messages a second over all chats; more than one a second to one chat is
tolerated in short bursts, and refused with a time to wait after that. A reply of two or three messages is such a burst:
it should feel instant, so the gap only keeps their order."""

_UNREACHABLE = ("chat not found", "user not found", "group is deactivated", "peer_id_invalid", "input_user_deactivated")
_TOO_LATE = ("message to edit not found", "message can't be edited", "there is no text in the message to edit")
_UNCHANGED = "message is not modified"
_PHOTO = "sendPhoto"
_TOKEN_REFUSED_WAIT = 30.0
_CALLBACK_TIMEOUT = 5.0
_UNFINISHED = 1000

_log = get_logger(__name__)


class TelegramTransport:
    """Telegram's way out."""

    lane = "telegram"

    def __init__(self, api: BotApi, *, pace: Pace = PACE) -> None:
        self.pace = pace
        self._api = api
        self._callbacks: set[asyncio.Task[None]] = set()
        self._half_sent: dict[int, int] = {}
        self._flood = ("", 0.0)

    async def send(self, parcel: Parcel) -> str:
        """Send it, in as many messages as it needs; the id of the last one, which holds the buttons.

        What was sent of it before a failure is not sent again at the next try.

        Raises:
            SendAgain, SendNever, Unreachable, Moved.
        """
        calls = render(parcel)
        done = self._half_sent.pop(parcel.row, 0)
        ref = ""
        for number, call in enumerate(calls[done:], start=done):
            try:
                ref = await self._make(call, parcel)
            except TelegramError as error:
                self._remember(parcel.row, number)
                raise self._meaning(error, parcel.chat) from None
        return ref

    def answer_callback(self, callback: str, toast: str = "") -> None:
        """Answer a tap, so that its button stops waiting; in the background, once, and no harm if it fails."""
        task = asyncio.create_task(self._answer(callback, toast))
        self._callbacks.add(task)
        task.add_done_callback(self._callbacks.discard)

    async def close(self) -> None:
        """Wait until the taps are answered."""
        await asyncio.gather(*self._callbacks)

    async def _make(self, call: Call, parcel: Parcel) -> str:
        try:
            result = await self._api.call(call.method, call.params, upload=call.upload)
        except BadRequest as error:
            # An edit that changes nothing is done; one that comes too late is not worth a dead letter.
            words = error.message.casefold()
            if call.edits and _UNCHANGED in words:
                return parcel.edits
            if call.edits and any(phrase in words for phrase in _TOO_LATE):
                return ""
            raise
        except InvalidToken as error:
            # A server that does not know a method says "Not Found", which the library takes for a refused token.
            # Words have gone over this token before: a picture is not worth holding the lane.
            if call.method == _PHOTO:
                raise BadRequest("Photo not taken") from error
            raise
        return str(result.get("message_id", "")) if isinstance(result, dict) else ""

    async def _answer(self, callback: str, toast: str) -> None:
        params: dict[str, Any] = {"callback_query_id": callback}
        if toast:
            params["text"] = toast[: TELEGRAM.toast]
        try:
            await self._api.call("answerCallbackQuery", params, read_timeout=_CALLBACK_TIMEOUT)
        except TelegramError as error:
            _log.debug("a tap was not answered", error=type(error).__name__)

    def _remember(self, row: int, sent: int) -> None:
        """Note how far a parcel came. A few rows are never tried again: the oldest notes make room."""
        if sent:
            self._half_sent[row] = sent
        if len(self._half_sent) > _UNFINISHED:
            del self._half_sent[next(iter(self._half_sent))]

    def _meaning(self, error: TelegramError, chat: str) -> SendAgain | SendNever | Moved:
        if isinstance(error, RetryAfter):
            return self._flooded(chat, error.retry_after)
        return meaning(error)

    def _flooded(self, chat: str, retry_after: timedelta | int) -> SendAgain:
        """Telegram does not say whose limit was met. A second chat refused while the first must wait: the bot's."""
        after = retry_after.total_seconds() if isinstance(retry_after, timedelta) else float(retry_after)
        now = time.monotonic()
        first, until = self._flood
        self._flood = (chat, max(until, now + after))
        return SendAgain("too_many_requests", after=after, lane=now < until and first != chat)


def meaning(error: TelegramError) -> SendAgain | SendNever | Moved:
    """What a refusal means for the parcel; for `RetryAfter` the transport knows more.

    The library's classes decide, and Telegram's descriptions where one class holds several cases.
    """
    words = error.message.casefold()  # the library capitalises some of them
    match error:
        case ChatMigrated():
            return Moved(str(error.new_chat_id))
        case InvalidToken() if "bot " not in words:
            return SendAgain("token_refused", after=_TOKEN_REFUSED_WAIT, lane=True)
        case Forbidden() | InvalidToken():
            return Unreachable(_code(words))
        case BadRequest() if any(phrase in words for phrase in _UNREACHABLE):
            return Unreachable(_code(words))
        case BadRequest():
            return SendNever(_code(words))
        case _:
            return SendAgain(_code(words), lane="too many requests" in words)


def _code(description: str) -> str:
    """The fixed part of a description: what follows a colon or a quotation mark may quote the message."""
    plain = re.sub(r"^(bad request|forbidden|unauthorized): ", "", description)
    return re.split(r"[:;\"(]", plain)[0].strip()[:80].replace(" ", "_") or "unknown"
