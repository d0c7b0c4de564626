"""A student's phone without a platform: every line is a transaction, and between two lines all is read back anew.

The transcript shows both sides: `>` is hers, buttons stand in square brackets, an edited message has a pencil mark.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import count
from typing import Any

from sqlalchemy import update

from bot.config import Settings
from bot.config.platforms import Slack
from bot.config.sections import Programme
from bot.intake.inbound import CaseAct, Event, Inbound, Kind
from bot.intake.receive import House, receive
from bot.intake.reply import Reply
from bot.intake.scripts import Scripts
from bot.words.outgoing import Card, Document, Message, Outgoing, unpack
from flows.catalogue import CATALOGUE
from storage import outbox, people
from storage.columns import read
from storage.outbox import OUTBOX, OutboxRow
from storage.people import Account, Person, Placement
from storage.unit_of_work import UnitOfWork

Work = Callable[[], AbstractContextManager[UnitOfWork]]
DESK = "C0EXAMPLE"
STAFF = (
    Person(id="c1", name="Example Coordinator", role="coordinator", slack_id="UC1"),
    Person(id="g1", name="Example Guardian", role="safeguarding", slack_id="UG1"),
)
SETTINGS = Settings(
    programme=Programme(name="Example Programme", timezone="Europe/Oslo", country="NO"),
    slack=Slack.model_validate({"bot_token": "xoxb-x", "app_token": "xapp-x", "escalation_channel": DESK}),
)


class Chat:
    """One student, already known on Telegram; `consented` spares her the onboarding."""

    def __init__(self, work: Work, *, consented: bool = True, language: str = "en", **placement: Any) -> None:
        self.work = work
        self.transcript: list[str] = []
        self.buttons: dict[str, str] = {}
        self.desk: list[Outgoing] = []
        self.posted: list[tuple[str, str]] = []
        self.documents: list[str] = []
        self.toast = ""
        self._events = count(1)
        with work() as uow:
            self.house().scripts.remember(uow)
            self._bring_in(uow, consented, language, placement)

    @staticmethod
    def house() -> House:
        """A program that has just started: nothing is remembered outside the database."""
        return House(SETTINGS, Scripts(CATALOGUE))

    def say(self, *lines: str) -> str:
        """She types; gives what was answered to the last line."""
        return self._each(lines, lambda line: self.event(Kind.TEXT, text=line))

    def tap(self, *labels: str) -> str:
        """She presses buttons of the newest message that has them."""
        return self._each(labels, lambda label: self.event(Kind.TAP, data=self.buttons[label], ref="77"))

    def press(self, data: str) -> str:
        """She presses a button of an old message."""
        return self._each(("an old button",), lambda _: self.event(Kind.TAP, data=data, ref="12"))

    def event(self, kind: Kind, **fields: Any) -> Inbound:
        """Something she does, as the adapter hands it over."""
        return Inbound("telegram", f"e{next(self._events)}", kind, user="500", chat="500", **fields)

    def act(self, verb: str, case: int, by: str = "UG1", **fields: str) -> Reply:
        """Something a coordinator does."""
        return self.receive(CaseAct("slack", f"e{next(self._events)}", by, verb, case, fields))

    def receive(self, event: Event) -> Reply:
        """One event through the door of a freshly started program."""
        with self.work() as uow:
            reply = receive(uow, self.house(), event)
        self.toast = reply.toast
        self.deliver()
        return reply

    def _each(self, lines: tuple[str, ...], event_of: Callable[[str], Inbound]) -> str:
        before = len(self.transcript)
        for line in lines:
            self.transcript.append(f"> {line}")
            before = len(self.transcript)
            self.receive(event_of(line))
        return "\n".join(self.transcript[before:])

    def deliver(self) -> None:
        """What waits in the outbox reaches her and the team."""
        with self.work() as uow:
            waiting = OUTBOX.select().where(OUTBOX.c.status == "pending").order_by(OUTBOX.c.priority, OUTBOX.c.id)
            rows = [read(OutboxRow, row._mapping) for row in uow.db.execute(waiting)]
            for row in rows:
                person = people.find_person(uow.db, row.person_id) if row.person_id else None
                self._show(row, unpack(uow.open(person, row.packed) if person else row.packed))
                outbox.remember_refs(uow.db, row.lane, {row.key: f"posted-{row.id}"} if row.key else {})
            uow.db.execute(update(OUTBOX).values(status="sent"))

    def _show(self, row: OutboxRow, outgoing: Outgoing) -> None:
        if row.lane != "telegram":
            self.desk.append(outgoing)
            self.posted.append((row.chat, row.packed))
            return
        edited = "✎ " if row.edits or (row.edits_key and not row.key) else ""
        text = getattr(outgoing, "text", "") or getattr(outgoing, "caption", "")
        rows = outgoing.buttons if isinstance(outgoing, Message) else ()
        if isinstance(outgoing, Document):
            self.documents.append(outgoing.content)
        labels = [button.label for buttons in rows for button in buttons]
        self.transcript.append(edited + text + (f"\n[{'] ['.join(labels)}]" if labels else ""))
        if labels:
            self.buttons = {button.label: button.data for buttons in rows for button in buttons}

    @staticmethod
    def student(uow: UnitOfWork) -> Person:
        """Her row in the roster."""
        found = people.find_person(uow.db, "s1")
        assert found is not None, "she was brought in at the beginning"
        return found

    def cards(self) -> list[Card]:
        """The cards in the coordinators' channel, in the order they were posted or edited."""
        return [outgoing for outgoing in self.desk if isinstance(outgoing, Card)]

    def _bring_in(self, uow: UnitOfWork, consented: bool, language: str, placement: dict[str, Any]) -> None:
        student = Person(
            id="s1", name="Example Student", role="student", language=language, timezone="Europe/Oslo",
            data_key=uow.vault.new_key(), consented_at=uow.now if consented else None,
        )  # fmt: skip
        for person in (student, *STAFF):
            uow.db.execute(people.PERSON.insert().values(**person.model_dump()))
        known = {"host": "Example Host Ltd", "supervisor": "Example Supervisor", "coordinator_id": "c1", **placement}
        uow.db.execute(people.PLACEMENT.insert().values(**Placement(person_id="s1", **known).model_dump()))
        account = Account(platform="telegram", user="500", chat="500", person_id="s1", seen_at=uow.now)
        uow.db.execute(people.ACCOUNT.insert().values(**account.model_dump()))
        for member in STAFF:
            people.link(uow.db, "slack", member.slack_id, member.slack_id, member.id, uow.now)


def pending(uow: UnitOfWork) -> int:
    """How many messages wait."""
    return sum(outbox.depth(uow.db).values())
