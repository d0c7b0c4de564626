"""One platform's way out: order kept in each chat, the pace the platform allows, the urgent first.

We chose one owner for each lane, because a platform's limit is for the bot as a whole: one owner fills it and nobody
has to agree with anybody. A letter may, after a crash, be sent twice; it is never lost.
"""

import asyncio
from collections import OrderedDict
from dataclasses import replace
from datetime import timedelta
from functools import partial
from time import monotonic
from typing import Any

from aiolimiter import AsyncLimiter
from sqlalchemy import Row
from sqlalchemy.exc import DBAPIError

from bot import log, metrics
from bot.cases.attachments import opened
from bot.delivery import outcomes
from bot.delivery.charts import draw
from bot.delivery.fetching import Letter, fetch
from bot.delivery.rests import Rests
from bot.delivery.transport import Moved, Parcel, SendAgain, SendNever, Transport, Unreachable
from bot.intake.receive import House
from bot.intake.writer import Work, Writer
from bot.words.outgoing import Enclosure, Picture
from storage import outbox
from storage.database import is_away
from storage.outbox import Priority
from storage.unit_of_work import UnitOfWork

FETCHED_AT_ONCE = 64
MOST_IN_HAND = 1024
BULK_AHEAD = 0.5
"""Seconds' worth of bulk messages in hand: more would stand between a person and her reply."""
LOOK_AGAIN = 0.5
"""Seconds after which the outbox is looked at even if nobody woke us: another process may have written."""
PATIENCE_WITH_DATABASE = 1.0
AFTER_TROUBLE = timedelta(minutes=1)
TOGETHER = 0.02
"""Seconds in which what goes out is collected, to be written down in one commit."""
REMEMBERED_REFS = 10_000

_log = log.get_logger(__name__)


