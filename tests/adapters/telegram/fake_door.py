"""A door that remembers what came in, and fails when it is told to."""

from collections.abc import Callable, Sequence

from sqlalchemy.exc import OperationalError

from bot.intake.inbound import Event, Inbound
from bot.intake.reply import Reply


def database_away() -> OperationalError:
    return OperationalError("", {}, Exception("away"))


class FakeDoor:
    """`committed` are the events taken, each once; `rejected` what was recorded instead.

    `away` is how many of the next calls find no database, `away_inside` how many batches lose it on the way, `broken`
    how often the turn of an event with this text fails, and `sharing_breaks` tells that such an event fails its batch.
    """

    def __init__(self) -> None:
        self.committed: list[Inbound] = []
        self.rejected: list[tuple[str, str]] = []
        self.away = 0
        self.away_inside = 0
        self.broken: dict[str, int] = {}
        self.sharing_breaks = False
        self.reply: Callable[[Inbound], Reply] = lambda _event: Reply()
        self.on_commit: Callable[[Inbound], None] = lambda _event: None

    async def receive(self, event: Event) -> Reply:
        assert isinstance(event, Inbound)
        if self.away:
            self.away -= 1
            raise database_away()
        if self.broken.get(event.text):
            self.broken[event.text] -= 1
            raise RuntimeError("this turn fails")
        if any(event.event_id == other.event_id for other in self.committed):
            return Reply(repeated=True)
        self.committed.append(event)
        self.on_commit(event)
        return self.reply(event)

    async def receive_all(self, events: Sequence[Event]) -> list[Reply | Exception]:
        if self.sharing_breaks and any(isinstance(e, Inbound) and self.broken.get(e.text) for e in events):
            raise RuntimeError("the shared commit fails")
        outcomes: list[Reply | Exception] = []
        for event in events:
            try:
                outcomes.append(await self.receive(event))
            except RuntimeError as error:
                outcomes.append(error)
        if self.away_inside:
            self.away_inside -= 1
            outcomes[-1] = database_away()
        return outcomes

    async def reject(self, platform: str, event_id: str, reason: str) -> None:
        assert platform == "telegram"
        self.rejected.append((event_id, reason))

    @property
    def texts(self) -> list[str]:
        return [event.text for event in self.committed]
