"""A programme with a student, her coordinator and safeguarding, on a database in memory and a clock that is set."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from weakref import finalize

from cryptography.fernet import Fernet
from pydantic import SecretStr
from sqlmodel import SQLModel

from bot.cases.acts import act
from bot.cases.clock.climbing import climb_due
from bot.cases.clock.paging import page_due
from bot.cases.hearing import Concern, add_words, hear
from bot.cases.views import View
from bot.config import Settings
from bot.config.care import Safeguarding
from bot.config.platforms import Slack
from bot.config.sections import Programme
from bot.facts.context import Context
from bot.words.outgoing import Card, Message, Outgoing, unpack
from flows.severity import Severity
from storage import outbox
from storage.cases import Case, CaseChange, CaseLine, cases_of, changes_of, find_case, lines_of
from storage.columns import read, table
from storage.database import connect
from storage.people import Account, Person, Placement, change_person, find_person
from storage.unit_of_work import UnitOfWork, unit_of_work
from storage.vault import Vault

TUESDAY = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
"""10:00 in Oslo, where the office is; 11:00 in Johannesburg, where she is."""
NAME, HOST, WORDS = "Zanele Sentinelname", "Sentinelhost Ltd", "sentinelwords about my supervisor"
CHANNEL = "C0EXAMPLE"

PEOPLE = (
    Person(id="s1", name=NAME, role="student", timezone="Africa/Johannesburg"),
    Person(id="c1", name="Example Coordinator", role="coordinator", slack_id="UC1"),
    Person(id="c2", name="Example Colleague", role="coordinator", slack_id="UC2"),
    Person(id="g1", name="Example Guardian", role="safeguarding", slack_id="UG1"),
    Person(id="g2", name="Example Second Guardian", role="safeguarding", slack_id="UG2"),
    Person(id="l1", name="Example Lead", role="lead", slack_id="UL1"),
    Person(id="m1", name="Example Mentor", role="mentor", slack_id="UM1"),
    Person(id="s2", name="Example Other Student", role="student", slack_id="US2"),
)
STAFF = ("c1", "c2", "g1", "g2", "l1")


@dataclass(frozen=True)
class Pressed:
    """A button or a form, as the door hands it over."""

    verb: str
    case: int
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Posted:
    """A row of the outbox, unpacked."""

    row: outbox.OutboxRow
    outgoing: Outgoing

    @property
    def text(self) -> str:
        assert isinstance(self.outgoing, Message)
        return self.outgoing.text


def settings_for(**care: object) -> Settings:
    return Settings(
        programme=Programme(name="Example Programme", timezone="Europe/Oslo", country="ZA"),
        slack=Slack(bot_token=SecretStr("xoxb-x"), app_token=SecretStr("xapp-x"), escalation_channel=CHANNEL),
        safeguarding=Safeguarding.model_validate(care),
    )


class Office:
    """Everything a test does goes through here, each deed in a transaction of its own."""

    def __init__(self, now: datetime = TUESDAY, **care: object) -> None:
        self.now = now
        self.settings = settings_for(**care)
        self.vault = Vault([Fernet.generate_key()])
        self.engine = connect("sqlite://")
        finalize(self, self.engine.dispose)
        SQLModel.metadata.create_all(self.engine)
        with self.work() as uow:
            for person in PEOPLE:
                row = person.model_dump() | {"data_key": self.vault.new_key()}
                uow.db.execute(table(Person).insert().values(**row))
            placement = Placement(person_id="s1", host=HOST, coordinator_id="c1", country="ZA")
            uow.db.execute(table(Placement).insert().values(**placement.model_dump()))
            account = Account(platform="telegram", user="9", chat="900", person_id="s1", seen_at=now)
            uow.db.execute(table(Account).insert().values(**account.model_dump()))

    @contextmanager
    def work(self) -> Iterator[UnitOfWork]:
        with unit_of_work(self.engine, self.vault, self.now) as uow:
            yield uow

    @contextmanager
    def student(self) -> Iterator[Context]:
        with self.work() as uow:
            yield Context(uow, self.settings, self.person(uow, "s1"))

    def person(self, uow: UnitOfWork, person_id: str) -> Person:
        found = find_person(uow.db, person_id)
        assert found is not None
        return found

    def later(self, **by: float) -> None:
        self.now += timedelta(**by)

    def change(self, person_id: str, **columns: object) -> None:
        with self.work() as uow:
            change_person(uow.db, person_id, **columns)

    def forget_account(self) -> None:
        with self.work() as uow:
            uow.db.execute(table(Account).update().values(unreachable_at=self.now))

    def hear(
        self, severity: Severity, topic: str = "workload", *, restricted: bool = False, words: str = WORDS,
        kind: str = "words", source: str = "checkin",
    ) -> int:  # fmt: skip
        with self.student() as context:
            case = hear(context, Concern(topic, severity, restricted, source, ((kind, words, "some_flag"),)))
        assert case.id is not None
        return case.id

    def write(self, case: int, words: str = WORDS, kind: str = "words") -> None:
        with self.student() as context:
            found = find_case(context.uow.db, case)
            assert found is not None
            add_words(context, found, kind, words, "message")

    def press(self, staff: str, verb: str, case: int, **fields: str) -> View | None:
        with self.work() as uow:
            return act(uow, self.settings, self.person(uow, staff), Pressed(verb, case, fields))

    def reply(self, staff: str, case: int, words: str) -> View | None:
        preview = self.press(staff, "reply_preview", case, words=words)
        assert preview is not None
        return self.press(staff, "reply_send", case, words=words, **preview.kept)

    def tick(self) -> int:
        with self.work() as uow:
            return page_due(uow, self.settings) + climb_due(uow, self.settings)

    def case(self, case: int) -> Case:
        with self.work() as uow:
            found = find_case(uow.db, case)
        assert found is not None
        return found

    def cases(self) -> list[Case]:
        with self.work() as uow:
            return cases_of(uow.db, "s1")

    def changes(self, case: int) -> list[CaseChange]:
        with self.work() as uow:
            return changes_of(uow.db, [case])

    def done(self, case: int) -> list[str]:
        return [change.what for change in self.changes(case)]

    def lines(self, case: int) -> list[CaseLine]:
        with self.work() as uow:
            return lines_of(uow.db, [case])

    def said(self, case: int) -> list[str]:
        with self.work() as uow:
            student = self.person(uow, "s1")
            return [uow.open(student, line.body) for line in lines_of(uow.db, [case])]

    def posted(self) -> list[Posted]:
        """Everything on its way, opened, the oldest first."""
        with self.work() as uow:
            rows = uow.db.execute(outbox.OUTBOX.select().order_by(outbox.OUTBOX.c.id))
            found = [read(outbox.OutboxRow, row._mapping) for row in rows]
            student = self.person(uow, "s1")
            return [
                Posted(row, unpack(uow.open(student, row.packed) if row.person_id else row.packed)) for row in found
            ]

    def packed_for_team(self) -> list[str]:
        """What goes to the team, as it lies in the outbox."""
        with self.work() as uow:
            rows = uow.db.execute(outbox.OUTBOX.select().where(outbox.OUTBOX.c.chat != "900"))
            return [row.packed for row in rows]

    def times_told(self) -> int:
        """How many messages she was sent; apologies apart, which are taken back when somebody acts."""
        with self.work() as uow:
            hers = (outbox.OUTBOX.c.chat == "900", outbox.OUTBOX.c.key.not_like("late:%"))
            return len(uow.db.execute(outbox.OUTBOX.select().where(*hers)).all())

    def to_student(self) -> list[str]:
        return [each.text for each in self.posted() if each.row.chat == "900"]

    def to(self, person_id: str) -> list[str]:
        chat = next(person.slack_id for person in PEOPLE if person.id == person_id)
        found = [each for each in self.posted() if each.row.chat == chat]
        return [each.text for each in found if isinstance(each.outgoing, Message)]

    def log(self, case: int) -> list[str]:
        return [each.text for each in self.posted() if each.row.thread_key == f"card:{case}"]

    def cards(self, case: int) -> list[Card]:
        found = [each.outgoing for each in self.posted() if each.row.key == f"card:{case}"]
        return [card for card in found if isinstance(card, Card)]

    def card(self, case: int) -> Card:
        return self.cards(case)[-1]

    def die(self, *, key: str = "", chat: str = "") -> outbox.OutboxRow:
        """The newest row of this key or chat could not be sent."""
        rows = [each.row for each in self.posted()]
        return self.give_up(next(row for row in reversed(rows) if (row.key == key if key else row.chat == chat)))

    def give_up(self, row: outbox.OutboxRow) -> outbox.OutboxRow:
        """This row could not be sent."""
        with self.work() as uow:
            outbox.give_up(uow.db, row.id or 0, "refused")
        return row


def labels(card: Card) -> list[str]:
    """The words on a card's buttons."""
    return [button.label for button in card.buttons]


def shown(view: View | None) -> str:
    """Everything a view says, for looking into."""
    assert view is not None
    fields = [
        part for each in view.fields for part in (each.label, each.initial, *(label for _, label in each.options))
    ]
    passages = [part for each in view.passages for part in (each.heading, each.text)]
    return "\n".join((view.title, view.error, *passages, *fields, *(label for _, label in view.buttons)))
