"""Something comes in between: the first talk waits, and comes back with its question asked again."""

import pytest

from bot.intake.inbound import Kind
from bot.schedule.tick import tick
from storage import people
from storage.conversations import all_of
from tests.intake.chatting import Chat, Work
from tests.settable_clock import SettableClock

EMERGENCY = "I want to kill myself"
BACK = "We stopped at Check-in. There is no hurry. Here is the question again."
GENTLY = "You come first, and Check-in can wait."
SCALE = ("checkin", "start")
TO_THE_TEXT = ("checkin", "start", "3", "about right", "yes", "4", "yes", "3", "nothing")


def new(chat: Chat, before: int) -> str:
    return "\n".join(chat.transcript[before:])


def times(chat: Chat, words: str) -> int:
    return sum(line.count(words) for line in chat.transcript)


@pytest.mark.parametrize(
    ("walked", "question", "buttons"),
    [
        (SCALE, "How have the last two weeks been?", {"1", "5", "Save and finish later"}),
        ((*SCALE, "4"), "How much work do you have?", {"About right", "Back"}),
        (TO_THE_TEXT, "One thing you learned or are proud of?", {"Skip", "Save and finish later"}),
    ],
)
def test_after_a_call_for_help_the_question_comes_back_by_itself(
    chat: Chat, walked: tuple[str, ...], question: str, buttons: set[str]
) -> None:
    chat.say(*walked)
    chat.tap("Urgent help")
    last = chat.say("No", "skip")
    assert "I am still here." in last
    assert last.index("I am still here.") < last.index(BACK) < last.index(question)
    assert buttons <= set(chat.buttons)
    assert times(chat, BACK) == 1


def test_the_ticks_she_made_are_kept(chat: Chat) -> None:
    chat.say("checkin", "start", "4", "about right", "yes", "yes")
    chat.tap("Someone I work with")
    chat.say("/urgent", "No", "skip")
    assert "✓ Someone I work with" in chat.buttons
    chat.tap("Other")
    assert "the person you work with" in chat.tap("Done")
    assert "about how things are done here?" in chat.tap("No")
    assert "about what you told me" in chat.tap("No")


def test_a_date_is_asked_again_too(chat: Chat) -> None:
    chat.say("/stop", "Pause until a day", "/urgent", "No")
    assert "Until which day?" in chat.say("skip")
    assert "2026" in chat.say("2026-12-20")


def test_after_an_emergency_the_question_gives_room(chat: Chat) -> None:
    chat.say(*SCALE, EMERGENCY, "Yes", "Write here")
    last = chat.say("Someone to talk to")
    assert GENTLY in last
    assert "There is no hurry" not in last
    assert "How have the last two weeks been?" in last
    assert "How much work do you have?" in chat.tap("4")


def test_what_she_writes_after_an_emergency_is_for_the_case_and_no_answer(chat: Chat) -> None:
    chat.say(*TO_THE_TEXT, EMERGENCY, "Yes", "Write here", "Someone to talk to")
    assert "Anything you want a person to know?" in chat.transcript[-1]
    answer = chat.say("it is dark here")
    assert "did not understand" not in answer
    assert "it is dark here" in repr(chat.act("open", 1).view)
    assert "Thank you" not in answer


def test_words_beside_a_scale_after_an_emergency_are_not_misunderstood(chat: Chat) -> None:
    chat.say(*SCALE, EMERGENCY, "Yes", "Write here", "Someone to talk to")
    assert "did not understand" not in chat.say("it is dark here")
    assert "How much work" in chat.say("4")


def test_after_an_emergency_continue_makes_the_next_words_an_answer(chat: Chat) -> None:
    chat.say(*TO_THE_TEXT, EMERGENCY, "Yes", "Write here", "Someone to talk to")
    assert "Anything you want a person to know?" in chat.tap("Continue")
    assert "Should someone contact you?" in chat.say("the rota came late")


def test_nested_interruptions_unwind_the_newest_first_each_once(chat: Chat) -> None:
    chat.say(*SCALE, "/human")
    chat.tap("Urgent help") if "Urgent help" in chat.buttons else chat.say("/urgent")
    first = chat.say("No", "skip")
    assert "We stopped at Contact me." in first
    assert "How should a person contact you?" in first
    assert BACK not in first
    second = chat.say("No")
    assert BACK in second
    assert "How have the last two weeks been?" in second
    chat.say("4")
    assert (times(chat, BACK), times(chat, "We stopped at Contact me.")) == (1, 1)


def test_a_talk_she_had_put_off_herself_is_only_offered(chat: Chat) -> None:
    chat.say(*SCALE, "later", "language", "English")
    assert "Not finished yet: Check-in." in chat.transcript[-1]
    assert "How have" not in chat.transcript[-1]


