"""The menu is short, has two parts, and shows only what exists; everything on it can be typed."""

import pytest

from tests.conftest import Work
from tests.intake.chatting import Chat
from tests.intake.small_flows import NAMES, ChatWithAll, ChatWithFew

MAIN = [
    "Check-in", "Report a problem", "Goals and learning", "Practical things", "Contact me", "My cases", "My data",
    "Language", "Help", "Urgent help",
]  # fmt: skip
LEARNING = ["My goals", "Self-assessment", "My highlights", "Mentor", "Everything I can do"]
EVERYDAY = [
    "Housing, travel, money, papers", "Remote work and equipment", "Culture and language", "My time for questions",
    "Find help", "Days away", "Pause check-ins", "Everything I can do",
]  # fmt: skip
BY_COMMAND = {"safety": "unsafe_work", "pay": "wages", "practical": "logistics"}


@pytest.fixture
def chat(work: Work) -> Chat:
    return ChatWithAll(work)


@pytest.fixture
def few(work: Work) -> Chat:
    return ChatWithFew(work)


def test_the_menu_and_its_two_parts(chat: Chat) -> None:
    chat.say("menu")
    assert list(chat.buttons) == MAIN
    chat.tap("Goals and learning")
    assert list(chat.buttons) == LEARNING
    chat.tap("Everything I can do")
    chat.tap("Practical things")
    assert list(chat.buttons) == EVERYDAY


def test_only_what_exists_is_shown(few: Chat) -> None:
    few.say("menu")
    assert list(few.buttons) == MAIN
    few.tap("Goals and learning")
    assert list(few.buttons) == ["Self-assessment", "Everything I can do"]
    few.tap("Everything I can do")
    few.tap("Practical things")
    assert list(few.buttons) == ["My time for questions", "Days away", "Pause check-ins", "Everything I can do"]


@pytest.mark.parametrize("conversation", NAMES)
def test_each_conversation_is_opened_by_its_command_its_id_and_its_word(chat: Chat, conversation: str) -> None:
    command = next((word for word, opened in BY_COMMAND.items() if opened == conversation), conversation)
    for typed in (f"/{command}", f"/{conversation}", command, conversation.upper()):
        assert f"Shall we talk about {conversation}?" in chat.say(typed), typed
        chat.say("quit")


@pytest.mark.parametrize(
    ("typed", "conversation"),
    [("lønn", "wages"), ("/mål", "goals"), ("Arbeidsmengde!", "workload"), ("hjemmekontor", "remote"),
     ("bolig, reise, penger, papirer", "logistics"), ("Finn hjelp", "resources")],
)  # fmt: skip
def test_norwegian_words_open_them_too(chat: Chat, typed: str, conversation: str) -> None:
    assert f"Shall we talk about {conversation}?" in chat.say(typed)


def test_what_does_not_exist_is_said_to_be_missing_and_a_person_is_named(few: Chat) -> None:
    answer = few.say("/goals")
    assert answer.startswith("I cannot help with that yet, but a person can: choose Contact me.")
    assert "Contact me" in few.buttons


@pytest.mark.parametrize(("typed", "labels"), [("Goals and learning", LEARNING), ("praktiske ting", EVERYDAY)])
def test_a_part_of_the_menu_can_be_typed(chat: Chat, typed: str, labels: list[str]) -> None:
    chat.say(typed)
    assert list(chat.buttons) == labels


def test_a_word_that_answers_the_question_is_its_answer_and_the_slash_calls_the_command(chat: Chat) -> None:
    chat.say("checkin", "start", "4", "about right", "yes", "yes")
    assert "Shall we talk about unsafe_work?" not in chat.say("safety")
    chat.say("back")
    assert "Shall we talk about unsafe_work?" in chat.say("/safety")


def test_a_word_that_answers_nothing_calls_the_command_in_the_middle_of_a_talk(chat: Chat) -> None:
    chat.say("checkin", "start")
    assert "Shall we talk about goals?" in chat.say("goals")
    assert "How have the last two weeks been?" in chat.say("yes")


def test_a_single_word_is_an_answer_where_words_are_asked_for(chat: Chat) -> None:
    chat.say("human", "write to me", "no")
    assert "Shall we talk about wages?" not in chat.say("pay")


def test_help_teaches_the_words_for_what_there_is(chat: Chat) -> None:
    assert "**pay** – Pay, hours, contract" in chat.say("help")


def test_help_teaches_no_word_for_what_does_not_exist(few: Chat) -> None:
    told = few.say("help")
    assert "**assessment** – " in told
    assert "**pay**" not in told


def test_a_problem_can_be_about_culture_too(chat: Chat) -> None:
    chat.say("problem")
    assert "Shall we talk about culture?" in chat.tap("Culture or language")


def test_privacy_is_a_conversation_where_that_exists(chat: Chat) -> None:
    assert "[Get a copy of my data]" in chat.say("/privacy")