class Lane:
    """Sends what the outbox holds for one transport until it is stopped."""

    def __init__(self, transport: Transport, writer: Writer, house: House) -> None:
        self.name = transport.lane
        self._transport = transport
        self._writer = writer
        self._house = house
        self._awake = asyncio.Event()
        self._stopping = asyncio.Event()
        # Two at a time, to catch up on a slot that was woken for late; a second's worth would all go at once.
        self._limiter = AsyncLimiter(2, 2 / transport.pace.per_second)
        self._slots_owed = 0
        self._slots = asyncio.Semaphore(transport.pace.at_once)
        self._queues: dict[str, list[Letter]] = {}
        self._in_hand: set[int] = set()
        self._bulk_in_hand = 0
        self._chats: set[asyncio.Task[None]] = set()
        self._lane_rests_until = 0.0
        self._rests = Rests()
        self._refs: OrderedDict[str, str] = OrderedDict()
        self._gone: dict[int, tuple[Letter, str]] = {}
        self._alarm: asyncio.TimerHandle | None = None

    def wake(self) -> None:
        """Something may be waiting."""
        self._awake.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Send until `stop`, then begin no more and let what is under way finish."""
        self._stopping = stop
        await self._remember_rests()
        while not stop.is_set():
            self._awake.clear()
            await self._take_on()
            try:
                await asyncio.wait_for(self._awake.wait(), LOOK_AGAIN)
            except TimeoutError:
                continue
        if self._chats:
            await asyncio.wait(self._chats, timeout=3)
        await self._settle(
            partial(outcomes.sent, house=self._house, lane=self.name, letters=list(self._gone.values())), wakes=False
        )

    async def _remember_rests(self) -> None:
        """What had failed before a restart is not overtaken after it."""
        try:
            for chat, priority, wait in await self._writer.write(self._put_off_until):
                self._rests.begin(chat, priority, wait)
        except DBAPIError as error:
            _log.warning("the outbox cannot be read", lane=self.name, error=type(error).__name__)

    def _put_off_until(self, uow: UnitOfWork) -> list[tuple[str, int, timedelta]]:
        # Longer than we ever wait: the clock was set back while the program was down.
        outbox.retry_now(uow.db, uow.now, beyond=outcomes.LONGEST_WAIT)
        return outbox.put_off_until(uow.db, self.name, uow.now)

    async def _take_on(self) -> None:
        """Write down what went out, fetch what is waiting, and hand it to its chats."""
        try:
            gone, letters = await self._writer.write(self._exchange, wakes=False)
        except DBAPIError as error:
            _log.warning("the outbox cannot be read", lane=self.name, error=type(error).__name__)
            return
        for row in gone:
            del self._gone[row]
        if len(letters) == FETCHED_AT_ONCE:
            self.wake()
        for letter in letters:
            if self._rests.hold(letter.chat, letter.priority):
                continue  # an earlier one failed while this one was being fetched
            self._in_hand.add(letter.row)
            self._bulk_in_hand += letter.priority >= Priority.PROMPT
            if letter.chat in self._queues:
                self._queues[letter.chat].append(letter)
            else:
                self._queues[letter.chat] = [letter]
                task = asyncio.create_task(self._serve(letter.chat))
                self._chats.add(task)
                task.add_done_callback(self._chats.discard)

    def _exchange(self, uow: UnitOfWork) -> tuple[list[int], list[Letter]]:
        """Note what went out and fetch what may go, in one commit; gives the rows that were noted, and the letters."""
        gone = dict(self._gone)
        outcomes.sent(uow, self._house, self.name, list(gone.values()))
        if monotonic() < self._lane_rests_until or len(self._in_hand) >= MOST_IN_HAND:
            return list(gone), []
        most = len(self._in_hand) + FETCHED_AT_ONCE
        return list(gone), fetch(uow, self._house.settings, self.name, most, self._choose)[:FETCHED_AT_ONCE]

    def _choose(self, rows: list[Row[Any]]) -> list[Row[Any]]:
        """What is not in hand yet, whose chat need not wait, and no more bulk than goes out soon."""
        room = max(1, int(self._transport.pace.per_second * BULK_AHEAD)) - self._bulk_in_hand
        chosen = []
        for row in rows:
            if row.id in self._in_hand or row.id in self._gone or self._rests.hold(row.chat, row.priority):
                continue
            if row.priority >= Priority.PROMPT:
                if room <= 0:
                    break
                room -= 1
            chosen.append(row)
        return chosen

    async def _serve(self, chat: str) -> None:
        """Send one chat's letters; whatever happens, the chat is free again afterwards."""
        queue = self._queues[chat]
        try:
            await self._send_in_order(queue)
        except Exception as error:  # noqa: BLE001 - one chat's trouble must not end with the chat
            _log.error("a chat must wait", lane=self.name, error=type(error).__name__)
            self._rests.begin(chat, Priority.EMERGENCY, AFTER_TROUBLE)
        finally:
            for letter in queue:
                self._let_go(letter)
            del self._queues[chat]
            self._wake_soon()

    async def _send_in_order(self, queue: list[Letter]) -> None:
        """The most important first, then the oldest, until there are none or the chat must wait."""
        while queue and not self._stopping.is_set():
            letter = min(queue, key=lambda each: each.order)
            if letter.priority >= Priority.PROMPT:
                await self._bulk_slot()
                if self._stopping.is_set():
                    break
                letter = min(queue, key=lambda each: each.order)
            elif not letter.edits:
                self._slots_owed = min(self._slots_owed + 1, int(self._transport.pace.per_second))
            async with self._slots:
                went_on = await self._deliver(letter)
            queue.remove(letter)
            self._let_go(letter)
            if not went_on:
                break
            if queue:
                await asyncio.sleep(self._transport.pace.chat_gap)

    async def _bulk_slot(self) -> None:
        """Wait until a bulk message may go. A reply waits for no slot: bulk gives up as many as replies have taken."""
        await self._limiter.acquire()
        while self._slots_owed:
            self._slots_owed -= 1
            await self._limiter.acquire()

    def _let_go(self, letter: Letter) -> None:
        self._in_hand.discard(letter.row)
        self._bulk_in_hand -= letter.priority >= Priority.PROMPT

    async def _deliver(self, letter: Letter) -> bool:
        """Send one letter and write down what became of it; False when its chat must wait."""
        parcel = self._parcel(letter)
        if parcel is None:
            self._went(letter, "")
            return True
        try:
            ref = await self._send(parcel)
        except SendAgain as refusal:
            await self._later(letter, refusal)
            return False
        except Unreachable as refusal:
            await self._settle(partial(outcomes.left, house=self._house, lane=self.name, letter=letter,
                                       reason=refusal.reason))  # fmt: skip
            metrics.sent(self.name, "never_again")
        except SendNever as refusal:
            await self._settle(partial(outcomes.never, house=self._house, letter=letter, reason=refusal.reason))
            metrics.sent(self.name, "never_again")
        except Moved as move:
            await self._settle(partial(outcomes.chat_moved, lane=self.name, letter=letter, chat=move.chat))
            return False
        except Exception as error:  # noqa: BLE001 - a letter that breaks its transport must not stop the lane
            _log.error("a letter could not be sent", lane=self.name, row=letter.row, error=type(error).__name__)
            await self._later(letter, SendAgain(type(error).__name__))
            return False
        else:
            self._remember(letter.key, ref)
            self._went(letter, ref)
            metrics.sent(self.name, "sent")
        return True

    def _went(self, letter: Letter, ref: str) -> None:
        """It went out; until that is written down, together with others, it is not fetched again."""
        self._gone[letter.row] = letter, ref
        self._wake_soon()

    def _wake_soon(self) -> None:
        if self._alarm is None:
            self._alarm = asyncio.get_running_loop().call_later(TOGETHER, self._ring)

    def _ring(self) -> None:
        self._alarm = None
        self.wake()

    async def _send(self, parcel: Parcel) -> str:
        """Hand it to the platform. A file of a case is read, and a chart drawn, only now."""
        if isinstance(parcel.outgoing, Enclosure):
            _, content = await self._writer.write(partial(opened, parcel.outgoing.attachment), wakes=False)
            parcel = replace(parcel, content=content)
        if isinstance(parcel.outgoing, Picture):
            parcel = replace(parcel, content=await asyncio.to_thread(draw, parcel.outgoing.chart, "png"))
        return await self._transport.send(parcel)

    def _parcel(self, letter: Letter) -> Parcel | None:
        """What the transport sends; None when there is nothing left to say or nothing to edit."""
        edits = letter.edits or self._ref(letter, letter.edits_key)
        if letter.outgoing is None or (letter.edits_key and not edits and not letter.key):
            return None
        return Parcel(letter.row, letter.chat, letter.outgoing, edits, self._ref(letter, letter.thread_key))

    def _ref(self, letter: Letter, key: str) -> str:
        return (self._refs.get(key) or letter.refs.get(key, "")) if key else ""

    def _remember(self, key: str, ref: str) -> None:
        if key and ref:
            self._refs[key] = ref
            self._refs.move_to_end(key)
            if len(self._refs) > REMEMBERED_REFS:
                self._refs.popitem(last=False)

    async def _later(self, letter: Letter, refusal: SendAgain) -> None:
        wait = outcomes.wait_for(letter, refusal.after)
        if refusal.lane:
            self._lane_rests_until = max(self._lane_rests_until, monotonic() + wait.total_seconds())
        # A time that the platform asked for holds for everything; our own patience only for what is no more important.
        held = Priority.EMERGENCY if refusal.after else letter.priority
        self._rests.begin(letter.chat, held, wait)
        await self._settle(partial(outcomes.again, house=self._house, letter=letter, wait=wait, reason=refusal.reason))
        # The row's own time counts from that commit: a chat that woke before it would send what stands behind first.
        self._rests.begin(letter.chat, held, wait)
        metrics.sent(self.name, "limited" if refusal.after else "again_later")

    async def _settle(self, work: Work[None], *, wakes: bool = True) -> None:
        """Write an outcome down. Until it is, the letter stays in hand: what went out must not go out again.

        A program that stops while the database is away leaves it: the letter may then go out a second time.
        """
        while True:
            try:
                await self._writer.write(work, wakes=wakes)
            except DBAPIError as error:
                if not is_away(error):
                    raise
                _log.warning("an outcome waits for the database", lane=self.name, error=type(error).__name__)
                if self._stopping.is_set():
                    return
                await asyncio.sleep(PATIENCE_WITH_DATABASE)
            else:
                return
