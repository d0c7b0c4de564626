"""Two students' phones beside one another: what one of them reads is not shown on the other's."""

from typing import Any

from sqlalchemy import update

from bot.facts.context import Context
from bot.intake.inbound import Inbound, Kind
from bot.intake.talk import opening
from bot.intake.talk.session import Session
from bot.schedule.tick import tick
from bot.words.outgoing import unpack
from storage import outbox, people
from storage.columns import read
from storage.outbox import OUTBOX, OutboxRow
from storage.people import Account, Person, Placement
from storage.unit_of_work import UnitOfWork
from tests.intake.chatting import SETTINGS, STAFF, Chat, Work


class Phone(Chat):
    """One student of several; the first brings the team in."""

    def __init__(
        self, work: Work, name: str = "Anna Example", id_: str = "s1", user: str = "500", **known: Any
    ) -> None:
        self.name, self.id, self.user = name, id_, user
        super().__init__(work, **known)

    def event(self, kind: Kind, **fields: Any) -> Inbound:
        """Something she does."""
        return Inbound("telegram", f"{self.user}-{next(self._events)}", kind, user=self.user, chat=self.user, **fields)

    def deliver(self) -> None:
        """What waits for her, or for the team, arrives."""
        with self.work() as uow:
            here = (OUTBOX.c.status == "pending", OUTBOX.c.chat == self.user)
            waiting = OUTBOX.select().where(*here).order_by(OUTBOX.c.priority, OUTBOX.c.id)
            rows = [read(OutboxRow, row._mapping) for row in uow.db.execute(waiting)]
            rows = [row for row in rows if row.not_before is None or row.not_before <= uow.now]
            person = people.find_person(uow.db, self.id)
            for row in rows:
                self._show(row, unpack(uow.open(person, row.packed) if person and row.person_id else row.packed))
                outbox.remember_refs(uow.db, row.lane, {row.key: f"posted-{row.id}"} if row.key else {})
            sent = [row.id for row in rows]
            uow.db.execute(update(OUTBOX).where(OUTBOX.c.id.in_(sent)).values(status="sent"))

    def begin(self, flow: str) -> str:
        """She opens a conversation; gives what she reads."""
        with self.work() as uow:
            session = Session(Context(uow, SETTINGS, self._her(uow)), self.house().scripts, None)
            opening.open_talk(session, flow)
        return self.reads()

    def speaks(self, language: str) -> None:
        """She reads this language from now on."""
        with self.work() as uow:
            people.change_person(uow.db, self.id, language=language)

    def _her(self, uow: UnitOfWork) -> Person:
        found = people.find_person(uow.db, self.id)
        assert found is not None, "she was brought in at the beginning"
        return found

    def tick(self) -> str:
        """The clock ticks; gives what she reads then."""
        with self.work() as uow:
            tick(uow, self.house())
        return self.reads()

    def reads(self) -> str:
        """What has arrived since."""
        before = len(self.transcript)
        self.deliver()
        return "\n".join(self.transcript[before:])

    def _bring_in(self, uow: UnitOfWork, consented: bool, language: str, placement: dict[str, Any]) -> None:
        her = Person(
            id=self.id, name=self.name, role="student", language=language, timezone="Europe/Oslo",
            data_key=uow.vault.new_key(), consented_at=uow.now if consented else None,
        )  # fmt: skip
        for person in (her, *(STAFF if self.id == "s1" else ())):
            uow.db.execute(people.PERSON.insert().values(**person.model_dump()))
        known = {"host": "Example Host Ltd", "coordinator_id": "c1", **placement}
        uow.db.execute(people.PLACEMENT.insert().values(**Placement(person_id=self.id, **known).model_dump()))
        account = Account(platform="telegram", user=self.user, chat=self.user, person_id=self.id, seen_at=uow.now)
        uow.db.execute(people.ACCOUNT.insert().values(**account.model_dump()))
