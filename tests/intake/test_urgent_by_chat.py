"""A cry for help, from a button, a word, or in the middle of something else."""

from bot.intake.inbound import Kind
from flows.severity import Severity
from storage.cases import cases_of
from tests.intake.chatting import Chat

EMERGENCY = "I want to kill myself"


def severities(chat: Chat) -> list[int]:
    """How serious her cases are."""
    with chat.work() as uow:
        return [case.severity for case in cases_of(uow.db, "s1")]


def test_urgent_help_is_one_word_away_and_shows_the_numbers_first(chat: Chat) -> None:
    card = chat.say("urgent")
    assert card.startswith("I am an automated assistant")
    assert "113" in card
    assert "116 123" in card
    assert severities(chat) == [Severity.URGENT]


def test_yes_to_danger_pages_at_once(chat: Chat) -> None:
    chat.say("hjelp nå", "Yes")
    assert severities(chat) == [Severity.EMERGENCY]
    assert "CALL NOW" in chat.cards()[-1].title


def test_words_of_suicide_outside_any_talk_open_urgent_help_and_never_a_menu(chat: Chat) -> None:
    answer = chat.say(EMERGENCY)
    assert "I am not sure" not in answer
    assert "call 113 now" in answer
    assert severities(chat) == [Severity.EMERGENCY]


def test_words_of_suicide_inside_a_check_in_keep_the_answer_and_interrupt_it(chat: Chat) -> None:
    chat.say("checkin", "start", "3", "about right", "yes", "4", "yes", "3", "nothing")
    answer = chat.say(EMERGENCY)
    assert "call 113 now" in answer
    assert "Anything you want a person to know" not in answer
    assert "Continue: Check-in" in chat.say("menu")
    assert "Anything you want a person to know" in chat.tap("Continue: Check-in")


def test_words_of_suicide_typed_at_a_scale_are_heard_too(chat: Chat) -> None:
    chat.say("checkin", "start")
    assert "call 113 now" in chat.say(EMERGENCY)
    assert severities(chat) == [Severity.EMERGENCY]


def test_the_same_card_is_not_sent_twice_in_ten_minutes(chat: Chat) -> None:
    first = chat.say(EMERGENCY)
    chat.say("No", "skip")
    second = chat.say(EMERGENCY)
    assert first.split("\n")[0] not in second
    assert "113" in second


def test_a_cheerful_line_never_follows_a_cry_for_help(chat: Chat) -> None:
    chat.say("checkin", "start", "5", "about right", "yes", "yes", "other")
    chat.say("done", "skip")
    said = "\n".join(chat.transcript)
    chat.say(EMERGENCY)
    after = "\n".join(chat.transcript)[len(said) :]
    assert "Small idea" not in after
    assert "nothing flagged" not in after


def test_a_voice_message_in_urgent_help_reaches_the_case(chat: Chat) -> None:
    chat.say("urgent")
    chat.receive(chat.event(Kind.MEDIA, media="voice"))
    assert "is being told that you wrote" in chat.transcript[-1]


def test_help_comes_before_consent(newcomer: Chat) -> None:
    assert "113" in newcomer.say(EMERGENCY)
    assert severities(newcomer) == [Severity.EMERGENCY]


def test_an_edited_message_is_heard_as_well(chat: Chat) -> None:
    chat.receive(chat.event(Kind.EDITED, text=EMERGENCY, ref="9"))
    assert severities(chat) == [Severity.EMERGENCY]


def test_what_she_writes_goes_to_nobody_but_safeguarding(chat: Chat) -> None:
    chat.say("my supervisor touched me and would not stop")
    (card,) = chat.cards()
    shown = repr(chat.desk)
    assert "touched" not in shown
    assert "Example Student" not in shown
    assert "Example Host" not in shown
    refused = chat.act("open", 1, by="UC1").view
    assert refused is not None
    assert "touched" not in repr(refused)
    opened = chat.act("open", 1, by="UG1").view
    assert opened is not None
    assert "touched" in repr(opened)
    assert card.buttons


def test_whatever_she_writes_in_urgent_help_is_kept_and_never_misunderstood(chat: Chat) -> None:
    chat.say("urgent")
    answer = chat.say("everything is going wrong since monday")
    assert answer.startswith("I am still here.")
    assert "I did not understand" not in answer
    page = chat.act("open", 1, by="UG1").view
    assert "everything is going wrong since monday" in repr(page)


def test_after_urgent_help_she_is_never_sent_to_a_menu_for_writing_on(chat: Chat) -> None:
    chat.say("urgent", "Yes", "Write here", "Someone to talk to")
    first, second = chat.say("it is dark here"), chat.say("nobody comes")
    assert "I am not sure" not in first + second
    assert first != second
    page = chat.act("open", 1, by="UG1").view
    assert "nobody comes" in repr(page)
