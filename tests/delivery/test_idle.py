"""A lane with nothing to send leaves the database alone."""

import asyncio
from datetime import datetime

from sqlalchemy import Engine

from bot.delivery.lane import Lane
from bot.intake.writer import Writer
from bot.words.outgoing import Message, pack
from storage.outbox import Priority
from storage.posting import post_to_chat
from storage.unit_of_work import UnitOfWork
from storage.vault import Vault
from tests.delivery.test_any_failure import CHATS, LANE, Unsteady
from tests.intake.chatting import Chat
from tests.settable_clock import SettableClock
from tests.wire.waiting import until


class CountingClock(SettableClock):
    """A clock that counts how often a transaction asked it for the time."""

    asked = 0

    def now(self) -> datetime:
        self.asked += 1
        return super().now()


async def test_what_a_lane_reads_and_notes_does_not_wake_it_again(sqlite_engine: Engine, vault: Vault) -> None:
    clock = CountingClock()
    writer = Writer(sqlite_engine, vault, clock)
    writer.start()
    platform, stop, loop = Unsteady(), asyncio.Event(), asyncio.get_running_loop()
    lane = Lane(platform, writer, Chat.house())
    writer.after_commit = lambda: _wake(loop, lane)
    running = asyncio.create_task(lane.run(stop))
    await writer.write(_post)
    await until(lambda: bool(platform.sent))
    before = clock.asked
    for _ in range(100):
        await asyncio.sleep(0.001)
    stop.set()
    lane.wake()
    await running
    writer.stop()
    assert clock.asked - before < 20


def _post(uow: UnitOfWork) -> None:
    post_to_chat(uow, LANE, CHATS[0], pack(Message("10 1")), priority=Priority.REPLY)


def _wake(loop: asyncio.AbstractEventLoop, lane: Lane) -> None:
    loop.call_soon_threadsafe(lane.wake)
