"""The door every event enters through: it answers after the commit, never before."""

from collections.abc import Sequence
from functools import partial
from time import perf_counter
from typing import Protocol

from bot import metrics
from bot.intake.inbound import AnonymousWords, CaseAct, Event
from bot.intake.receive import House, receive
from bot.intake.reply import Reply
from bot.intake.writer import Writer
from storage import inbox
from storage.unit_of_work import UnitOfWork


class Door(Protocol):
    """What a listener hands events to."""

    async def receive(self, event: Event) -> Reply:
        """Handle one event and answer after the commit.

        Raises:
            sqlalchemy.exc.DBAPIError: the database is away; the event should be delivered again.
            Exception: this event failed by itself; nothing of it was kept.
        """
        ...

    async def receive_all(self, events: Sequence[Event]) -> list[Reply | Exception]:
        """Handle several under one commit; an exception stands for an event that failed by itself.

        Raises:
            sqlalchemy.exc.DBAPIError: the database is away; nothing was kept.
        """
        ...

    async def reject(self, platform: str, event_id: str, reason: str) -> None:
        """Record an event that could not be read, without what it said."""
        ...


class FrontDoor:
    """The door of the running program."""

    def __init__(self, house: House, writer: Writer) -> None:
        self._house = house
        self._writer = writer

    async def receive(self, event: Event) -> Reply:
        """See `Door.receive`."""
        (answer,) = await self.receive_all([event])
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def receive_all(self, events: Sequence[Event]) -> list[Reply | Exception]:
        """See `Door.receive_all`."""
        begun = perf_counter()
        answers = await self._writer.write_all([partial(self._one, event) for event in events])
        for event in events:
            metrics.turn_handled(event.platform, _kind(event), perf_counter() - begun)
        return answers

    async def reject(self, platform: str, event_id: str, reason: str) -> None:
        """See `Door.reject`."""
        metrics.event_rejected(platform, "unparsable")
        await self._writer.write(lambda uow: inbox.reject(uow.db, platform, event_id, reason, uow.now))

    def _one(self, event: Event, uow: UnitOfWork) -> Reply:
        return receive(uow, self._house, event)


def _kind(event: Event) -> str:
    """What it is counted as."""
    match event:
        case CaseAct():
            return "case"
        case AnonymousWords():
            return "anonymous"
        case _:
            return event.kind.value
