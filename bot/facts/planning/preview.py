"""The dry run: who gets what in the next days, when, and why somebody gets nothing. It writes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.config import Settings
from bot.facts.planning.ahead import Entry, ahead
from bot.facts.planning.circumstances import Circumstances, circumstances
from storage import followups
from storage.due import students
from storage.followups import FollowUp
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is known of everybody at one moment: enough to play the days until another."""

    now: datetime
    until: datetime
    known: Mapping[str, Circumstances]
    promised: Mapping[str, Sequence[FollowUp]]


def gather(uow: UnitOfWork, settings: Settings, days: int) -> Gathered:
    """Ask the database: eight queries, however many students there are."""
    until = uow.now + timedelta(days=days)
    placed = [each for each in students(uow.db, None).values() if each[0].role == "student"]
    promised: dict[str, list[FollowUp]] = {}
    for each in followups.due_until(uow.db, until):
        promised.setdefault(each.person_id, []).append(each)
    return Gathered(uow.now, until, circumstances(uow, settings, placed, ids=None), promised)


def play(gathered: Gathered) -> list[tuple[Entry, Circumstances]]:
    """What the clock will do until then, by moment and roster id; what is not sent stands where it was due."""
    found = [
        (entry, known)
        for person_id, known in gathered.known.items()
        for entry in ahead(known, gathered.promised.get(person_id, ()), gathered.now, gathered.until)
    ]
    return sorted(found, key=lambda each: (each[0].at or each[0].due or gathered.until, each[0].person_id))
