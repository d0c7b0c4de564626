from dataclasses import dataclass
from typing import Any

import orjson
import pytest
from sqlalchemy import select

from bot.config import Settings
from bot.facts.context import Context
from bot.intake.scripts import Scripts
from bot.intake.talk import opening
from bot.intake.talk.recalling import recall
from bot.intake.talk.session import Session
from bot.words.outgoing import Message, unpack
from flows.language import Talk, conversation
from storage import conversations, people, roster
from storage.cases import unresolved_of
from storage.conversations import CONVERSATION, Conversation
from storage.outbox import OUTBOX
from storage.unit_of_work import UnitOfWork
from tests.conftest import Work


@conversation("example", title="Example", expires_after_days=5)
def before(talk: Talk) -> None:
    """The harmful revision."""
    talk.yes_no("first", "First question?")
    talk.choice("place", "Which place?", {"office": "Office", "harmful": "A harmful option"})
    talk.text("words", "In your words?", limit=200)
    talk.yes_no("harmful", "A harmful question?")


@conversation("example", title="Example", expires_after_days=5)
def after(talk: Talk) -> None:
    """Today's: without the harm, and with a flag of its own."""
    first = talk.yes_no("first", "First question?")
    talk.flag("said_no", first.is_no, severity="attention", topic="practical")
    talk.choice("place", "Which place?", {"office": "Office", "home": "Home"})
    talk.text("words", "In your words?", limit=200)
    talk.yes_no("kind", "A kind question?")
    talk.say("thanks", "Thank you.")


@dataclass
class House:
    work: Work
    settings: Settings

    def begin(self, answers: dict[str, Any], step: str, status: str = "open", raised: tuple[str, ...] = ()) -> None:
        """A talk on the old revision; words are sealed."""
        with self.work() as uow:
            Scripts([before]).remember(uow)
            person = people.find_person(uow.db, "1")
            assert person is not None
            kept = {key: uow.seal(person, value) if key == "words" else value for key, value in answers.items()}
            conversations.start(uow.db, Conversation(
                person_id="1", flow=before.id, revision=before.revision, step=step, status=status, opened_at=uow.now,
                touched_at=uow.now, answers=orjson.dumps(kept).decode(),
                progress=orjson.dumps({"flags": raised}).decode(),
            ))  # fmt: skip

    def recall(self) -> int:
        with self.work() as uow:
            return recall(uow, self.settings, Scripts([after]), before.revision)

    def talk(self) -> Conversation:
        with self.work() as uow:
            row = uow.db.execute(select(CONVERSATION)).one()
            return Conversation(**row._mapping)

    def cases(self) -> list[str]:
        """The topics of her cases."""
        with self.work() as uow:
            return [case.topic for case in unresolved_of(uow.db, "1")]

    def told(self) -> list[str]:
        """What she is told, in order."""
        with self.work() as uow:
            return [text_of(uow, row.packed) for row in uow.db.execute(select(OUTBOX).order_by(OUTBOX.c.id))]


def text_of(uow: UnitOfWork, packed: str) -> str:
    person = people.find_person(uow.db, "1")
    assert person is not None
    message = unpack(uow.open(person, packed))
    assert isinstance(message, Message)
    return message.text


@pytest.fixture
def house(work: Work, settings: Settings) -> House:
    with work() as uow:
        key = uow.vault.new_key()
        roster.add_person(uow.db, {"id": "1", "name": "Example Student", "role": "student", "data_key": key})
        people.link(uow.db, "telegram", "5", "5", "1", uow.now)
        Scripts([after]).remember(uow)
    return House(work, settings)


def test_she_is_told_and_asked_the_first_question_that_is_unanswered(house: House) -> None:
    house.begin({"first": "yes", "place": "office", "words": "hers"}, "harmful")
    assert house.recall() == 1
    told, asked = house.told()
    assert told.startswith("This conversation was changed while you were in it.")
    assert "A kind question?" in asked
    assert (house.talk().revision, house.talk().step) == (after.revision, "kind")


def test_her_answers_survive_and_her_words_stay_readable(house: House) -> None:
    house.begin({"first": "yes", "place": "office", "words": "hers"}, "harmful")
    house.recall()
    answers = orjson.loads(house.talk().answers)
    assert (answers["first"], answers["place"]) == ("yes", "office")
    with house.work() as uow:
        person = people.find_person(uow.db, "1")
        assert person is not None
        assert uow.open(person, answers["words"]) == "hers"


def test_an_answer_whose_option_is_gone_is_asked_for_again(house: House) -> None:
    house.begin({"first": "yes", "place": "harmful", "words": "hers"}, "harmful")
    house.recall()
    assert house.talk().step == "place"
    assert "Which place?" in house.told()[-1]


def test_a_skipped_question_stays_skipped(house: House) -> None:
    house.begin({"first": "yes", "place": None}, "words")
    house.recall()
    assert house.talk().step == "words"


def test_a_flag_that_only_todays_script_has_is_raised_and_heard(house: House) -> None:
    house.begin({"first": "no"}, "place")
    house.recall()
    assert orjson.loads(house.talk().progress)["flags"] == ["said_no"]
    assert house.cases() == ["practical"]


def test_a_flag_that_was_heard_before_is_not_heard_twice(house: House) -> None:
    house.begin({"first": "no"}, "place", raised=("said_no",))
    house.recall()
    assert orjson.loads(house.talk().progress)["flags"] == ["said_no"]
    assert house.cases() == []


def test_a_talk_that_waits_its_turn_moves_without_a_word(house: House) -> None:
    house.begin({"first": "yes"}, "place", status="waiting")
    assert house.recall() == 1
    assert house.told() == []
    assert (house.talk().status, house.talk().step) == ("waiting", "place")
    with house.work() as uow:
        person = people.find_person(uow.db, "1")
        assert person is not None
        session = Session(Context(uow, house.settings, person), Scripts([after]), people.accounts_of(uow.db, "1")[0])
        assert opening.resume_waiting(session)
    assert "Which place?" in house.told()[-1]


def test_a_conversation_that_no_longer_exists_ends_with_its_answers_kept(house: House) -> None:
    house.begin({"first": "yes"}, "place")
    with house.work() as uow:
        assert recall(uow, house.settings, Scripts([]), before.revision) == 1
    assert (house.talk().status, orjson.loads(house.talk().answers)) == ("stopped", {"first": "yes"})


def test_a_second_recall_moves_nobody(house: House) -> None:
    house.begin({"first": "yes"}, "place")
    assert (house.recall(), house.recall()) == (1, 0)
