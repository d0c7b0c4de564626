"""The outbox under any failures and crashes: nothing is lost, a chat keeps its order, each is tried until it went."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select

from bot.delivery.lane import Lane
from bot.delivery.transport import Pace, Parcel, SendAgain
from bot.intake.writer import Writer
from bot.words.outgoing import Message, pack
from storage.outbox import OUTBOX, Priority
from storage.posting import post_to_chat
from storage.unit_of_work import UnitOfWork
from storage.vault import Vault
from tests.delivery.virtual_time import VirtualTime, virtual_time
from tests.intake.chatting import Chat

__all__ = ["virtual_time"]

LANE = "telegram"
CHATS = ("500", "600")
LEVELS = (Priority.EMERGENCY, Priority.REPLY, Priority.PROMPT)


@dataclass(frozen=True)
class Post:
    """Somebody writes a message."""

    chat: str
    priority: int


@dataclass(frozen=True)
class Fail:
    """The next message of a chat meets this; one that `acts` went out all the same."""

    chat: str
    after: float
    acts: bool


@dataclass(frozen=True)
class Crash:
    """The program dies and is started again."""


Step = Post | Fail | Crash
PLANS = st.lists(
    st.one_of(
        st.builds(Post, st.sampled_from(CHATS), st.sampled_from(LEVELS)),
        st.builds(Fail, st.sampled_from(CHATS), st.sampled_from((0.0, 7.0)), st.booleans()),
        st.just(Crash()),
    ),
    max_size=25,
)  # fmt: skip


class Unsteady:
    """A platform that fails as it is told; `sent` is what arrived, in its order: chat, priority, number."""

    lane = LANE
    pace = Pace(per_second=10_000, chat_gap=0, at_once=2)

    def __init__(self) -> None:
        self.failures: dict[str, list[Fail]] = {chat: [] for chat in CHATS}
        self.sent: list[tuple[str, int, int]] = []

    async def send(self, parcel: Parcel) -> str:
        await asyncio.sleep(0)
        failure = self.failures[parcel.chat].pop(0) if self.failures[parcel.chat] else None
        if failure is None or failure.acts:
            assert isinstance(parcel.outgoing, Message)
            priority, number = parcel.outgoing.text.split()
            self.sent.append((parcel.chat, int(priority), int(number)))
        if failure is not None:
            raise SendAgain("failed", after=failure.after)
        return str(parcel.row)


class Office:
    """A writer and a lane that can die."""

    def __init__(self, engine: Engine, vault: Vault, time: VirtualTime) -> None:
        self.time, self.platform = time, Unsteady()
        self.writer = Writer(engine, vault, time)
        self.writer.start()
        self.posted = 0
        self._running: asyncio.Task[None] | None = None

    async def do(self, step: Step) -> None:
        match step:
            case Post(chat, priority):
                self.posted += 1
                message = pack(Message(f"{priority} {self.posted}"))
                await self.writer.write(lambda uow: post_to_chat(uow, LANE, chat, message, priority=priority))
            case Fail(chat):
                self.platform.failures[chat].append(step)
            case Crash():
                await self.crash()
                self.start()
        self.lane.wake()
        await asyncio.sleep(0)

    def start(self) -> None:
        self.lane = Lane(self.platform, self.writer, Chat.house())
        self._stop = asyncio.Event()
        self._running = asyncio.create_task(self.lane.run(self._stop))

    async def crash(self) -> None:
        """Everything that the lane knew is gone, wherever it was."""
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        # Python 3.11's wait_for may pass over a cancellation.
        self._stop.set()
        await asyncio.gather(*others, return_exceptions=True)

    async def settle(self) -> None:
        """Let time pass until nothing waits any more."""
        async with asyncio.timeout(5):
            while await self.writer.write(_pending, wakes=False):
                self.time.skip(0.5)
                self.lane.wake()
                await asyncio.sleep(0.001)


def _pending(uow: UnitOfWork) -> int:
    return uow.db.execute(select(func.count()).where(OUTBOX.c.status == "pending")).scalar_one()


# Making a failure shorter takes minutes where it is a wait that does not end; add Phase.shrink to see the shortest.
@settings(
    max_examples=40, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(backlog=st.lists(st.builds(Post, st.sampled_from(CHATS), st.sampled_from(LEVELS)), max_size=8), plan=PLANS)
def test_nothing_is_lost_nor_overtaken_whatever_fails(
    sqlite_engine: Engine, vault: Vault, virtual_time: VirtualTime, backlog: list[Post], plan: list[Step]
) -> None:
    with sqlite_engine.begin() as db:
        db.execute(OUTBOX.delete())
    office = Office(sqlite_engine, vault, virtual_time)
    try:
        asyncio.run(live_through(office, backlog, plan))
    finally:
        office.writer.stop()
    sent = office.platform.sent
    assert {number for _, _, number in sent} == set(range(1, office.posted + 1)), "a message was lost"
    again = sum(isinstance(step, Crash) or (isinstance(step, Fail) and step.acts) for step in plan)
    assert len(sent) - office.posted <= again * len(CHATS), "more was repeated than was in flight"
    for chat in CHATS:
        for level in LEVELS:
            assert_in_order([number for where, priority, number in sent if (where, priority) == (chat, level)])


async def live_through(office: Office, backlog: Sequence[Step], plan: Sequence[Step]) -> None:
    office.start()
    await office.crash()
    for step in backlog:
        await office.do(step)
    office.start()
    for step in plan:
        await office.do(step)
    await office.settle()
    await office.crash()


def assert_in_order(numbers: list[int]) -> None:
    """Each came first after those before it; a repetition may come later."""
    first = list(Counter(numbers))
    assert first == sorted(first), "a message overtook an earlier one"
