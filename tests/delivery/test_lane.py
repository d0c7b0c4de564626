"""What goes out: in order, urgent first, tried again, given up loudly."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from functools import partial

import pytest
from sqlalchemy import Engine, select

from bot.delivery.lane import Lane
from bot.delivery.transport import Moved, Pace, Parcel, SendAgain, SendNever, Unreachable
from bot.intake.writer import Writer
from bot.words.outgoing import Card, Message, pack
from storage.outbox import OUTBOX, Priority, refs
from storage.people import find_person
from storage.posting import post_to, post_to_chat
from storage.unit_of_work import UnitOfWork, unit_of_work
from storage.vault import Vault
from tests.intake.chatting import Chat
from tests.settable_clock import SettableClock

LANE = "telegram"


class FakeTransport:
    """Takes parcels down; what a chat raises next stands in `refusals`."""

    lane = LANE
    pace = Pace(per_second=1000, chat_gap=0, at_once=8)

    def __init__(self) -> None:
        self.sent: list[Parcel] = []
        self.refusals: dict[str, list[Exception]] = {}

    async def send(self, parcel: Parcel) -> str:
        await asyncio.sleep(0)
        if waiting := self.refusals.get(parcel.chat):
            raise waiting.pop(0)
        self.sent.append(parcel)
        return parcel.edits or f"m{parcel.row}"

    @property
    def texts(self) -> list[str]:
        return [parcel.outgoing.text for parcel in self.sent if isinstance(parcel.outgoing, Message)]


@pytest.fixture
def transport() -> FakeTransport:
    return FakeTransport()


@pytest.fixture
def writer(sqlite_engine: Engine, vault: Vault, clock: SettableClock) -> Iterator[Writer]:
    begun = Writer(sqlite_engine, vault, clock)
    begun.start()
    yield begun
    begun.stop()


@pytest.fixture
def deliver(transport: FakeTransport, writer: Writer) -> Callable[..., Awaitable[None]]:
    """Run the lane until the outbox holds nothing that could go now, or `enough` says so."""

    async def run(enough: Callable[[], bool] | None = None) -> None:
        stop = asyncio.Event()
        lane = Lane(transport, writer, Chat.house())
        running = asyncio.create_task(lane.run(stop))

        async def done() -> bool:
            if enough is not None:
                return enough()
            return not await writer.write(_could_go)

        async with asyncio.timeout(20):
            while not await done():
                lane.wake()
                await asyncio.sleep(0.01)
        stop.set()
        lane.wake()
        await running

    return run


def _could_go(uow: UnitOfWork) -> int:
    now = OUTBOX.c.not_before.is_(None) | (OUTBOX.c.not_before <= uow.now)
    return len(
        uow.db.execute(select(OUTBOX.c.id).where(OUTBOX.c.lane == LANE, OUTBOX.c.status == "pending", now)).all()
    )


async def post(writer: Writer, text: str, chat: str = "500", priority: int = Priority.REPLY, **more: object) -> None:
    await writer.write(lambda uow: post_to_chat(uow, LANE, chat, pack(Message(text)), priority=priority, **more))  # type: ignore[arg-type]


def post_card(card: str, uow: UnitOfWork) -> None:
    post_to_chat(uow, LANE, "C1", card, priority=Priority.CASE, key="card:1")


def states(uow: UnitOfWork) -> list[tuple[str, int, str]]:
    rows = uow.db.execute(select(OUTBOX).order_by(OUTBOX.c.id))
    return [(row.status, row.attempts, row.failure) for row in rows]


async def test_one_chat_reads_its_messages_in_the_order_they_were_written(
    deliver: Callable[..., Awaitable[None]], transport: FakeTransport, writer: Writer
) -> None:
    for number in range(20):
        await post(writer, str(number))
    await deliver()
    assert transport.texts == [str(number) for number in range(20)]


async def test_the_urgent_overtakes_what_waits(
    deliver: Callable[..., Awaitable[None]], transport: FakeTransport, writer: Writer
) -> None:
    await post(writer, "prompt", priority=Priority.PROMPT)
    await post(writer, "reply")
    await post(writer, "crisis", priority=Priority.EMERGENCY)
    await deliver()
    assert transport.texts == ["crisis", "reply", "prompt"]


async def test_a_refused_message_is_tried_again_and_nothing_of_its_chat_overtakes_it(
    deliver: Callable[..., Awaitable[None]], transport: FakeTransport, writer: Writer, clock: SettableClock
) -> None:
    transport.refusals["500"] = [SendAgain("flood", after=3)]
    await post(writer, "first")
    await post(writer, "second")
    await post(writer, "elsewhere", chat="600")
    await deliver(lambda: "elsewhere" in transport.texts)
    assert await writer.write(states) == [("pending", 1, "flood"), ("pending", 0, ""), ("sent", 0, "")]
    clock.skip(seconds=4)
    await asyncio.sleep(0)
    await deliver()
    assert transport.texts == ["elsewhere", "first", "second"]


async def test_what_the_platform_refuses_is_a_dead_letter_and_the_next_one_goes(
    deliver: Callable[..., Awaitable[None]], transport: FakeTransport, writer: Writer
) -> None:
    transport.refusals["500"] = [SendNever("message_too_long")]
    await post(writer, "first")
    await post(writer, "second")
    await deliver()
    assert transport.texts == ["second"]
    assert (await writer.write(states))[0] == ("dead", 1, "message_too_long")


async def test_a_letter_that_breaks_the_transport_stops_nobody(
    deliver: Callable[..., Awaitable[None]], transport: FakeTransport, writer: Writer
) -> None:
    transport.refusals["500"] = [RuntimeError("boom")]
    await post(writer, "first")
    await post(writer, "elsewhere", chat="600")
    await deliver(lambda: "elsewhere" in transport.texts)
    assert (await writer.write(states))[0] == ("pending", 1, "RuntimeError")


async def test_a_card_is_posted_once_and_edited_in_place_afterwards(
    deliver: Callable[..., Awaitable[None]], transport: FakeTransport, writer: Writer
) -> None:
    for title in ("open", "taken"):
        card = pack(Card(title, (), title))
        await writer.write(partial(post_card, card))
    await writer.write(
        lambda uow: post_to_chat(uow, LANE, "C1", pack(Message("log")), priority=20, thread_key="card:1")
    )
    await deliver()
    assert [(parcel.edits, parcel.thread) for parcel in transport.sent] == [("", ""), ("m1", ""), ("", "m1")]
    assert await writer.write(lambda uow: refs(uow.db, LANE, ["card:1"])) == {"card:1": "m1"}


async def test_what_was_sent_is_not_kept(deliver: Callable[..., Awaitable[None]], writer: Writer) -> None:
    await post(writer, "private")
    await deliver()
    kept = await writer.write(lambda uow: uow.db.execute(select(OUTBOX.c.packed)).scalars().all())
    assert list(kept) == [""]


async def test_a_chat_that_moved_is_followed(
    deliver: Callable[..., Awaitable[None]], transport: FakeTransport, writer: Writer
) -> None:
    transport.refusals["500"] = [Moved("-100700")]
    await post(writer, "hello")
    await deliver()
    assert [parcel.chat for parcel in transport.sent] == ["-100700"]


async def test_somebody_who_left_is_told_apart_and_her_coordinator_hears_of_it(
    deliver: Callable[..., Awaitable[None]], transport: FakeTransport, writer: Writer, sqlite_engine: Engine,
    vault: Vault, clock: SettableClock,
) -> None:  # fmt: skip
    Chat(lambda: unit_of_work(sqlite_engine, vault, clock.now()))
    transport.refusals["500"] = [Unreachable("bot was blocked")]

    def greet(uow: UnitOfWork) -> bool:
        student = find_person(uow.db, "s1")
        assert student is not None
        return post_to(uow, student, pack(Message("hello")), priority=Priority.REPLY)

    assert await writer.write(greet)
    await deliver()
    rows = await writer.write(lambda uow: uow.db.execute(select(OUTBOX).order_by(OUTBOX.c.id)).all())
    assert [(row.lane, row.chat, row.status) for row in rows] == [
        ("telegram", "500", "dead"),
        ("slack", "UC1", "pending"),
    ]
