"""The running program below its platforms: the writer, the door, the lanes, the tick."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from functools import partial
from time import monotonic

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from bot import log, metrics
from bot.app.steady.clock_steps import ClockSteps
from bot.clock import Clock, SkippingClock
from bot.config import Settings
from bot.delivery.lane import Lane
from bot.delivery.transport import Transport
from bot.intake import routing, triage
from bot.intake.door import FrontDoor
from bot.intake.receive import House
from bot.intake.scripts import Scripts
from bot.intake.writer import Work, Writer
from bot.schedule.tick import MOST_AT_ONCE, page, tick, tidy
from bot.schedule.ticker import ticker
from flows.steps import Flow
from storage import outbox
from storage.database import is_away
from storage.unit_of_work import UnitOfWork
from storage.vault import Vault

TIDY_EVERY = 600
"""Ticks, so about ten minutes."""
PATIENCE_WITH_LANES = 5.0
"""Seconds: a platform that does not answer must not stop the demo's clock."""
_A_MOMENT = 0.005

_log = log.get_logger(__name__)


class Program:
    """Everything but the platforms; they are handed in when it runs. `catalogue` is what talks begin on."""

    def __init__(
        self, settings: Settings, engine: Engine, vault: Vault, clock: Clock, catalogue: Iterable[Flow]
    ) -> None:
        self.settings = settings
        self.clock = clock
        self.vault = vault
        self.writer = Writer(engine, vault, clock)
        self.house = House(settings, Scripts(catalogue))
        self.door = FrontDoor(self.house, self.writer)
        self._steps = ClockSteps(clock.base if isinstance(clock, SkippingClock) else clock)
        self._ticked_at = monotonic()
        self._lanes: list[Lane] = []
        self._ticks = 0
        self._ticking = asyncio.Lock()

    async def open(self) -> None:
        """Start the writer, read the lexicon and what students say, and keep today's scripts."""
        self.writer.start()
        await asyncio.to_thread(triage.prepare)
        await asyncio.to_thread(routing.prepare)
        await self.writer.write(self.house.scripts.remember)

    async def run(self, transports: Sequence[Transport], stop: asyncio.Event) -> None:
        """Send, and look every second at what is due, until `stop`; then finish what is under way.

        It may run again afterwards: one of several programs works, stops, and works again.
        """
        loop = asyncio.get_running_loop()
        self._ticked_at = monotonic()
        self._lanes = [Lane(transport, self.writer, self.house) for transport in transports]

        def wake_from_the_writer() -> None:
            loop.call_soon_threadsafe(self._wake)

        self.writer.after_commit = wake_from_the_writer
        clockwork = ticker(self._tick_in_peace)
        clockwork.start()
        try:
            await asyncio.gather(*(lane.run(stop) for lane in self._lanes), stop.wait())
        finally:
            # Shutting it down would cancel a tick that is under way, and log that as an error.
            clockwork.pause()
            async with self._ticking:
                clockwork.shutdown(wait=False)
            self.writer.after_commit = lambda: None

    def close(self) -> None:
        """Commit what still waits and stop the writer."""
        self.writer.stop()

    @property
    def silent_for(self) -> float:
        """Seconds since everything that was due was done last."""
        return monotonic() - self._ticked_at

    async def tick(self) -> None:
        """Do what is due, each part by itself; a database that is away is tried again at the next tick."""
        try:
            done = [await self._alone(part) for part in self._due_now()]
        except DBAPIError as error:
            _log.warning("the tick waits for the database", error=type(error).__name__)
            return
        self._ticks += 1
        if all(done):
            self._ticked_at = monotonic()

    async def catch_up(self) -> None:
        """Do what is due and send it: the demo's clock goes on only then, or messages would come hours late."""
        async with self._ticking:
            await self.tick()
        ends = monotonic() + PATIENCE_WITH_LANES
        while monotonic() < ends and await self.writer.write(self._to_send, wakes=False):
            self._wake()
            await asyncio.sleep(_A_MOMENT)

    def _to_send(self, uow: UnitOfWork) -> bool:
        """Something may go out now. A chat that must wait has put it off."""
        return any(outbox.waiting(uow.db, lane.name, uow.now, 1) for lane in self._lanes)

    def _due_now(self) -> Iterator[Callable[[], Awaitable[None]]]:
        if step := self._steps.since_last_look():
            metrics.clock_stepped()
            _log.warning("the system clock was set", seconds=round(step.total_seconds()))
            yield partial(self._write, _retry_now)
        yield partial(self._write, partial(page, house=self.house))
        yield self._all_that_is_due
        if self._ticks % TIDY_EVERY == 0:
            yield partial(self._write, partial(tidy, house=self.house))
        if self._ticks % 10 == 0:
            yield partial(self._write, _measure)

    async def _alone(self, part: Callable[[], Awaitable[None]]) -> bool:
        """Do one part; one that fails by itself keeps the others from nothing, and health says so after a minute."""
        try:
            await part()
        except Exception as error:
            if is_away(error):
                raise
            _log.exception("a part of the tick failed", error=type(error).__name__)
            return False
        return True

    async def _write(self, work: Work[object]) -> None:
        await self.writer.write(work)

    async def _all_that_is_due(self) -> None:
        while await self.writer.write(partial(tick, house=self.house)) >= MOST_AT_ONCE:
            pass

    async def _tick_in_peace(self) -> None:
        async with self._ticking:
            await self.tick()

    def _wake(self) -> None:
        for lane in self._lanes:
            lane.wake()


def _measure(uow: UnitOfWork) -> None:
    for lane, rows in outbox.depth(uow.db).items():
        metrics.outbox_depth(lane, rows)


def _retry_now(uow: UnitOfWork) -> None:
    # Platforms that asked for time are given it all the same: lanes count those waits by another clock.
    outbox.retry_now(uow.db, uow.now)
