"""Where words could have been lost, or could have reached the wrong reader."""

import pytest

from bot.intake.inbound import Kind
from flows.severity import Severity
from storage.cases import cases_of, lines_of
from storage.conversations import change
from tests.intake.chatting import Chat


def cases(chat: Chat) -> list[tuple[str, int, bool]]:
    """Topic, severity and restriction of her cases, the newest first."""
    with chat.work() as uow:
        return [(case.topic, case.severity, case.restricted) for case in cases_of(uow.db, "s1")]


def words_in(chat: Chat, case: int) -> str:
    """All that was said in a case."""
    with chat.work() as uow:
        person = chat.student(uow)
        return "\n".join(uow.open(person, line.body) for line in lines_of(uow.db, [case]))


@pytest.mark.parametrize("command", ["/help", "/menu", "/start", "/human", "/stop"])
def test_words_behind_a_command_are_heard(chat: Chat, command: str) -> None:
    answer = chat.say(f"{command} I want to kill myself")
    assert "call 113 now" in answer
    assert max(severity for _, severity, _ in cases(chat)) == Severity.EMERGENCY


def test_words_behind_human_wait_for_the_person(chat: Chat) -> None:
    chat.say("/human my shift plan is wrong since monday")
    assert "my shift plan is wrong since monday" in words_in(chat, 1)
    assert "How should a person contact you?" in "\n".join(chat.transcript)


def a_reply_about_pay(chat: Chat) -> None:
    chat.say("human", "Write to me", "skip")
    chat.act("take", 1, by="UC1")
    preview = chat.act("reply_preview", 1, by="UC1", words="What happened?").view
    assert preview is not None
    chat.act(preview.verb, 1, by="UC1", words="What happened?", **preview.kept)


def test_what_only_safeguarding_may_read_does_not_land_in_a_case_that_others_read(chat: Chat) -> None:
    a_reply_about_pay(chat)
    chat.say("my supervisor raped me yesterday")
    assert ("safety", Severity.EMERGENCY, True) in cases(chat)
    assert "raped" not in words_in(chat, 1)
    assert "call 113 now" in "\n".join(chat.transcript)


def test_after_a_restricted_answer_her_words_stay_with_safeguarding(chat: Chat) -> None:
    chat.say("checkin", "start", "4", "far too much", "no", "4", "not always", "Go on with the check-in", "4")
    chat.say("too much work", "yes", "skip", "he stands very close when we are alone in the store")
    restricted = next(number for number in (1, 2, 3) if "safe and respected" in words_in(chat, number))
    others = [number for number in (1, 2, 3) if number != restricted]
    assert "store" in words_in(chat, restricted)
    assert not any("store" in words_in(chat, number) for number in others)


def test_a_case_tells_what_raised_it(chat: Chat) -> None:
    chat.say("checkin", "start", "4", "about right", "yes", "yes", "other", "no", "yes")
    assert "Other" in words_in(chat, 1)


def test_a_late_no_to_the_safety_question_is_heard(chat: Chat) -> None:
    chat.say("checkin", "start", "4", "about right", "yes")
    no = chat.buttons["No"]
    with chat.work() as uow:
        change(uow.db, 1, status="expired")
    chat.press(no)
    assert cases(chat) == [("safety", Severity.URGENT, True)]
    chat.press(no)
    assert len(cases(chat)) == 1


def test_a_voice_message_after_an_emergency_reaches_the_case(chat: Chat) -> None:
    chat.say("urgent", "Yes", "Write here", "Someone to talk to")
    before = words_in(chat, 1)
    chat.receive(chat.event(Kind.MEDIA, media="voice"))
    assert words_in(chat, 1) != before
    assert "I cannot listen" not in chat.transcript[-1]


def test_an_album_is_answered_once(chat: Chat) -> None:
    chat.say("checkin", "start")
    before = len(chat.transcript)
    for _ in range(3):
        chat.receive(chat.event(Kind.MEDIA, media="photo", album="17"))
    assert len(chat.transcript) - before == 2


def test_a_picture_with_words_of_suicide_gets_the_card_and_no_thanks(chat: Chat) -> None:
    chat.say("checkin", "start", "3", "about right", "yes", "4", "yes", "3", "nothing")
    before = len(chat.transcript)
    chat.receive(chat.event(Kind.MEDIA, media="photo", text="I want to kill myself"))
    told = "\n".join(chat.transcript[before:])
    assert "call 113 now" in told
    assert "Thank you for the picture" not in told


def test_a_write_back_that_she_left_does_not_swallow_what_she_writes_later(chat: Chat) -> None:
    a_reply_about_pay(chat)
    chat.act("resolve_as", 1, by="UC1", outcome="solved")
    chat.tap("It is not solved")
    chat.say("checkin", "start", "quit")
    assert "Sent to" not in chat.say("the canteen has soup today")


def test_thanks_are_answered_kindly(chat: Chat) -> None:
    assert "You are welcome, Example." in chat.say("thanks!")
    assert "Hello, Example." in chat.say("Hei")


def test_everything_can_be_forgotten_whatever_is_open(chat: Chat) -> None:
    chat.say("checkin", "start", "2", "far too much", "no", "4", "yes", "3", "pay or contract", "done", "yes", "quit")
    chat.say("/forget")
    assert "I have deleted what you told me" in chat.say("Delete everything")
