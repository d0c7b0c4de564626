"""A student, a clock and the tick: days are played from one moment at which something is due to the next."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from bot.delivery.fetching import fetch
from bot.delivery.outcomes import left, never
from bot.schedule.tick import tick
from storage import people
from storage.conversations import CONVERSATION, Conversation, all_of
from storage.followups import FOLLOW_UP
from storage.people import PLACEMENT, Placement
from tests.intake.chatting import Chat
from tests.settable_clock import SettableClock

DUE = datetime(2026, 12, 3, 14, 0, tzinfo=UTC)
"""A Thursday, 15:00 in Oslo: what a check-in is due at in these tests."""
CALENDAR = (
    PLACEMENT.c.next_checkin_at, PLACEMENT.c.ask_again_at, CONVERSATION.c.remind_at, CONVERSATION.c.expires_at,
    FOLLOW_UP.c.due_at,
)  # fmt: skip


class Days:
    """Lets time pass for one student."""

    def __init__(self, chat: Chat, clock: SettableClock) -> None:
        self.chat = chat
        self.clock = clock
        self._house = chat.house()

    def tick(self) -> list[str]:
        """One tick; gives what she reads."""
        before = len(self.chat.transcript)
        with self.chat.work() as uow:
            tick(uow, self._house)
        self.chat.deliver()
        return self.chat.transcript[before:]

    def until(self, moment: datetime) -> list[tuple[datetime, str]]:
        """Live to this moment; gives what she reads, with when."""
        read = []
        while self.clock.moment < moment:
            self.clock.moment = min([moment, *self._coming()])
            read += [(self.clock.moment, text) for text in self.tick()]
        return read

    def _coming(self) -> list[datetime]:
        with self.chat.work() as uow:
            moments = (uow.db.execute(select(func.min(column)).where(column > uow.now)).scalar() for column in CALENDAR)
            return [moment for moment in moments if moment is not None]

    def live(self, **span: float) -> list[tuple[datetime, str]]:
        """Live on for so long."""
        return self.until(self.clock.moment + timedelta(**span))

    def at(self, moment: datetime) -> list[str]:
        """Be at this moment at once, as after an outage; gives what she reads."""
        self.clock.moment = moment
        return self.tick()

    def asked(self) -> list[str]:
        """Be asked for a check-in at the hour it is due."""
        return self.at(DUE)

    def asked_in_vain(self, *, refused: bool = False) -> None:
        """Be asked when the chat no longer takes messages, or the platform refuses this one: it says so at sending."""
        self.clock.moment = DUE
        with self.chat.work() as uow:
            tick(uow, self._house)
            for letter in fetch(uow, self._house.settings, "telegram", 10, lambda rows: rows):
                if refused:
                    never(uow, self._house, letter, "Bad Request")
                else:
                    left(uow, self._house, "telegram", letter, "Forbidden: bot was blocked by the user")
        self.chat.deliver()

    def placement(self) -> Placement:
        """Her placement as it is."""
        with self.chat.work() as uow:
            found = people.placement_of(uow.db, "s1")
        assert found is not None, "she was brought in with one"
        return found

    def talks(self, flow: str) -> list[Conversation]:
        """Her conversations of one flow, the oldest first."""
        with self.chat.work() as uow:
            return [talk for talk in all_of(uow.db, "s1") if talk.flow == flow]


DaysOf = Callable[..., Days]
