"""Some days after a case was closed she is asked whether it is still all right, and one tap opens it again."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.schedule.tick import tick
from storage.cases import Case, changes_of, find_case
from storage.followups import FOLLOW_UP
from tests.intake.chatting import Chat, Work
from tests.settable_clock import SettableClock


def tick_at(chat: Chat, clock: SettableClock, **later: float) -> list[str]:
    clock.skip(**later)
    before = len(chat.transcript)
    with chat.work() as uow:
        tick(uow, chat.house())
    chat.deliver()
    return chat.transcript[before:]


def a_closed_case(chat: Chat, outcome: str = "solved") -> None:
    chat.say("human", "Write to me", "No", "my hours changed")
    chat.act("take", 1, by="UC1")
    chat.act("resolve_as", 1, by="UC1", outcome=outcome)


def case(chat: Chat) -> Case:
    with chat.work() as uow:
        found = find_case(uow.db, 1)
    assert found is not None
    return found


def promised(chat: Chat) -> list[tuple[str, int]]:
    with chat.work() as uow:
        return [(row.flow, row.about) for row in uow.db.execute(FOLLOW_UP.select())]


@pytest.fixture
def asked(chat: Chat, clock: SettableClock) -> Chat:
    a_closed_case(chat)
    assert tick_at(chat, clock, days=4, hours=23) == []
    (question,) = tick_at(chat, clock, hours=2)
    assert question.startswith("Case 2026-0001 was closed on 1 December 2026. Is it still all right?")
    assert "hours" not in question
    return chat


def test_yes_is_noted_and_changes_nothing(asked: Chat, clock: SettableClock) -> None:
    assert "Thank you for telling me." in asked.tap("Yes")
    assert case(asked).state == "resolved"
    assert "still all right: yes" in repr(asked.desk)
    with asked.work() as uow:
        assert ("asked_after", "yes") in [(change.what, change.detail) for change in changes_of(uow.db, [1])]
    assert tick_at(asked, clock, days=30) == []


def test_no_opens_it_again_in_one_tap(asked: Chat) -> None:
    said = asked.tap("No, open it again")
    assert "Your case 2026-0001 is open again." in said
    assert said.index("is open again") < said.index("What should the person who reads case 2026-0001 know?")
    assert case(asked).state == "reopened"
    assert case(asked).deadline_at > case(asked).opened_at + timedelta(days=5)
    assert "Asked whether it is still all right: no." in repr(asked.desk)
    assert "I take it" in {button.label for button in asked.cards()[-1].buttons}
    assert "It is with case 2026-0001 now." in asked.say("they changed them again")
    assert "they changed them again" in repr(asked.act("open", 1, by="UC1").view)


def test_a_second_tap_opens_nothing_twice(asked: Chat) -> None:
    data = asked.buttons["No, open it again"]
    asked.tap("No, open it again")
    logged = repr(asked.desk).count("still all right: no")
    asked.press(data)
    assert repr(asked.desk).count("still all right: no") == logged == 1
    with asked.work() as uow:
        assert [change.what for change in changes_of(uow.db, [1])].count("reopened") == 1


def test_a_person_contacts_me_opens_it_too(asked: Chat) -> None:
    assert "is open again" in asked.tap("A person contacts me")
    assert "wants a person to make contact" in repr(asked.desk)
    assert "It is with case" in asked.say("skip")


def test_it_is_asked_again_after_it_was_closed_again(asked: Chat, clock: SettableClock) -> None:
    asked.tap("No, open it again")
    asked.say("skip")
    assert promised(asked) == []
    asked.act("take", 1, by="UC1")
    asked.act("resolve_as", 1, by="UC1", outcome="solved")
    (question,) = tick_at(asked, clock, days=5)
    assert "Is it still all right?" in question


@pytest.mark.parametrize("by", ["button", "coordinator"])
def test_nothing_is_asked_of_a_case_that_is_open_again(chat: Chat, clock: SettableClock, by: str) -> None:
    a_closed_case(chat)
    assert promised(chat) == [("still_ok", 1)]
    if by == "button":
        chat.tap("It is not solved")
    else:
        chat.act("reopen", 1, by="UC1")
    assert promised(chat) == []
    assert not any("still all right" in said for said in tick_at(chat, clock, days=6))


def test_it_is_not_solved_is_told_as_that_and_once(chat: Chat) -> None:
    a_closed_case(chat)
    data = chat.buttons["It is not solved"]
    answer = chat.tap("It is not solved")
    assert answer.index("is open again") < answer.index("Please write your answer")
    chat.press(data)
    assert repr(chat.desk).count("The student says it is not solved.") == 1
    assert "The student wrote back" not in repr(chat.desk)


def test_whoever_is_forgotten_is_not_asked(chat: Chat, clock: SettableClock) -> None:
    a_closed_case(chat)
    chat.say("/forget", "Delete everything")
    assert promised(chat) == []
    assert tick_at(chat, clock, days=6) == []


def test_each_closed_case_is_asked_after_by_itself_one_a_day(chat: Chat, clock: SettableClock) -> None:
    a_closed_case(chat)
    chat.say("they never paid me")
    chat.act("take", 2, by="UC1")
    chat.act("resolve_as", 2, by="UC1", outcome="solved")
    asked = []
    while promised(chat):
        with chat.work() as uow:
            clock.moment = uow.db.execute(select(FOLLOW_UP.c.due_at)).scalars().all()[0]
        asked += tick_at(chat, clock)
    numbers = [number for number in ("2026-0001", "2026-0002") for said in asked if f"Case {number} was" in said]
    assert numbers == ["2026-0001", "2026-0002"]


def test_of_a_restricted_case_only_safeguarding_is_named(chat: Chat, clock: SettableClock) -> None:
    chat.say("my supervisor touched me and would not stop")
    chat.act("take", 1)
    chat.act("resolve_as", 1, outcome="solved")
    (question,) = tick_at(chat, clock, days=5)
    assert "touched" not in question
    asked = chat.tap("No, open it again")
    assert "Who reads this: Example Guardian" in asked
    chat.say("it happened again")
    assert "it happened again" in repr(chat.act("open", 1).view)
    assert "it happened again" not in repr(chat.act("open", 1, by="UC1").view)


def test_in_norwegian(work: Work, clock: SettableClock) -> None:
    chat = Chat(work, language="nb")
    chat.say("menneske", "Skriv til meg", "Nei", "timene mine er endret")
    chat.act("take", 1, by="UC1")
    chat.act("resolve_as", 1, by="UC1", outcome="solved")
    (question,) = tick_at(chat, clock, days=5)
    assert question.startswith("Sak 2026-0001 ble lukket 1. desember 2026. Går det fortsatt bra?")
    assert "er åpen igjen" in chat.tap("Nei, åpne den igjen")
