"""The check-in as she meets it."""

from bot.intake.inbound import Kind
from flows.severity import Severity
from storage.cases import cases_of
from storage.conversations import all_of
from tests.intake.chatting import Chat

FAST = ("checkin", "start", "4", "about right", "yes", "yes", "nothing")


def test_a_good_fortnight_takes_six_answers_and_opens_no_case(chat: Chat) -> None:
    last = chat.say(*FAST)
    assert "Thank you. Noted, nothing flagged." in last
    assert chat.cards() == []


def test_every_button_can_be_typed_in_either_language(chat: Chat) -> None:
    chat.say("statussjekk", "start", "fire", "Passe", "ja", "Ja")
    assert "nothing flagged" in chat.say("Ingenting")


def test_a_no_to_the_safety_question_is_heard_even_when_she_walks_away(chat: Chat) -> None:
    chat.say("checkin", "start", "3", "about right", "yes", "4", "no")
    (card,) = chat.cards()
    assert "URGENT" in card.title
    with chat.work() as uow:
        (case,) = cases_of(uow.db, "s1")
        assert (case.severity, case.topic, case.restricted) == (Severity.URGENT, "safety", True)


def test_an_event_that_is_delivered_twice_is_one_answer(chat: Chat) -> None:
    chat.say("checkin", "start")
    event = chat.event(Kind.TEXT, text="2")
    assert not chat.receive(event).repeated
    before = list(chat.transcript)
    assert chat.receive(event).repeated
    assert chat.transcript == before
    assert len(chat.cards()) == 1


def test_a_second_tap_on_the_same_answer_changes_nothing_and_says_so(chat: Chat) -> None:
    chat.say("checkin")
    chat.tap("Start")
    four = chat.buttons["4"]
    chat.tap("4")
    before = list(chat.transcript)
    chat.press(four)
    assert chat.toast == "Already noted."
    assert chat.transcript == [*before, "> an old button"]


def test_a_button_from_an_earlier_question_shows_where_she_is(chat: Chat) -> None:
    chat.say("checkin")
    chat.tap("Start")
    five = chat.buttons["5"]
    chat.tap("4")
    assert chat.press(five).startswith("This question is closed. Here is where you are.\n\nHow much work do you have?")


def test_another_persons_button_does_nothing_to_her(chat: Chat) -> None:
    chat.say("checkin")
    foreign = chat.buttons["Start"].replace("a|1|", "a|zz|")
    assert "This question is closed" in chat.press(foreign)


def test_back_takes_the_last_answer_away_and_the_flag_stays(chat: Chat) -> None:
    chat.say("checkin", "start", "1")
    assert "How have the last two weeks been?" in chat.say("back")
    chat.say("5", "about right", "yes", "yes", "nothing")
    assert len(chat.cards()) == 1


def test_several_reasons_are_ticked_one_by_one_and_sent_with_done(chat: Chat) -> None:
    chat.say("checkin", "start", "4", "about right", "yes", "yes")
    chat.tap("Someone I work with")
    assert "✓ Someone I work with" in chat.buttons
    chat.tap("Other")
    assert "Shall we look at what is difficult with the person you work with?" in chat.tap("Done")
    assert "about how things are done here?" in chat.tap("No")
    assert "Shall a person contact you about what you told me?" in chat.tap("No")


def test_words_that_are_no_answer_keep_the_question_and_lose_nothing(chat: Chat) -> None:
    chat.say("checkin", "start")
    asked = chat.say("it was somewhere between fine and not")
    assert "choose a number from 1" in asked
    assert "How have the last two weeks been?" in asked


def test_save_for_later_keeps_the_answers_and_menu_goes_on(chat: Chat) -> None:
    chat.say("checkin", "start", "4")
    assert "Saved." in chat.say("later")
    assert "[Continue: Check-in]" in chat.say("menu")
    assert "How much work do you have?" in chat.tap("Continue: Check-in")


def test_a_very_long_answer_is_kept_whole_and_she_is_told(chat: Chat) -> None:
    chat.say("checkin", "start", "3", "about right", "yes", "4", "yes", "3", "nothing")
    words = "ordinary day " * 600
    assert "I have kept all of it" in chat.say(words)
    with chat.work() as uow:
        assert len(all_of(uow.db, "s1")[0].answers) > len(words)
