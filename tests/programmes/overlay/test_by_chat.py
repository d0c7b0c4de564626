"""A programme's own words as a student meets them."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from sqlalchemy import Engine

from bot.facts.context import Context
from bot.intake.receive import House
from bot.intake.scripts import Scripts
from bot.privacy.record import record_of
from bot.programmes.overlay import read_overlay
from bot.programmes.overlay.catalogue import overlay
from flows.catalogue import CATALOGUE
from flows.known_facts import ROTATING_ITEMS
from flows.steps import Flow
from storage import people
from storage.people import Placement
from tests.conftest import Work
from tests.intake.chatting import SETTINGS, Chat

GOOD = Path(__file__).parent / "good_overlay.toml"


class ProgrammeChat(Chat):
    """A student of a programme with an overlay; `running` is the program as it was started."""

    running: ClassVar[House]

    @staticmethod
    def house() -> House:
        return ProgrammeChat.running

    def placement(self) -> Placement:
        with self.work() as uow:
            found = people.placement_of(uow.db, "s1")
        assert found is not None
        return found


Start = Callable[[Iterable[Flow]], None]


@pytest.fixture
def engine(sqlite_engine: Engine) -> Engine:
    """One kind of database is enough: an overlay asks it nothing."""
    return sqlite_engine


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Start:
    """Start the program on these conversations."""
    return lambda flows: monkeypatch.setattr(ProgrammeChat, "running", House(SETTINGS, Scripts(flows)), raising=False)


@pytest.fixture(scope="module")
def good() -> tuple[Flow, ...]:
    return read_overlay(GOOD).flows


@pytest.fixture(autouse=True)
def overlaid(good: tuple[Flow, ...], start: Start) -> None:
    start(good)


def test_she_reads_the_programmes_words_and_what_she_answers_is_kept(work: Work) -> None:
    chat = ProgrammeChat(work)
    assert "How have the last four weeks been?\n\n1 – Very hard · 5 – Brilliant" in chat.say("checkin", "start")
    assert "[More or less]" in chat.say("5", "about right")
    assert "How is the canteen, Example?\n\n1 – Awful · 5 – Lovely" in chat.say(
        "more or less", "4", "yes", "4", "nothing"
    )
    assert "Who do you have lunch with?" in chat.say("2")
    assert [card.fallback for card in chat.cards()] != []
    assert "[Yes] [No] [Not sure]" in chat.say("Other people")
    chat.say("not sure", "laptop, phone", "3", "2026-12-01", "Some cake")
    with work() as uow:
        answers = record_of(Context(uow, SETTINGS, chat.student(uow)))["conversations"][0]["answers"]
    told = {answer["question"]: answer["answer"] for answer in answers}
    assert told["How is the canteen, Example?"] == "2"
    assert told["Who do you have lunch with?"] == "Other people"
    assert told["Which tools do you lack?"] == "A laptop, A phone"
    assert told["What should we bring?"] == "Some cake"


def test_she_reads_and_writes_them_in_norwegian(work: Work) -> None:
    chat = ProgrammeChat(work, language="nb")
    assert "Hvordan har de siste fire ukene vært?\n\n1 – Veldig tunge · 5 – Strålende" in chat.say("checkin", "start")
    chat.say("strålende", "passe", "sånn passe", "4", "ja", "4", "ingenting")
    assert "Hvordan er kantina, Example?" in chat.transcript[-1]
    assert "[Teamet mitt] [Andre] [Ingen]" in chat.say("elendig")
    assert "[Ja] [Nei] [Usikker]" in chat.say("andre")


def test_a_flag_of_the_programmes_own_becomes_a_case_at_once(work: Work) -> None:
    chat = ProgrammeChat(work)
    chat.say("checkin", "start", "3", "about right", "yes", "4", "yes", "4", "nothing", "4")
    assert chat.cards() == []
    chat.say("nobody")
    (card, *_) = chat.cards()
    assert "URGENT" in card.title
    assert "wellbeing" in card.title + str(card.fields)


def test_a_talk_goes_on_in_the_words_it_began_with_when_the_overlay_is_gone(work: Work, start: Start) -> None:
    chat = ProgrammeChat(work, language="nb")
    chat.say("checkin", "start", "3", "passe", "ja", "4", "ja", "4", "ingenting")
    start(CATALOGUE)
    with work() as uow:
        chat.house().scripts.remember(uow)
    assert "Hvem spiser du lunsj med?" in chat.say("herlig")
    assert "[Ja] [Nei] [Usikker]" in chat.say("teamet mitt")
    chat.say("ja", "ingen", "3", "hopp over", "hopp over")
    assert "Noe du vil at kontoret skal vite?" in chat.transcript[-1]
    chat.say("hopp over", "nei")
    assert "Takk. Neste kommer" in "\n".join(chat.transcript)
    assert "Hvordan har de siste to ukene vært?" in chat.say("statussjekk", "start")


def test_who_has_not_chosen_a_rhythm_has_the_programmes(work: Work) -> None:
    chat = ProgrammeChat(work, consented=False)
    agreed_at = _agree(chat)
    placement = chat.placement()
    assert placement.rhythm_days == 28
    assert placement.next_checkin_at is not None
    assert timedelta(days=9) < placement.next_checkin_at - agreed_at < timedelta(days=18)


def test_what_she_chooses_has_the_days_the_programme_gave_it(work: Work, start: Start) -> None:
    said = {"checkin": {"rhythms": {"monthly": 30}}}
    start(overlay(said, "overlay.toml").flows)
    chat = ProgrammeChat(work, consented=False)
    _agree(chat)
    assert chat.placement().rhythm_days == 14
    while "How often shall I check in" not in chat.transcript[-1]:
        chat.say("skip")
    chat.say("once a month")
    assert chat.placement().rhythm_days == 30


@pytest.mark.parametrize(("left", "asked"), [(["energy"], "I have energy left"), ([], "Is anything in the way?")])
def test_only_rotating_questions_that_are_left_take_their_turn(
    work: Work, start: Start, left: list[str], asked: str
) -> None:
    off = [item for item in ROTATING_ITEMS if item not in left]
    start(overlay({"checkin": {"off": off}}, "overlay.toml").flows)
    assert asked in ProgrammeChat(work).say("checkin", "start", "3", "about right", "yes", "4", "yes")


def _agree(chat: ProgrammeChat) -> datetime:
    chat.say("/start", "English", "I agree")
    with chat.work() as uow:
        return uow.now
