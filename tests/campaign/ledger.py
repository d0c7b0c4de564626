"""What was acknowledged, held against what stands in the database and on people's screens."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import orjson
from sqlalchemy import select

from flows.severity import Severity
from storage import inbox, outbox
from storage.cases import CASE_LINE, cases_of
from storage.conversations import all_of
from storage.people import find_person
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Entry:
    """One thing that was promised: whose it is, what, how it should be and how it is."""

    who: str
    what: str
    expected: object
    found: object


@dataclass
class Ledger:
    """The entries of one campaign. `str` is the table that a failure shows: what does not balance."""

    seed: int
    entries: list[Entry] = field(default_factory=list)

    def enter(self, who: str, what: str, expected: object, found: object) -> None:
        self.entries.append(Entry(who, what, expected, found))

    @property
    def open_entries(self) -> list[Entry]:
        """What does not balance."""
        return [entry for entry in self.entries if entry.expected != entry.found]

    def __str__(self) -> str:
        rows = [
            f"{entry.who:<10} {entry.what:<30} {entry.expected!s:<50} {entry.found!s}" for entry in self.open_entries
        ]
        head = f"seed {self.seed}: {len(rows)} of {len(self.entries)} entries do not balance"
        return "\n".join([head, f"{'who':<10} {'what':<30} {'expected':<50} found", *rows])

    def enter_talk(self, uow: UnitOfWork, person_id: str, expected: dict[str, Any], *, whole: bool) -> None:
        """Her check-in: one, with exactly these answers, or these among others."""
        talks = [talk for talk in all_of(uow.db, person_id) if talk.flow == "checkin"]
        self.enter(person_id, "check-ins", 1, len(talks))
        given = [orjson.loads(talk.answers) for talk in talks]
        found = given if whole else [{key: answers.get(key) for key in expected} for answers in given]
        self.enter(person_id, "answers", [expected], found)

    def enter_case(self, uow: UnitOfWork, person_id: str, reply: str) -> None:
        """Her case: one, about safety, closed, with one reply, in the coordinator's words."""
        cases = cases_of(uow.db, person_id)
        shape = [(case.topic, case.severity, case.state, case.assignee_id) for case in cases]
        self.enter(person_id, "cases", [("safety", int(Severity.URGENT), "resolved", "g1")], shape)
        person = find_person(uow.db, person_id)
        assert person
        replies = select(CASE_LINE.c.body).where(
            CASE_LINE.c.case_id.in_([case.id for case in cases]), CASE_LINE.c.kind == "reply"
        )
        bodies = [uow.open(person, body) for body in uow.db.execute(replies).scalars()]
        self.enter(person_id, "replies", [reply], bodies)

    def enter_rest(self, uow: UnitOfWork, confirmed: set[str]) -> None:
        """Nothing waits, nothing died, nothing was set aside, and what was confirmed was remembered."""
        self.enter("outbox", "waiting", {}, outbox.depth(uow.db))
        self.enter("outbox", "dead", [], [(row.lane, row.failure) for row in outbox.dead(uow.db)])
        self.enter("inbox", "set aside", [], inbox.rejected(uow.db))
        seen = set(uow.db.execute(select(inbox.SEEN_EVENT.c.event_id)).scalars())
        self.enter("inbox", "confirmed and not remembered", set(), confirmed - seen)

    def enter_screen(self, who: str, texts: list[str], once: list[str]) -> int:
        """Each of these words stood on her screen; gives how many came more than once."""
        times = Counter(words for text in texts for words in once if words in text)
        self.enter(who, "words on her screen", set(once), set(times))
        return times.total() - len(times)
