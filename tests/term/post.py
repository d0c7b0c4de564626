"""The platforms, in memory: what the outbox holds is delivered, and everything that arrived is written in a ledger."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from bot.delivery import outcomes
from bot.delivery.fetching import Letter, fetch
from bot.intake.receive import House
from bot.words.outgoing import Outgoing
from storage.unit_of_work import UnitOfWork

LANES = ("telegram", "slack", "mail")


@dataclass(frozen=True, slots=True)
class Arrived:
    """One message that reached somebody: when, where, how important it was, and what it was."""

    at: datetime
    row: int
    lane: str
    chat: str
    priority: int
    key: str
    edits: bool
    case_id: int | None
    outgoing: Outgoing


@dataclass
class Post:
    """Delivers until told otherwise. `blocked` are chats that refuse, `down` lanes that are away."""

    house: House
    ledger: list[Arrived] = field(default_factory=list)
    blocked: set[str] = field(default_factory=set)
    down: set[str] = field(default_factory=set)

    def deliver(self, uow: UnitOfWork) -> list[Arrived]:
        """Bring everything that may go now to where it goes; gives what arrived."""
        begun = len(self.ledger)
        for lane in LANES:
            if lane not in self.down:
                for letter in self._waiting(uow, lane):
                    self._bring(uow, lane, letter)
        return self.ledger[begun:]

    def _waiting(self, uow: UnitOfWork, lane: str) -> Iterator[Letter]:
        while letters := fetch(uow, self.house.settings, lane, 500, list):
            yield from letters

    def _bring(self, uow: UnitOfWork, lane: str, letter: Letter) -> None:
        if letter.chat in self.blocked and lane == "telegram":
            outcomes.left(uow, self.house, lane, letter, "blocked")
            return
        ref = letter.refs.get(letter.edits_key, "") or f"m{letter.row}"
        outcomes.sent(uow, self.house, lane, [(letter, ref)])
        if letter.outgoing is None or (letter.edits_key and letter.edits_key not in letter.refs and not letter.key):
            return
        edits = bool(letter.edits or letter.edits_key in letter.refs)
        self.ledger.append(
            Arrived(
                uow.now, letter.row, lane, letter.chat, letter.priority, letter.key, edits, letter.case_id,
                letter.outgoing,
            )
        )  # fmt: skip
