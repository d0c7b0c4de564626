"""A person holds the chat: the bot says that it is quiet, is quiet, and says when it is back."""

from datetime import UTC, datetime

import pytest

from bot.intake.inbound import Inbound, Kind
from bot.schedule.releasing import release_due
from storage import people
from storage.holding import claim
from storage.people import find_person
from tests.intake.chatting import Chat, Work
from tests.settable_clock import SettableClock

EMERGENCY = "I want to kill myself"
BEGUN = "writes with you here now. I am quiet until you are done."


def replies(chat: Chat, words: str = "Can we talk tomorrow?", case: int = 1, by: str = "UC1") -> None:
    """The coordinator takes it if need be, writes, reads what the student will read, and sends it."""
    chat.act("take", case, by=by)
    preview = chat.act("reply_preview", case, by=by, words=words).view
    assert preview is not None
    chat.act(preview.verb, case, by=by, words=words, **preview.kept)


@pytest.fixture
def held(chat: Chat) -> Chat:
    """A student with whom her coordinator has begun to write."""
    chat.say("human", "Write to me", "No", "my hours changed")
    replies(chat)
    return chat


def silent(chat: Chat, *lines: str) -> bool:
    """Nothing was answered to any of these."""
    return all(chat.say(line) == "" and not chat.toast for line in lines)


def page(chat: Chat, case: int = 1, by: str = "UC1") -> str:
    return repr(chat.act("open", case, by=by).view)


def ticked(chat: Chat) -> list[str]:
    before = len(chat.transcript)
    with chat.work() as uow:
        release_due(uow, chat.house())
    chat.deliver()
    return chat.transcript[before:]


def until(chat: Chat) -> datetime | None:
    with chat.work() as uow:
        return chat.student(uow).held_until


def thread(chat: Chat) -> str:
    return repr(chat.desk)


def test_she_is_told_at_the_first_reply_and_only_then(held: Chat) -> None:
    assert f"Example Coordinator {BEGUN}" in held.transcript[-1]
    assert "writes:" in held.transcript[-2]
    held.say("yes")
    replies(held, "At ten?")
    assert sum(BEGUN in line for line in held.transcript) == 1
    assert "The bot is quiet now: Example Coordinator writes with the student." in thread(held)


def test_what_she_writes_is_for_the_person_and_never_answered(held: Chat) -> None:
    words = ("yes, at ten", "done", "4", "stop", "later", "hei", "blorp zig", "they changed it again")
    assert silent(held, *words)
    shown = page(held)
    assert all(each in shown for each in words)


def test_every_message_of_hers_is_told_to_whoever_has_it(held: Chat) -> None:
    before = len(held.desk)
    held.say("first")
    between = len(held.desk)
    held.say("second")
    assert len(held.desk) > between > before


def test_a_talk_that_was_open_waits_so_that_words_go_to_the_person(chat: Chat) -> None:
    chat.say("human", "Write to me", "No", "my hours changed", "checkin", "start")
    replies(chat)
    assert silent(chat, "4")
    assert "4" in page(chat)


def test_a_picture_is_for_the_person_too(held: Chat) -> None:
    before = list(held.transcript)
    held.receive(held.event(Kind.MEDIA, media="photo", text="this is my contract"))
    assert held.transcript == before
    assert "this is my contract" in page(held)


def test_an_edited_message_is_for_the_person_too(held: Chat) -> None:
    before = list(held.transcript)
    held.receive(held.event(Kind.EDITED, text="no, at eleven", ref="9"))
    assert held.transcript == before
    assert "no, at eleven" in page(held)


def test_what_she_asks_the_bot_is_answered(held: Chat) -> None:
    assert "2026-0001" in held.say("/cases")
    assert "How have the last two weeks been?" in held.say("/checkin", "start")
    assert "How much work" in held.say("4")
    assert silent(held, "I meant to say that ten is fine")
    assert "About right" in held.buttons
    assert "ten is fine" in page(held)


def test_after_a_talk_of_her_own_nothing_else_comes_back_while_held(chat: Chat) -> None:
    chat.say("human", "Write to me", "No", "my hours changed", "checkin", "start")
    replies(chat)
    assert "How have" not in chat.say("/language", "English")


def test_a_stale_button_shows_no_menu(held: Chat) -> None:
    held.press("nothing of ours")
    assert held.transcript[-1] == "This question is closed."


