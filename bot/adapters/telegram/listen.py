"""Long polling: ask Telegram for updates, hand them over, and confirm them once their turns are committed."""

import asyncio
import math
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.adapters.telegram.handover import AnswerTap, Handover
from bot.adapters.telegram.inbound import update_id
from bot.adapters.telegram.patience import Patience, unless_stopped
from bot.adapters.telegram.request import BotApi, Commands
from bot.intake.door import Door
from bot.log import get_logger
from bot.pulse import Pulse

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
TOKEN_REFUSED_WAIT = 30.0
TOKEN_KEY = "token"

_BATCH = 100
_ANSWER_MARGIN = 8.0
_QUIET = timedelta(days=6).total_seconds()

_log = get_logger(__name__)


class Polling:
    """One bot's long poll.

    `pulse` is told whenever Telegram has answered, `answer` is called for every tap. `poll_timeout` is how many
    seconds Telegram holds a poll open: one that is not answered `margin` seconds after them has stalled, is given up,
    and the next goes over a new connection. `monotonic` counts seconds.
    """

    def __init__(
        self,
        api: BotApi,
        door: Door,
        *,
        pulse: Pulse,
        answer: AnswerTap,
        commands: Commands | None = None,
        poll_timeout: int = 25,
        margin: float = _ANSWER_MARGIN,
        patience: Patience | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._api = api
        self._handover = Handover(door, answer)
        self._pulse = pulse
        self._commands = commands or {}
        self._poll_timeout = poll_timeout
        self._margin = margin
        self._patience = patience or Patience()
        self._monotonic = monotonic
        self._offset: int | None = None
        self._heard = monotonic()

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until `stop` is set; a batch in hand is finished first. No failure of the platform ends it."""
        self._pulse.listen()
        try:
            await self._listen(stop)
        finally:
            self._pulse.rest()

    async def _listen(self, stop: asyncio.Event) -> None:
        opened = False
        while not stop.is_set():
            try:
                if not opened:
                    opened = await unless_stopped(stop, self._open()) is not None
                updates = await unless_stopped(stop, self._poll()) if opened else None
            except TelegramError as error:
                # The remedy of a conflict with a webhook; with another poller there is none but to wait.
                opened = opened and not isinstance(error, Conflict)
                if isinstance(error, TimedOut):
                    await self._reopen()
                await endure(error, self._patience, stop, self._pulse)
                continue
            if updates is not None:
                self._heard_from()
                await self._settle(updates, stop)

    async def _reopen(self) -> None:
        """Let go of a connection on which nothing came: the next call opens another."""
        self._pulse.reopened()
        _log.warning("Telegram did not answer in time; the next call goes over a new connection")
        await self._api.disconnect()

    def _heard_from(self) -> None:
        self._pulse.accepted(TOKEN_KEY)
        self._pulse.heard()

    async def _open(self) -> bool:
        await self._api.get_me()
        await self._api.call("deleteWebhook", {"drop_pending_updates": False})
        await offer(self._api, self._commands)
        # The first poll may be held open for as long as nobody writes; Telegram has been reached now.
        self._heard_from()
        _log.info("polling begins")
        return True

    async def _poll(self) -> list[Any]:
        params: dict[str, object] = {
            "timeout": self._poll_timeout,
            "limit": _BATCH,
            "allowed_updates": ALLOWED_UPDATES,
        }
        if (offset := self._confirmed()) is not None:
            params["offset"] = offset
        # The request has limits of its own; this one holds whatever becomes of them.
        patience = self._poll_timeout + self._margin
        try:
            async with asyncio.timeout(patience + 1):
                updates = await self._api.call("getUpdates", params, read_timeout=patience)
        except TimeoutError:
            raise TimedOut from None
        if not isinstance(updates, list):
            raise NetworkError("getUpdates answered with something else than a list")
        # A repeat may come out of order, and one person's words belong in the order she wrote them.
        return sorted(updates, key=lambda update: update_id(update) or math.inf)

    def _confirmed(self) -> int | None:
        """The offset that confirms what came so far; none after six quiet days.

        After a week without updates Telegram goes on from a random number (core.telegram.org/bots/api#update). An old
        offset might lie above it for ever, and by then there is nothing left that it could confirm.
        """
        if self._offset is not None and self._monotonic() - self._heard > _QUIET:
            self._offset = None
        return self._offset

    async def _settle(self, updates: Sequence[Any], stop: asyncio.Event) -> None:
        """Have a batch committed, however long the database is away, and only then move the offset."""
        waiting: Sequence[Any] = updates
        while waiting:
            try:
                waiting = await self._handover.take(waiting, self._api.account)
            except Exception as error:  # noqa: BLE001 - whatever it is, these updates may not be confirmed
                if stop.is_set():
                    return
                seconds = await self._patience.wait(stop)
                # Telegram is not asked meanwhile: its silence is ours.
                self._pulse.listen()
                _log.error("updates wait for the database", error=type(error).__name__, waited=round(seconds, 1))
        numbers = [number for update in updates if (number := update_id(update)) is not None]
        before = self._offset
        if numbers:
            self._heard = self._monotonic()
            self._offset = max(numbers[-1] + 1, before or 0)
        if updates and self._offset == before:
            await self._patience.wait(stop)  # only repeats, or nothing with a number: do not spin
        else:
            self._patience.calm()


async def offer(api: BotApi, commands: Commands) -> None:
    """Set the command menu; a menu that Telegram refuses keeps nobody from talking."""
    try:
        await api.set_commands(commands)
    except BadRequest:
        _log.error("Telegram refused the menu of commands")


async def endure(error: TelegramError, patience: Patience, stop: asyncio.Event, pulse: Pulse) -> None:
    """Say what Telegram answered, and wait: as long as it asked, long where only a person can help."""
    at_least = 0.0
    match error:
        case RetryAfter(retry_after=timedelta() as asked):
            at_least = asked.total_seconds()
        case InvalidToken():
            at_least = TOKEN_REFUSED_WAIT
            pulse.refused(TOKEN_KEY, "unauthorized")
            _log.error("Telegram refuses [telegram] token: copy it anew from @BotFather, and check base_url")
        case Conflict():
            _log.warning("another program polls with this token, or a webhook is set")
    seconds = await patience.wait(stop, at_least=at_least)
    _log.warning("Telegram did not answer as hoped", error=type(error).__name__, waited=round(seconds, 1))
