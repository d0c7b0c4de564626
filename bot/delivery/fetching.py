"""Taking messages from the outbox: opened, unpacked, and with what each refers to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from bot.config import Settings
from bot.delivery.stale import still_good
from bot.words.outgoing import Outgoing, unpack
from storage import outbox
from storage.people import find_people
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Letter:
    """One outbox row in hand. `refs` holds where the messages of its keys stood when it was fetched."""

    row: int
    chat: str
    priority: int
    outgoing: Outgoing | None
    person_id: str
    key: str
    edits: str
    edits_key: str
    thread_key: str
    case_id: int | None
    attempts: int
    refs: Mapping[str, str]

    @property
    def order(self) -> tuple[int, int]:
        """Who goes first in a chat."""
        return self.priority, self.row


def fetch(
    uow: UnitOfWork, settings: Settings, lane: str, most: int, choose: Callable[[list[Row[Any]]], list[Row[Any]]]
) -> list[Letter]:
    """What may go out on a lane now, opened; a letter whose key is gone has no `outgoing`.

    `choose` picks among the first `most` rows by id, chat and priority, before the cost of reading and opening them.
    """
    chosen = choose(outbox.waiting(uow.db, lane, uow.now, most))
    if not chosen:
        return []
    rows = outbox.whole(uow.db, [row.id for row in chosen])
    people = find_people(uow.db, {row.person_id for row in rows if row.person_id})
    rows = still_good(uow, settings, rows, people)
    keys = {key for row in rows for key in (row.edits_key, row.thread_key)}
    refs = outbox.refs(uow.db, lane, keys)
    return [_letter(uow, row, people, refs) for row in rows]


def _letter(uow: UnitOfWork, row: Row[Any], people: Mapping[str, Any], refs: Mapping[str, str]) -> Letter:
    packed = row.packed
    if row.person_id:
        person = people.get(row.person_id)
        packed = uow.open(person, packed) if person else ""
    return Letter(
        row.id, row.chat, row.priority, unpack(packed) if packed else None, row.person_id, row.key, row.edits,
        row.edits_key, row.thread_key, row.case_id, row.attempts,
        {key: refs[key] for key in (row.edits_key, row.thread_key) if key in refs},
    )  # fmt: skip