def test_going_back_by_its_own_button_turns_the_order_round(chat: Chat) -> None:
    chat.say(*SCALE)
    four = chat.buttons["4"]
    chat.say("/human")
    assert "How much work" in chat.press(four)
    chat.say("about right", "yes", "yes")
    last = chat.say("nothing")
    assert "nothing flagged" in last
    assert "We stopped at Contact me." in last


def test_what_waits_for_a_talk_that_waits_itself_does_not_overtake_it(chat: Chat) -> None:
    chat.say(*SCALE)
    four = chat.buttons["4"]
    chat.say("/human")
    chat.press(four)
    chat.say("/urgent", "No")
    last = chat.say("skip")
    assert BACK in last
    assert "We stopped at Contact me." not in last


def test_the_outer_talk_stays_back_while_the_inner_one_is_put_off(chat: Chat) -> None:
    chat.say(*SCALE, "/human", "later", "/language")
    last = chat.say("English")
    assert "How have" not in last
    assert "Not finished yet: Contact me." in last


def test_stopping_the_inner_talk_returns_to_the_outer(chat: Chat) -> None:
    chat.say(*SCALE, "/human")
    last = chat.say("stop")
    assert "Stopped." in last
    assert BACK in last


def test_stopping_for_good_brings_nothing_back(chat: Chat) -> None:
    chat.say(*SCALE, "/stop")
    assert "How have" not in chat.say("Stop for good")


def test_an_emergency_in_the_last_answer_asks_nothing_in_between(chat: Chat) -> None:
    chat.say(*SCALE, "/human", "Write to me", "No")
    before = len(chat.transcript)
    chat.say(EMERGENCY)
    assert BACK not in new(chat, before)
    assert "call 113 now" in new(chat, before)
    assert GENTLY in chat.say("Yes", "Write here", "Someone to talk to")


def test_when_the_talk_between_expires_the_first_comes_back_at_her_next_words(chat: Chat, clock: SettableClock) -> None:
    chat.say(*SCALE, "/urgent")
    clock.skip(days=2, hours=1)
    with chat.work() as uow:
        tick(uow, chat.house())
    answer = chat.say("hello")
    assert BACK in answer
    assert "How have the last two weeks been?" in answer


def test_one_that_waited_past_its_own_time_does_not_come_back(chat: Chat, clock: SettableClock) -> None:
    chat.say(*SCALE)
    clock.skip(days=4)
    chat.say("/urgent")
    clock.skip(days=1, hours=1)
    assert "How have" not in chat.say("No", "skip")


def test_an_urgent_sentence_keeps_the_talk(chat: Chat) -> None:
    chat.say(*SCALE)
    answer = chat.say("my supervisor touched me and would not stop")
    assert "call 113" in answer
    assert "[Just call me]" in answer
    assert "How have the last two weeks been?" in chat.say("Stop")
    with chat.work() as uow:
        assert {talk.flow for talk in all_of(uow.db, "s1")} == {"checkin", "conflict"}


def test_writing_back_to_a_person_in_between_returns_too(chat: Chat) -> None:
    chat.say("human", "Write to me", "No", "my hours changed")
    chat.say("/cases")
    write = chat.buttons["Write in 2026-0001"]
    chat.say(*SCALE)
    assert "It goes to case 2026-0001" in chat.press(write)
    last = chat.say("and nobody told me")
    assert "Sent to" in last
    assert BACK in last
    assert "and nobody told me" in repr(chat.act("open", 1, by="UC1").view)


def test_in_norwegian(work: Work) -> None:
    chat = Chat(work, language="nb")
    chat.say("statussjekk", "start", "/urgent", "Nei")
    last = chat.say("hopp over")
    assert "Vi stoppet ved" in last
    assert "Det haster ikke. Her er spørsmålet igjen." in last


def test_a_number_typed_where_she_is_asked_for_a_call_is_the_number(chat: Chat) -> None:
    chat.say("/urgent", "Yes")
    answer = chat.say("please call +47 900 00 000")
    assert "What do you need most?" in answer
    assert "Please write the number" not in answer
    page = repr(chat.act("open", 1).view)
    assert "Call me" in page
    assert "+47 900 00 000" in page


def test_a_second_number_is_told_too_when_one_is_known(chat: Chat) -> None:
    chat.say("/human", "Call me", "No", "+47 900 00 000", "skip", "/urgent", "Yes")
    assert "What do you need most?" in chat.say("900 00 001")
    assert "900 00 001" in repr(chat.act("open", 2).view)


def test_a_picture_under_an_open_question_asks_it_again_without_a_lead(chat: Chat) -> None:
    chat.say(*SCALE)
    before = len(chat.transcript)
    chat.receive(chat.event(Kind.MEDIA, media="sticker"))
    assert BACK not in new(chat, before)
    assert "How have the last two weeks been?" in new(chat, before)
    with chat.work() as uow:
        assert people.find_person(uow.db, "s1") is not None
