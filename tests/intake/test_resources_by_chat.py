"""Resources in the chat: found by a word in either language, and a person where nothing helped."""

from bot.facts.context import Context
from bot.intake.talk import opening
from bot.intake.talk.session import Session
from bot.words.outgoing import Message
from storage.cases import cases_of
from tests.intake.chatting import SETTINGS, Chat


def begin(chat: Chat, flow: str = "resources") -> None:
    with chat.work() as uow:
        opening.open_talk(Session(Context(uow, SETTINGS, chat.student(uow)), chat.house().scripts, None), flow)
    chat.deliver()


def test_a_word_and_a_place_find_it_and_what_did_not_help_goes_to_a_person(chat: Chat) -> None:
    begin(chat)
    chat.tap("I write a word")
    answer = chat.say("rent a room in oslo")
    assert "**Before you pay for a room**" in answer
    assert answer.endswith("[Urgent help]")
    chat.say("no", "yes", "a room from January")
    assert "will read this by" in chat.transcript[-1]
    with chat.work() as uow:
        (case,) = cases_of(uow.db, "s1")
    assert (case.topic, case.restricted, case.severity) == ("practical", False, 2)


def test_in_norwegian(chat: Chat) -> None:
    chat.say("/language", "norsk bokmål")
    begin(chat)
    assert "**Passet er ditt**" in chat.say("jeg skriver et ord", "passet mitt")


def test_a_word_that_is_a_cry_for_help_is_answered_as_one(chat: Chat) -> None:
    begin(chat)
    chat.tap("I write a word")
    assert "call 113 now" in chat.say("I want to die")


def test_a_coordinator_reads_which_resources_must_be_looked_at(chat: Chat) -> None:
    from bot.intake.inbound import Inbound, Kind

    chat.receive(Inbound("slack", "e900", Kind.TEXT, user="UC1", chat="UC1", text="resources"))
    shown = [each.text for each in chat.desk if isinstance(each, Message)]
    assert any("Acas: nobody has checked it yet" in text for text in shown)


def test_the_privacy_talk_opens_the_file_of_her_data(chat: Chat) -> None:
    begin(chat, "privacy")
    assert "file with everything" in chat.tap("Get a copy of my data")
