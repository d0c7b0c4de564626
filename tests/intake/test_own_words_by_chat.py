"""Her own words lead to the right conversation: opened at once where it is urgent, offered otherwise."""

import pytest

from flows.severity import Severity
from storage.cases import cases_of
from storage.conversations import all_of
from tests.conftest import Work
from tests.intake.chatting import Chat
from tests.intake.small_flows import ChatWithAll, ChatWithFew
from tests.settable_clock import SettableClock

NOT_SURE = "I am not sure I understood. Is it one of these?"
TO_A_TEXT = ("checkin", "start", "3", "about right", "yes", "4", "yes", "3", "nothing")
HARASSED = "my supervisor touched me and would not stop"


@pytest.fixture
def chat(work: Work) -> Chat:
    return ChatWithAll(work)


@pytest.fixture
def few(work: Work) -> Chat:
    return ChatWithFew(work)


def severities(chat: Chat) -> list[int]:
    with chat.work() as uow:
        return [case.severity for case in cases_of(uow.db, "s1")]


# ── Outside a talk ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("I want to set myself a new goal", "My goals"),
        ("when is my next check-in", "Check-in"),
        ("hvem kan lese det jeg skriver", "Privacy"),
        ("i am ill and stay at home tomorrow", "Days away"),
        ("who is my mentor", "Mentor"),
        ("how do I get a tax card", "Housing, travel, money, papers"),
        ("can I talk to a real person", "Contact me"),
    ],
)
def test_what_is_not_urgent_is_offered_and_never_opened_on_a_guess(chat: Chat, words: str, label: str) -> None:
    answer = chat.say(words)
    assert answer.startswith(NOT_SURE)
    assert label in list(chat.buttons)[:2]
    assert list(chat.buttons)[-2:] == ["Everything I can do", "Urgent help"]
    assert len(chat.buttons) == 4


def test_an_offer_opens_what_it_names(chat: Chat) -> None:
    chat.say("I want to set myself a new goal")
    assert "Shall we talk about goals?" in chat.tap("My goals")


def test_only_what_exists_is_offered(few: Chat) -> None:
    assert few.say("I want to set myself a new goal").startswith("I am not sure")
    assert "My goals" not in few.buttons
    assert {"Contact me", "Urgent help"} <= set(few.buttons)


@pytest.mark.parametrize("words", ["qqqq", "🙂"])
def test_what_nobody_understands_gets_the_whole_menu(chat: Chat, words: str) -> None:
    answer = chat.say(words)
    assert "I am not sure what you need. Choose:" in answer
    assert {"Report a problem", "Contact me", "Urgent help"} <= set(chat.buttons)


@pytest.mark.parametrize(
    ("words", "conversation"),
    [
        (HARASSED, "conflict"),
        ("they call me racist names", "conflict"),
        ("my manager humiliates me in front of everyone", "conflict"),
        ("we work on the roof without a harness", "unsafe_work"),
        ("my boss makes me falsify the hours", "wages"),
        ("I was fired today", "leaving"),
        ("I cry before work every day and have panic attacks", "wellbeing"),
        ("I am being evicted tomorrow", "logistics"),
    ],
)
def test_urgent_words_are_answered_with_help_and_then_the_conversation_about_them(
    chat: Chat, words: str, conversation: str
) -> None:
    answer = chat.say(words)
    assert answer.startswith("Thank you for telling me.")
    assert f"Shall we talk about {conversation}?" in answer
    assert NOT_SURE not in answer
    assert max(severities(chat)) == Severity.URGENT


def test_where_the_conversation_does_not_exist_a_person_reads_it_as_before(few: Chat) -> None:
    answer = few.say(HARASSED)
    assert answer.startswith("Thank you for telling me.")
    assert "Shall we talk" not in answer
    assert severities(few) == [Severity.URGENT]


def test_an_emergency_opens_urgent_help_and_nothing_else(chat: Chat) -> None:
    answer = chat.say("he pulled a knife and wants to kill me")
    assert "call 113 now" in answer
    assert "Shall we talk" not in answer


@pytest.mark.parametrize(
    ("words", "helps"), [("I have nowhere to sleep tonight", "logistics"), ("they took my passport", "wages")]
)
def test_after_urgent_help_comes_what_helps_in_an_emergency_of_practical_things(
    chat: Chat, words: str, helps: str
) -> None:
    card = chat.say(words)
    assert "call 113 now" in card
    assert "Shall we talk" not in card
    assert max(severities(chat)) == Severity.EMERGENCY
    after = chat.say("No", "skip")
    assert after.index(f"Now to what can help you besides: About {helps}.") < after.index(f"talk about {helps}?")


def test_it_comes_before_the_talk_that_was_interrupted_and_no_second_time(chat: Chat) -> None:
    chat.say(*TO_A_TEXT, "I have nowhere to sleep tonight")
    assert "Shall we talk about logistics?" in chat.say("No", "skip")
    after = chat.say("yes")
    assert after.index("That was about logistics.") < after.index("Anything you want a person to know")
    assert "about logistics" not in chat.say("still nowhere to sleep tonight", "No", "skip")


def test_where_she_opens_it_herself_it_does_not_follow_as_well(chat: Chat) -> None:
    chat.say("they took my passport", "/pay", "yes")
    assert "Shall we talk" not in chat.say("No", "skip")


