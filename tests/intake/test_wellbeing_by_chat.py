"""How she feels, as she meets it: who may read it, where the numbers come, and the question three days later."""

import pytest

from bot.intake.receive import House
from flows.severity import Severity
from storage.cases import Case, cases_of
from tests.conftest import Work
from tests.intake.chatting import SETTINGS, Chat
from tests.intake.test_still_ok_by_chat import tick_at
from tests.settable_clock import SettableClock

TO_IT = ("problem", "how i feel")


def cases(chat: Chat) -> list[Case]:
    with chat.work() as uow:
        return cases_of(uow.db, "s1")


def page(chat: Chat, by: str, case: int = 1) -> str:
    """What a colleague sees of a case."""
    return repr(chat.act("open", case, by=by).view)


def test_not_wanting_to_go_on_brings_the_numbers_with_the_next_message_and_pages(chat: Chat) -> None:
    assert "How are you, mostly?" in chat.say(*TO_IT)
    asked = chat.say("sad", "months", "both")
    assert "You can answer without explaining." in asked
    card = chat.say("sometimes")
    assert "call 113 now" in card
    assert "116 123" in card
    assert "Who do you have around you" not in card
    severities = {(case.topic, case.severity, case.restricted) for case in cases(chat)}
    assert severities == {
        ("wellbeing", Severity.ATTENTION, True), ("safety", Severity.EMERGENCY, True),
    }  # fmt: skip
    assert "CALL NOW" in chat.cards()[-1].title


def test_safeguarding_reads_it_and_her_coordinator_does_not(chat: Chat) -> None:
    chat.say(*TO_IT, "tired", "weeks", "back", "months", "work", "no", "nobody", "call me", "999 00 000")
    (case,) = cases(chat)
    assert (case.topic, case.severity, case.restricted) == ("wellbeing", Severity.ATTENTION, True)
    told = page(chat, "UG1")
    for words in ("Tired", "Months", "Nobody", "999 00 000"):
        assert words in told
    assert "Months" not in page(chat, "UC1")
    assert "Numbers that are open now: Mental Helse 116 123, Kirkens SOS 22 40 00 40" in chat.transcript[-1]


def test_scared_to_go_to_work_comes_to_the_gate_of_safety(chat: Chat) -> None:
    last = chat.say(*TO_IT, "scared to go to work")
    assert "Next come a few questions about your safety." in last
    assert "You can stop at any time" in last
    assert [case.severity for case in cases(chat)] == [Severity.URGENT]


def test_in_norwegian_with_a_change_of_language_in_the_middle(work: Work) -> None:
    chat = Chat(work, language="nb")
    chat.say("problem", "hvordan jeg har det", "stresset", "hopp over", "jobben")
    assert "ikke vil mer" in chat.transcript[-1]
    chat.say("/language", "English")
    assert "You can answer without explaining." in chat.transcript[-1]
    assert "To talk with someone now: Mental Helse" in chat.say("vil helst ikke si det")
    assert [(case.topic, case.severity) for case in cases(chat)] == [("safety", Severity.URGENT)]


def test_after_three_days_worse_is_one_level_up_in_the_same_case(chat: Chat, clock: SettableClock) -> None:
    chat.say(*TO_IT, "tired", "weeks", "work", "no", "friend", "done", "no")
    assert tick_at(chat, clock, days=2) == []
    (asked,) = tick_at(chat, clock, days=1)
    assert "How is it now, with what stands in case 2026-0001?" in asked
    assert "Tired" not in asked
    assert "is told now and answers by" in chat.say("worse", "I sleep badly")
    (case,) = cases(chat)
    assert case.severity == Severity.URGENT
    assert "I sleep badly" in page(chat, "UG1")


def test_where_it_is_switched_off_it_ends_with_numbers_and_a_person(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    off = SETTINGS.safeguarding.model_copy(update={"direct_question": False})
    house = House(SETTINGS.model_copy(update={"safeguarding": off}), chat.house().scripts)
    monkeypatch.setattr(Chat, "house", staticmethod(lambda: house))
    assert "Who do you have around you" in chat.say(*TO_IT, "sad", "days", "work")
    assert "Numbers that are open now: Mental Helse" in chat.say("friend", "no")