def test_an_emergency_sentence_is_answered_at_once_and_calls_people(held: Chat) -> None:
    answer = held.say(EMERGENCY)
    assert "call 113 now" in answer
    assert "CALL NOW" in repr([card.title for card in held.cards()])


def test_an_urgent_sentence_gets_its_numbers_and_nothing_else(held: Chat) -> None:
    answer = held.say("my supervisor touched me and would not stop")
    assert "call 113" in answer
    assert "touched me" not in page(held)
    assert "Sent to" not in answer


def test_while_an_emergency_is_untaken_the_bot_stays_with_her(held: Chat) -> None:
    held.say(EMERGENCY, "Yes", "Write here", "Someone to talk to")
    assert "113" in held.say("it is dark here")
    assert "it is dark here" not in page(held)


def test_taking_an_emergency_begins_it(chat: Chat) -> None:
    chat.say(EMERGENCY)
    chat.act("take", 1)
    assert "has seen this" in chat.transcript[-1]
    assert f"Example Guardian {BEGUN}" in chat.transcript[-1]
    assert silent(chat, "it is dark here")
    assert "it is dark here" in page(chat, by="UG1")


def test_in_a_held_emergency_another_cry_still_shows_the_numbers(chat: Chat, clock: SettableClock) -> None:
    chat.say(EMERGENCY)
    chat.act("take", 1)
    clock.skip(hours=2)
    assert "113" in chat.say(EMERGENCY)
    assert "CALL NOW" in chat.cards()[-1].title
    chat.act("take", 1)
    assert BEGUN in chat.transcript[-1]


def test_whoever_writes_with_her_in_an_emergency_is_not_called_over_by_another_cry(
    chat: Chat, clock: SettableClock
) -> None:
    chat.say(EMERGENCY)
    chat.act("take", 1)
    clock.skip(hours=2)
    replies(chat, "I am here", by="UG1")
    clock.skip(minutes=20)
    assert "113" in chat.say(EMERGENCY)
    assert "CALL NOW" not in chat.cards()[-1].title
    assert EMERGENCY in page(chat, by="UG1")


def test_taking_what_is_no_emergency_does_not_begin_it(chat: Chat) -> None:
    chat.say("human", "Write to me", "No", "my hours changed")
    chat.act("take", 1, by="UC1")
    assert until(chat) is None
    assert "writes with you" not in chat.transcript[-1]


def test_menu_calls_the_bot_back(held: Chat) -> None:
    answer = held.say("/menu")
    assert answer.startswith("I am back. Example Coordinator can still be reached")
    assert "[Check-in" in answer or "Check-in" in answer
    assert "The student called the bot back." in thread(held)
    assert until(held) is None
    replies(held, "One more thing")
    assert BEGUN in held.transcript[-1]


def test_closing_the_case_says_it_in_the_same_message(chat: Chat) -> None:
    chat.say("human", "Write to me", "No", "my hours changed", "checkin", "start")
    replies(chat)
    chat.act("resolve_as", 1, by="UC1", outcome="solved")
    assert "has closed your case 2026-0001" in chat.transcript[-1]
    assert "I am back with you here." in chat.transcript[-1]
    assert "Not finished yet: Check-in." in chat.transcript[-1]
    assert {"It is not solved", "Continue"} <= set(chat.buttons)
    assert "How have the last two weeks been?" in chat.tap("Continue")
    assert "The bot is back in the chat." in thread(chat)


def test_closing_a_case_that_was_not_held_says_nothing_of_it(chat: Chat) -> None:
    chat.say("human", "Write to me", "No", "my hours changed")
    chat.act("take", 1, by="UC1")
    chat.act("resolve_as", 1, by="UC1", outcome="solved")
    assert "I am back" not in chat.transcript[-1]


def test_handing_over_ends_it_until_the_next_person_writes(held: Chat) -> None:
    held.act("hand_over_to", 1, by="UC1", to="g1")
    assert "I am back with you here." in held.transcript[-1]
    assert until(held) is None
    held.act("take", 1)
    replies(held, "I have it now", by="UG1")
    assert f"Example Guardian {BEGUN}" in held.transcript[-1]


def test_after_a_day_of_silence_the_bot_is_back_once(held: Chat, clock: SettableClock) -> None:
    clock.skip(hours=5)
    held.say("are you there?")
    clock.skip(hours=23, minutes=59)
    assert ticked(held) == []
    clock.skip(minutes=1)
    (said,) = ticked(held)
    assert said.startswith("I am back. Example Coordinator can still be reached: write to the case with /cases.")
    assert ticked(held) == []
    assert "Nobody wrote for 24 hours" in thread(held)


