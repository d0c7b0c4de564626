"""Highlights: what she learned or is proud of, to read again."""

from bot.facts.context import Context
from bot.intake.talk import highlights
from bot.intake.talk.session import Session
from bot.words.limits import ALL
from storage.posting import reachable_account
from tests.intake.chatting import SETTINGS, Chat
from tests.settable_clock import SettableClock

UNTIL_PROUD = ("checkin", "start", "3", "about right", "yes", "4", "yes", "3", "nothing")


def shown(chat: Chat) -> list[str]:
    """What `/highlights` answers, message by message."""
    before = len(chat.transcript)
    with chat.work() as uow:
        account = reachable_account(uow, "s1")
        highlights.show(Session(Context(uow, SETTINGS, chat.student(uow)), chat.house().scripts, account))
    chat.deliver()
    return chat.transcript[before:]


def test_without_any_she_is_told_where_they_come_from(chat: Chat) -> None:
    assert shown(chat) == ["There are no highlights yet. A check-in asks for one thing you learned or are proud of."]


def test_they_are_dated_the_newest_first_and_the_first_is_noticed(chat: Chat, clock: SettableClock) -> None:
    assert "That is your first highlight" in chat.say(*UNTIL_PROUD, "I *led* a meeting", "skip", "no")
    clock.skip(days=14)
    assert "first highlight" not in chat.say(*UNTIL_PROUD, "My report is used", "skip", "no")
    assert shown(chat) == [
        "Your highlights, the newest first. Nobody else sees this list.\n\n"
        "**15 December 2026** My report is used\n\n**1 December 2026** I \\*led\\* a meeting"
    ]


def test_words_that_a_person_had_to_look_at_are_no_highlight(chat: Chat) -> None:
    closing = chat.say(*UNTIL_PROUD, "I am proud that I did not kill myself", "stop")
    assert "first highlight" not in closing
    assert shown(chat)[0].startswith("There are no highlights yet.")


def test_words_that_nobody_could_screen_are_kept_and_not_praised(chat: Chat) -> None:
    words = "навчилася говорити перед людьми"
    closing = chat.say(*UNTIL_PROUD, words, "skip", "no")
    assert "first highlight" not in closing
    assert "Noted, nothing flagged" not in closing
    assert words in shown(chat)[0]


def test_many_of_them_are_as_many_messages_as_it_takes(chat: Chat, clock: SettableClock) -> None:
    for _ in range(2):
        chat.say(*UNTIL_PROUD, "I learned a great deal today. " * 100, "skip", "no")
        clock.skip(days=14)
    pages = shown(chat)
    assert len(pages) == 2
    assert all(len(page) <= min(limits.text for limits in ALL) for page in pages)
