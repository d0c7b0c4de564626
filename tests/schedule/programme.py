"""Several students whom the clock writes to, without a platform: what goes out is read from the outbox."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import update

from bot.facts.planning.ahead import Entry
from bot.facts.planning.preview import gather, play
from bot.intake.receive import House
from bot.intake.scripts import Scripts
from bot.schedule.tick import MOST_AT_ONCE, tick
from flows.catalogue import CATALOGUE
from storage import people
from storage.columns import read
from storage.conversations import CONVERSATION, Conversation
from storage.outbox import OUTBOX
from storage.people import Account, Person, Placement
from tests.conftest import Work
from tests.intake.chatting import SETTINGS, STAFF


class Programme:
    """A programme on a database; each deed is a transaction at the clock's time."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.house = House(SETTINGS, Scripts(CATALOGUE))
        with work() as uow:
            self.house.scripts.remember(uow)
            for member in STAFF:
                uow.db.execute(people.PERSON.insert().values(**member.model_dump()))

    def enrol(self, person_id: str, *, timezone: str = "Europe/Oslo", reachable: bool = True, **columns: Any) -> None:
        """Bring in a student who has agreed; `columns` are of her placement or of herself."""
        placed = {name: columns.pop(name) for name in list(columns) if name in Placement.model_fields}
        with self.work() as uow:
            person = Person(
                **{"id": person_id, "name": "Example Student", "role": "student", "consented_at": uow.now,
                   "timezone": timezone, "data_key": uow.vault.new_key(), **columns},
            )  # fmt: skip
            uow.db.execute(people.PERSON.insert().values(**person.model_dump()))
            uow.db.execute(people.PLACEMENT.insert().values(**Placement(person_id=person_id, **placed).model_dump()))
            if reachable:
                account = Account(
                    platform="telegram", user=person_id, chat=person_id, person_id=person_id, seen_at=uow.now
                )
                uow.db.execute(people.ACCOUNT.insert().values(**account.model_dump()))

    def change(self, person_id: str, **columns: object) -> None:
        with self.work() as uow:
            people.change_placement(uow.db, person_id, **columns)

    def placement(self, person_id: str) -> Placement:
        with self.work() as uow:
            found = people.placement_of(uow.db, person_id)
        assert found is not None
        return found

    def tick(self) -> list[str]:
        """Tick until nothing is left to do; gives whom something was sent to, by chat."""
        while True:
            with self.work() as uow:
                if tick(uow, self.house) < MOST_AT_ONCE:
                    break
        return self.delivered()

    def delivered(self) -> list[str]:
        with self.work() as uow:
            waiting = OUTBOX.select().where(OUTBOX.c.status == "pending").order_by(OUTBOX.c.id)
            chats = [row.chat for row in uow.db.execute(waiting)]
            uow.db.execute(update(OUTBOX).values(status="sent"))
        return chats

    def talks(self, flow: str = "checkin") -> list[Conversation]:
        with self.work() as uow:
            rows = uow.db.execute(CONVERSATION.select().where(CONVERSATION.c.flow == flow).order_by(CONVERSATION.c.id))
            return [read(Conversation, row._mapping) for row in rows]

    def plan(self, days: int) -> list[Entry]:
        with self.work() as uow:
            gathered = gather(uow, SETTINGS, days)
        return [entry for entry, _ in play(gathered)]


def sent(entries: Iterable[Entry]) -> list[tuple[datetime, str, str]]:
    """What of a plan goes out: moment, student and conversation."""
    return [(entry.at, entry.person_id, entry.what) for entry in entries if entry.at is not None]
