"""A door that records what comes through it."""

from collections.abc import Sequence

from bot.intake.inbound import CaseAct, Event, Inbound
from bot.intake.reply import Reply


class DatabaseAway(Exception):
    pass


class RecordingDoor:
    """`reply` is its answer to everything new; `failures` is how many events fail before it recovers."""

    def __init__(self) -> None:
        self.received: list[Event] = []
        self.rejected: list[tuple[str, str]] = []
        self.reply = Reply()
        self.failures = 0
        self._seen: set[str] = set()

    @property
    def inbound(self) -> Inbound:
        event = self.received[-1]
        assert isinstance(event, Inbound)
        return event

    @property
    def act(self) -> CaseAct:
        event = self.received[-1]
        assert isinstance(event, CaseAct)
        return event

    async def receive(self, event: Event) -> Reply:
        if self.failures:
            self.failures -= 1
            raise DatabaseAway
        if event.event_id in self._seen:
            return Reply(repeated=True)
        self._seen.add(event.event_id)
        self.received.append(event)
        return self.reply

    async def receive_all(self, events: Sequence[Event]) -> list[Reply | Exception]:
        return [await self.receive(event) for event in events]

    async def reject(self, platform: str, event_id: str, reason: str) -> None:
        self.rejected.append((event_id, reason))