def test_the_return_waits_for_the_morning_and_words_at_night_go_to_the_person(held: Chat, clock: SettableClock) -> None:
    clock.moment = datetime(2026, 12, 1, 22, 30, tzinfo=UTC)
    held.say("good night")
    clock.moment = datetime(2026, 12, 2, 22, 31, tzinfo=UTC)
    assert ticked(held) == []
    assert silent(held, "the last bus was late")
    assert "the last bus was late" in page(held)


def test_the_return_at_night_is_said_in_the_morning(held: Chat, clock: SettableClock) -> None:
    clock.moment = datetime(2026, 12, 1, 22, 30, tzinfo=UTC)
    held.say("good night")
    clock.moment = datetime(2026, 12, 2, 22, 31, tzinfo=UTC)
    assert ticked(held) == []
    clock.moment = datetime(2026, 12, 3, 6, 59, tzinfo=UTC)
    assert ticked(held) == []
    clock.moment = datetime(2026, 12, 3, 7, 0, tzinfo=UTC)
    assert len(ticked(held)) == 1


def test_a_clock_that_was_set_back_does_not_hold_her_for_longer_than_a_day(held: Chat, clock: SettableClock) -> None:
    clock.skip(days=-30)
    assert ticked(held) == []
    clock.skip(hours=25)
    assert "I am back." in ticked(held)[0]


def test_whoever_comes_second_does_not_say_it_again(held: Chat, clock: SettableClock) -> None:
    clock.skip(hours=25)
    with held.work() as uow:
        due = find_person(uow.db, "s1")
        assert due is not None
        people.change_person(uow.db, "s1", held_until=clock.moment.replace(year=2027))
    assert due.held_until is not None
    with held.work() as uow:
        assert not claim(uow.db, due, None)


def test_words_in_a_restricted_case_never_land_where_others_read_them(chat: Chat) -> None:
    chat.say("human", "Write to me", "No", "my hours changed")
    chat.act("take", 1, by="UC1")
    chat.say("my supervisor touched me and would not stop")
    replies(chat, "I am with you", case=2, by="UG1")
    replies(chat, "About your hours")
    assert silent(chat, "it happened on monday")
    assert "it happened on monday" not in page(chat)
    assert "it happened on monday" in page(chat, case=2, by="UG1")


def test_write_back_in_another_case_goes_there_and_is_confirmed(chat: Chat) -> None:
    chat.say("human", "Write to me", "No", "my hours changed")
    chat.act("take", 1, by="UC1")
    chat.say("my supervisor touched me and would not stop")
    replies(chat, "I am with you", case=2, by="UG1")
    chat.say("/cases")
    chat.tap("Write in 2026-0001")
    assert "Sent to Example Coordinator." in chat.say("the rota has changed")
    assert "the rota has changed" in page(chat)
    assert silent(chat, "it happened on monday")
    assert "it happened on monday" in page(chat, case=2, by="UG1")


def test_what_the_bot_asked_her_to_write_is_confirmed_and_holds_on(held: Chat, clock: SettableClock) -> None:
    clock.skip(hours=5)
    held.tap("Write back")
    assert held.say("at ten, please") == "Sent to Example Coordinator."
    assert until(held) == clock.moment.replace(day=2)
    assert silent(held, "or at eleven")


def test_from_either_platform_her_words_land_in_the_case(held: Chat) -> None:
    with held.work() as uow:
        people.link(uow.db, "slack", "US1", "D1", "s1", uow.now)
    held.receive(Inbound("slack", "slack-1", Kind.TEXT, user="US1", chat="D1", text="from my other phone"))
    assert silent(held, "and from this one")
    shown = page(held)
    assert "from my other phone" in shown
    assert "and from this one" in shown


def test_help_is_one_word_away_while_held(held: Chat) -> None:
    assert "113" in held.say("urgent")


def test_being_forgotten_ends_it(held: Chat) -> None:
    held.say("/forget", "Delete everything")
    assert until(held) is None


def test_in_norwegian(work: Work) -> None:
    chat = Chat(work, language="nb")
    chat.say("menneske", "Skriv til meg", "Nei", "timene mine er endret")
    replies(chat)
    assert "skriver med deg her nå. Jeg er stille til dere er ferdige." in chat.transcript[-1]
    assert "Jeg er tilbake." in chat.say("meny")
