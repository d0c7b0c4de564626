"""A student with everything that can be kept about her."""

from dataclasses import dataclass

import orjson
import pytest
from sqlalchemy import Connection, select, text
from sqlmodel import SQLModel

from bot.config import Settings
from bot.facts.context import Context
from bot.words.outgoing import Document, Message, Outgoing, pack, unpack
from flows.catalogue import CATALOGUE
from flows.steps import to_json
from storage import consent, conversations, goals, outbox, people, roster
from storage.cases import Case, CaseLine, add_line, note_change, open_case
from storage.conversations import Conversation
from storage.mentoring_profiles import MentoringProfile, put_profiles
from storage.outbox import OUTBOX
from storage.people import Account, Person
from storage.unit_of_work import UnitOfWork
from tests.conftest import Work

CHECKIN = next(flow for flow in CATALOGUE if flow.id == "checkin")
SECRET = "sentinel words of hers"


@dataclass
class Student:
    """Example Student One, seen from the database."""

    work: Work
    settings: Settings

    def context(self, uow: UnitOfWork) -> Context:
        person = people.find_person(uow.db, "s1")
        assert person is not None
        return Context(uow, self.settings, person)

    def account(self, uow: UnitOfWork) -> Account:
        return people.accounts_of(uow.db, "s1")[0]

    def open_case(self, *, restricted: bool, topic: str = "safety") -> int:
        with self.work() as uow:
            return case_about(uow, restricted=restricted, topic=topic)

    def sent(self) -> list[Outgoing]:
        """What is on its way, opened as delivery does."""
        with self.work() as uow:
            rows = uow.db.execute(select(OUTBOX).where(OUTBOX.c.status == "pending").order_by(OUTBOX.c.id)).all()
            person = people.find_person(uow.db, "s1")
            assert person is not None
            opened = [uow.open(person, row.packed) if row.person_id else row.packed for row in rows]
            return [unpack(packed) for packed in opened if packed]

    def last_text(self) -> str:
        message = self.sent()[-1]
        assert isinstance(message, Message)
        return message.text

    def document(self) -> Document:
        document = self.sent()[-1]
        assert isinstance(document, Document)
        return document


def case_about(uow: UnitOfWork, *, restricted: bool, topic: str) -> int:
    """A case with what she said, what staff noted for themselves, and an opening."""
    person = people.find_person(uow.db, "s1")
    assert person is not None
    case = open_case(uow.db, Case(
        person_id="s1", topic=topic, severity=3, restricted=restricted, opened_at=uow.now, deadline_at=uow.now,
    ))  # fmt: skip
    assert case.id is not None
    for kind, words, marks in (("words", SECRET, "en.violence.hit"), ("note", "sentinel note of staff", "")):
        line = CaseLine(case_id=case.id, at=uow.now, kind=kind, marks=marks, body=uow.seal(person, words))
        add_line(uow.db, line)
    note_change(uow.db, case.id, uow.now, "g1", "opened")
    return case.id


@pytest.fixture
def student(work: Work, settings: Settings) -> Student:
    with work() as uow:
        for person_id, name, role in (
            ("s1", "Example Student One", "student"),
            ("g1", "Example Guard", "safeguarding"),
        ):
            roster.add_person(uow.db, {
                "id": person_id, "name": name, "role": role, "email": f"{person_id}@example.org",
                "timezone": "Europe/Oslo", "data_key": uow.vault.new_key(), "consented_at": uow.now,
            })  # fmt: skip
        roster.add_placement(uow.db, {"person_id": "s1", "host": "Example Host Ltd", "next_checkin_at": uow.now})
        people.link(uow.db, "telegram", "17", "17", "s1", uow.now)
        people.invite(uow.db, "hash", "s1", uow.now)
        person = people.find_person(uow.db, "s1")
        assert person is not None
        consent.give(uow.db, "s1", "revision1", "en", "telegram", uow.now)
        goal = goals.add_goal(uow.db, "s1", uow.seal(person, "sentinel goal"), uow.now)
        goals.change_goal(uow.db, goal, plan=uow.seal(person, "sentinel plan"))
        goals.note_version(uow.db, goals.GoalVersion(
            goal_id=goal, person_id="s1", at=uow.now, what="shrunk", why="too_big",
            words=uow.seal(person, "sentinel version"),
        ))  # fmt: skip
        put_profiles(uow.db, [MentoringProfile(
            person_id="s1", side="mentee", topics=["career"], skills=["sentinel skill"], gender="sentinel gender",
            apart_from=["sentinel other"], waiting_since=uow.now,
        )])  # fmt: skip
        _talk(uow, person)
        waiting = {"lane": "telegram", "chat": "17", "priority": outbox.Priority.PROMPT, "person_id": "s1"}
        outbox.add(uow.db, [{**waiting, "packed": uow.seal(person, pack(Message("waiting"))), "created_at": uow.now}])
    return Student(work, settings)


def _talk(uow: UnitOfWork, person: Person) -> None:
    body = orjson.dumps(to_json(CHECKIN)).decode()
    conversations.remember_script(uow.db, CHECKIN.revision, "checkin", body)
    answers = {"start": "start", "mood": 2, "tell": uow.seal(person, SECRET), "workload": None}
    conversations.start(uow.db, Conversation(
        person_id="s1", flow="checkin", revision=CHECKIN.revision, step="safe", opened_at=uow.now, touched_at=uow.now,
        answers=orjson.dumps(answers).decode(), progress=orjson.dumps({"flags": ["sentinel_flag"]}).decode(),
    ))  # fmt: skip


def everything_in(db: Connection) -> str:
    """Every row of every table, as one text."""
    tables = SQLModel.metadata.sorted_tables
    return "\n".join(str(tuple(row)) for table in tables for row in db.execute(text(f'SELECT * FROM "{table.name}"')))
