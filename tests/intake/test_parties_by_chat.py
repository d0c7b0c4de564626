"""Somebody of the team is involved: asked, named, and kept from it in what the student reads and the team sees."""

from bot.intake.inbound import Kind
from tests.conftest import Work
from tests.intake.chatting import DESK, STAFF, Chat

COORDINATOR, GUARDIAN = (person.name for person in STAFF)


def rows_to(chat: Chat, place: str) -> list[str]:
    """Everything that was ever put on its way to a chat, as it lay there."""
    return [text for where, text in chat.posted if where == place]


def test_a_problem_with_somebody_of_the_team_never_reaches_the_channel_or_that_person(chat: Chat) -> None:
    chat.say("problem", "Someone I work with", "Go on", "Yes", "Yes", COORDINATOR)
    told = chat.say("Unclear or unfair treatment")
    assert f"Your case 2026-0001 is not shown to {COORDINATOR}. {GUARDIAN} reads it." in told
    assert f"Who reads this: {GUARDIAN}" in told
    chat.say("she is never there on Fridays")
    assert rows_to(chat, DESK) == []
    assert rows_to(chat, "UC1") == []
    assert any("2026-0001" in row for row in rows_to(chat, "UG1"))
    page = chat.act("open", 1, by="UC1").view
    assert "handled by others" in repr(page)
    assert "never there on Fridays" in repr(chat.act("open", 1, by="UG1").view)


def test_rather_not_say_leaves_her_coordinator_out_and_lets_safeguarding_read(chat: Chat) -> None:
    chat.say("problem", "Someone I work with", "Go on", "Yes", "Rather not say")
    told = chat.say("Unclear or unfair treatment")
    assert f"is not shown to {COORDINATOR}" in told
    assert rows_to(chat, DESK) == []


def test_no_keeps_everything_as_it_is(chat: Chat) -> None:
    chat.say("problem", "Someone I work with", "Go on", "Yes", "No", "Unclear or unfair treatment")
    assert any("2026-0001" in row for row in rows_to(chat, DESK))
    assert "is not shown to" not in "\n".join(chat.transcript)


def test_asking_for_a_person_she_can_say_who_must_not_read_it(chat: Chat) -> None:
    chat.say("human", "Write to me")
    assert "Who? Write the name." in chat.say("Yes")
    chat.say("min koordinator")
    chat.say("she is never there when I ask")
    assert f"{GUARDIAN} will read this" in chat.transcript[-1]
    assert "handled by others" in rows_to(chat, DESK)[-1]
    assert "never there" not in repr(chat.act("open", 1, by="UC1").view)


def test_what_follows_in_a_talk_is_kept_from_whom_she_named_before(chat: Chat) -> None:
    chat.say("human", "Write to me", "Yes", COORDINATOR)
    chat.say("somebody touched me at work and I am afraid")
    assert not [row for row in rows_to(chat, "UC1") if "2026-0002" in row]
    assert not [row for row in rows_to(chat, DESK) if "2026-0002" in row]


def test_a_name_in_a_free_message_is_enough(chat: Chat) -> None:
    said = chat.say(f"{COORDINATOR} shouts at me every day")
    assert GUARDIAN in said
    assert rows_to(chat, DESK) == []
    assert rows_to(chat, "UC1") == []


def test_in_norwegian_she_reads_who_does_not_see_it(work: Work) -> None:
    chat = Chat(work, language="nb")
    chat.say("koordinatoren min roper til meg hver dag")
    told = "\n".join(chat.transcript)
    assert f"Saken din 2026-0001 vises ikke til {COORDINATOR}. {GUARDIAN} leser den." in told


def test_whoever_it_is_kept_from_does_not_hear_of_an_open_case_when_she_leaves(chat: Chat) -> None:
    chat.say("/human my coordinator and Example Coordinator never answer")
    chat.receive(chat.event(Kind.BLOCKED))
    assert any("can no longer be reached" in row and "open case" not in row for row in rows_to(chat, "UC1"))
    assert any("has an open case" in row for row in rows_to(chat, "UG1"))


def test_what_she_will_not_name_is_read_by_safeguarding_alone(chat: Chat) -> None:
    chat.say("human", "Write to me", "Rather not say", "I cannot say it here")
    assert "cannot say it here" not in repr(chat.act("open_because", 1, by="UC1", reason="covering").view)
    assert "restricted" in repr(chat.act("hand_over", 1, by="UG1").view)


def test_another_case_of_the_same_talk_is_kept_from_whom_she_named_in_the_first(chat: Chat) -> None:
    chat.say("checkin", "Start", "3", "About right", "Yes", "4", "Yes", "4", "Nothing", "skip")
    chat.say(f"{COORDINATOR} shouts at me every day", "Stop", "Write to me")
    assert "handled by others" in repr(chat.act("open", 2, by="UC1").view)
    assert rows_to(chat, DESK) == []
