"""Words that act anywhere, and her rights."""

from datetime import date

import pytest

from bot.intake.inbound import Kind
from storage import people
from storage.conversations import all_of
from tests.intake.chatting import Chat


def person(chat: Chat) -> people.Person:
    with chat.work() as uow:
        found = people.find_person(uow.db, "s1")
        assert found is not None
        return found


@pytest.mark.parametrize("word", ["menu", "/menu", "meny", "Meny!", "/meny"])
def test_the_menu_by_any_name(chat: Chat, word: str) -> None:
    assert "What would you like to do?" in chat.say(word)


def test_words_that_mean_nothing_are_answered_with_a_question_and_the_menu_and_never_with_silence(chat: Chat) -> None:
    assert "I am not sure I understood. Is it one of these?" in chat.say("the weather is nice")
    assert "What would you like to do?" in chat.tap("Everything I can do")


def test_a_menu_in_the_middle_of_a_check_in_offers_to_go_on(chat: Chat) -> None:
    chat.say("checkin", "start")
    assert "[Continue: Check-in]" in chat.say("menu")


def test_language_changes_everything_from_the_next_line_on(chat: Chat) -> None:
    chat.say("language", "Norsk bokmål")
    assert "Hva vil du gjøre?" in chat.say("meny") or "[Statussjekk]" in chat.transcript[-1]


@pytest.mark.parametrize(
    ("media", "word"), [("photo", "picture"), ("voice", "voice"), ("sticker", "sticker"), ("poll", "words and buttons")]
)
def test_what_is_not_words_is_answered_kindly_and_the_question_asked_again(chat: Chat, media: str, word: str) -> None:
    chat.say("checkin", "start")
    chat.receive(chat.event(Kind.MEDIA, media=media))
    assert word in chat.transcript[-2]
    assert "How have the last two weeks been?" in chat.transcript[-1]


def test_words_under_a_picture_are_an_answer(chat: Chat) -> None:
    chat.say("checkin", "start")
    chat.receive(chat.event(Kind.MEDIA, media="photo", text="2"))
    assert len(chat.cards()) == 1


def test_stop_pauses_until_a_day(chat: Chat) -> None:
    chat.say("/stop", "Pause until a day")
    assert "No check-ins up to and including 1 February 2027" in chat.say("1 Feb 2027")
    assert person(chat).paused_until == date(2027, 2, 1)


def test_stop_for_good_is_kept_and_start_begins_again(chat: Chat) -> None:
    chat.say("/stop", "Stop for good")
    assert person(chat).stopped_at is not None
    assert "Welcome back" in "\n".join([chat.say("/start"), *chat.transcript])
    assert person(chat).stopped_at is None


def test_mydata_needs_a_second_yes_and_comes_as_a_file_here(chat: Chat) -> None:
    chat.say("checkin", "start", "4", "about right", "yes", "yes", "other", "done", "no", "skip", "proud of my parser")
    chat.say("quit")
    assert "Shall I send it?" in chat.say("/mydata")
    assert "Everything that is kept about you" in chat.say("yes")


def test_forget_deletes_what_she_told_and_says_so(chat: Chat) -> None:
    chat.say("checkin", "start", "4")
    chat.say("/forget")
    assert "I have deleted what you told me" in chat.say("Delete everything")
    assert person(chat).data_key is None
    with chat.work() as uow:
        assert all(talk.answers == "{}" for talk in all_of(uow.db, "s1"))
    assert "I do not know you yet" in chat.say("hello")


def test_forget_keeps_an_open_safety_case_and_says_why(chat: Chat) -> None:
    chat.say("checkin", "start", "3", "about right", "yes", "4", "no")
    chat.say("/forget")
    assert "except safety case 2026-0001" in chat.say("Delete everything")


def test_a_ten_thousand_character_message_outside_a_talk_is_heard(chat: Chat) -> None:
    words = "nothing much happened today. " * 350 + "I want to kill myself"
    assert "call 113 now" in chat.say(words)


def test_blocking_is_told_apart_from_silence(chat: Chat) -> None:
    chat.receive(chat.event(Kind.BLOCKED))
    assert "can no longer be reached on Telegram" in repr(chat.desk)
    with chat.work() as uow:
        (account,) = people.accounts_of(uow.db, "s1")
        assert account.unreachable_at is not None
    chat.receive(chat.event(Kind.UNBLOCKED))
    with chat.work() as uow:
        (account,) = people.accounts_of(uow.db, "s1")
        assert account.unreachable_at is None


@pytest.mark.parametrize(
    "words",
    [
        "je ne veux plus vivre",
        "我不想活了",
        "мне очень плохо на работе",
        "quiero morir",
        "Chcę popełnić samobójstwo",
    ],
)
def test_words_nobody_could_screen_go_to_a_person(chat: Chat, words: str) -> None:
    assert "I may not understand the language" in chat.say(words)
    assert len(chat.cards()) == 1


@pytest.mark.parametrize("words", ["Ola Nordmann, 99 88 77 66", "Sipho Dlamini 082 555 1234"])
def test_a_name_and_a_number_are_not_taken_for_a_foreign_language(newcomer: Chat, words: str) -> None:
    newcomer.say("/start", "English", "I agree", "Right", "yes", "paid", "skip", "skip", "yes", "no", "skip", "skip")
    newcomer.say("15:00")
    assert "You are set" in newcomer.say(words)
    assert newcomer.cards() == []