def test_violence_in_it_is_no_moment_for_practical_questions(chat: Chat) -> None:
    chat.say("my boss hit me and I have nowhere to sleep tonight")
    assert "Shall we talk about logistics" not in chat.say("No", "skip")


@pytest.mark.parametrize("words", ["Urgent help please, I need someone", "crisis, I need someone right now"])
def test_a_call_for_help_ends_in_no_menu(chat: Chat, words: str) -> None:
    answer = chat.say(words)
    assert "call 113 now" in answer
    assert "I am not sure" not in answer or "choose Urgent help" in answer


def test_a_call_for_help_without_a_danger_that_triage_knows_reaches_a_person_with_her_words(chat: Chat) -> None:
    assert "call 113 now" in chat.say("i need somebody right now")
    assert severities(chat) == [Severity.URGENT]
    assert "i need somebody right now" in repr(chat.act("open", 1).view)


def test_what_needs_attention_is_noted_and_its_conversation_offered(chat: Chat) -> None:
    answer = chat.say("I have way too much to do")
    assert "Thank you for saying so. A person will read this. Shall we look at it now?" in answer
    assert severities(chat) == [Severity.ATTENTION]
    assert "Shall we talk about workload?" in chat.tap("Workload")


def test_where_nothing_can_be_offered_it_is_noted(few: Chat) -> None:
    assert few.say("I have way too much to do").endswith("Thank you for saying so. A person will read this.")


def test_a_greeting_is_a_greeting(chat: Chat) -> None:
    assert "Hello, Example" in chat.say("hei")


def test_in_norwegian_the_offer_is_norwegian(work: Work) -> None:
    chat = ChatWithAll(work, language="nb")
    answer = chat.say("vil sette meg et nytt mål")
    assert answer.startswith("Jeg er ikke sikker på om jeg forsto. Er det en av disse?")
    assert "Målene mine" in chat.buttons
    assert "Alt jeg kan gjøre" in chat.buttons


# ── In the middle of a talk ──────────────────────────────────────────────────────────────────────────────────────────


def test_urgent_words_in_an_answer_are_kept_and_open_what_they_are_about_and_the_talk_comes_back(chat: Chat) -> None:
    chat.say(*TO_A_TEXT)
    answer = chat.say(HARASSED)
    assert answer.index("Thank you for telling me.") < answer.index("Shall we talk about conflict?")
    assert "Anything you want a person to know" not in answer
    after = chat.say("no")
    assert after.index("That was about conflict.") < after.index("We stopped at Check-in.")
    assert "Anything you want a person to know" in after


def test_urgent_words_that_are_no_answer_do_the_same_and_the_question_is_asked_again(chat: Chat) -> None:
    chat.say("checkin", "start")
    answer = chat.say("they call me racist names")
    assert "Shall we talk about conflict?" in answer
    assert "How have the last two weeks been?" not in answer
    assert "How have the last two weeks been?" in chat.say("yes")


def test_she_is_not_led_into_the_conversation_she_is_in(chat: Chat) -> None:
    chat.say("/conflict")
    answer = chat.say("they call me racist names")
    assert answer.count("Shall we talk about conflict?") == 1
    assert "We stopped" not in chat.say("yes")


def test_nor_a_second_time_within_a_day(chat: Chat, clock: SettableClock) -> None:
    chat.say(*TO_A_TEXT, HARASSED, "no")
    answer = chat.say("and he touched me again today")
    assert "Thank you for telling me." in answer
    assert "Shall we talk about conflict?" not in answer
    chat.say("skip")
    clock.skip(days=1, minutes=1)
    assert "Shall we talk about conflict?" in chat.say("he touched me again")


def test_then_the_next_gravest_thing_in_her_words_is_opened(chat: Chat) -> None:
    chat.say(HARASSED, "no")
    answer = chat.say("he touched me again and I have panic attacks and cry before work")
    assert "Shall we talk about wellbeing?" in answer


def test_what_is_graver_than_the_talk_at_hand_interrupts_it_also_where_that_is_in_her_words(chat: Chat) -> None:
    chat.say("/wellbeing")
    answer = chat.say("he touched me again and I have panic attacks and cry before work")
    assert "Shall we talk about conflict?" in answer
    assert "Shall we talk about wellbeing?" in chat.say("no")


def test_one_that_she_put_off_goes_on_where_she_left_it(chat: Chat) -> None:
    chat.say(HARASSED, "later")
    assert "Shall we talk about conflict?" in chat.say("he touched me again")
    with chat.work() as uow:
        assert [talk.flow for talk in all_of(uow.db, "s1")] == ["conflict"]


def test_a_restart_in_between_changes_nothing_and_her_language_may_change_too(work: Work) -> None:
    chat = ChatWithAll(work, language="nb")
    chat.say("statussjekk", "start", "3")
    assert "Takk for at du fortalte det." in chat.say("sjefen klådde på meg i går")
    assert "Fortsett: Statussjekk" in chat.say("meny") + repr(chat.buttons)
    chat.say("/language", "English")
    assert "That was about conflict." in "\n".join(chat.transcript) + chat.say("yes")


def test_before_she_has_agreed_nothing_is_opened_but_help(work: Work) -> None:
    newcomer = ChatWithAll(work, consented=False)
    answer = newcomer.say(HARASSED)
    assert "Thank you for telling me." in answer
    assert "Shall we talk about conflict?" not in answer
