"""The running program below its platforms: the writer, the door, the lanes, the tick."""

import asyncio
from collections.abc import Sequence
from functools import partial

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from bot import log, metrics
from bot.clock import Clock
from bot.config import Settings
from bot.delivery.lane import Lane
from bot.delivery.transport import Transport
from bot.intake import triage
from bot.intake.door import FrontDoor
from bot.intake.receive import House
from bot.intake.scripts import Scripts
from bot.intake.writer import Writer
from bot.schedule.tick import MOST_AT_ONCE, page, tick, tidy
from bot.schedule.ticker import ticker
from flows.catalogue import CATALOGUE
from storage import outbox
from storage.unit_of_work import UnitOfWork
from storage.vault import Vault

TIDY_EVERY = 600
"""Ticks, so about ten minutes."""

_log = log.get_logger(__name__)


class Program:
    """Everything but the platforms; they are handed in when it runs."""

    def __init__(self, settings: Settings, engine: Engine, vault: Vault, clock: Clock) -> None:
        self.settings = settings
        self.clock = clock
        self.writer = Writer(engine, vault, clock)
        self.house = House(settings, Scripts(CATALOGUE))
        self.door = FrontDoor(self.house, self.writer)
        self.ticked_at = clock.now()
        self._lanes: list[Lane] = []
        self._ticks = 0
        self._ticking = asyncio.Lock()

    async def open(self) -> None:
        """Start the writer, read the lexicon, and keep today's scripts."""
        self.writer.start()
        await asyncio.to_thread(triage.prepare)
        await self.writer.write(self.house.scripts.remember)

    async def run(self, transports: Sequence[Transport], stop: asyncio.Event) -> None:
        """Send, and look every second at what is due, until `stop`; then finish what is under way."""
        loop = asyncio.get_running_loop()
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

    def close(self) -> None:
        """Commit what still waits and stop the writer."""
        self.writer.after_commit = lambda: None
        self.writer.stop()

    async def tick(self) -> None:
        """Do what is due; a database that is away is tried again at the next tick."""
        try:
            await self.writer.write(partial(page, house=self.house))
            while await self.writer.write(partial(tick, house=self.house)) >= MOST_AT_ONCE:
                pass
            if self._ticks % TIDY_EVERY == 0:
                await self.writer.write(partial(tidy, house=self.house))
            if self._ticks % 10 == 0:
                await self.writer.write(_measure)
        except DBAPIError as error:
            _log.warning("the tick waits for the database", error=type(error).__name__)
            return
        self._ticks += 1
        self.ticked_at = self.clock.now()

    async def _tick_in_peace(self) -> None:
        async with self._ticking:
            await self.tick()

    def _wake(self) -> None:
        for lane in self._lanes:
            lane.wake()


def _measure(uow: UnitOfWork) -> None:
    for lane, rows in outbox.depth(uow.db).items():
        metrics.outbox_depth(lane, rows)
