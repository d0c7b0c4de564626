"""Unsafe work, pay, leaving and practical things as she meets them: what lands in the case, and who may read it."""

from datetime import timedelta

from flows.severity import Severity
from storage.cases import Case, cases_of
from storage.followups import FOLLOW_UP
from tests.conftest import Work
from tests.intake.chatting import Chat
from tests.intake.test_still_ok_by_chat import tick_at
from tests.settable_clock import SettableClock

Told = tuple[str, int, bool]


def cases(chat: Chat) -> list[Case]:
    with chat.work() as uow:
        return cases_of(uow.db, "s1")


def told(chat: Chat) -> set[Told]:
    return {(case.topic, case.severity, case.restricted) for case in cases(chat)}


def page(chat: Chat, by: str, case: int = 1) -> str:
    return repr(chat.act("open", case, by=by).view)


def test_unsafe_work_is_read_by_safeguarding_and_her_coordinator(chat: Chat, clock: SettableClock) -> None:
    chat.say("problem", "safety")
    assert "Is anyone hurt?" in chat.transcript[-1]
    chat.say("no", "2, 4", "back", "a machine", "I do not dare")
    assert told(chat) == {("safety", Severity.URGENT, False)}
    for by in ("UG1", "UC1"):
        assert "I do not dare" in page(chat, by)
    assert "the rules are" in chat.transcript[-1]
    (asked,) = tick_at(chat, clock, days=2)
    assert "How is it now" in asked


def test_somebody_hurt_shows_the_number_before_the_next_question(work: Work) -> None:
    chat = Chat(work, language="nb")
    chat.say("problem", "sikkerhet")
    said = chat.say("ja")
    assert said.index("Ring 113 nå") < said.index("Hvilket nummer skal vi ringe?")
    assert told(chat) == {("safety", Severity.EMERGENCY, False)}
    chat.say("999 00 000", "maskin", "ferdig", "ikke ennå")
    assert "999 00 000" in page(chat, "UG1")


def test_pay_is_read_by_safeguarding_until_she_lets_her_coordinator_read_it(chat: Chat) -> None:
    asked = chat.say("problem", "pay or contract")
    assert "I cannot promise complete secrecy." in asked
    chat.say("I get less than agreed", "longer", "no", "yes", "not sure")
    assert told(chat) == {("practical", Severity.URGENT, True)}
    assert "I get less than agreed" not in page(chat, "UC1")
    chat.say("skip", "skip", "here", "never on mondays")
    assert "I get less than agreed" in page(chat, "UG1")
    assert "never on mondays" in page(chat, "UG1")
    assert "Arbeidstilsynet, 73 19 97 00" in chat.transcript[-1]


def test_kept_papers_page_whoever_is_on_call(chat: Chat) -> None:
    chat.say("problem", "pay or contract", "overtime is not paid", "skip")
    assert "Your passport and your papers are yours." in chat.say("yes")
    assert told(chat) == {("practical", Severity.ATTENTION, True), ("safety", Severity.EMERGENCY, True)}
    assert "CALL NOW" in chat.cards()[-1].title


def test_leaving_asks_before_she_decides_and_what_is_unsafe_is_for_safeguarding(chat: Chat) -> None:
    chat.say("problem", "I want to leave", "I have decided to leave", "how i feel", "yes", "11 December")
    assert told(chat) == {("practical", Severity.URGENT, False), ("safety", Severity.URGENT, True)}
    assert "Would you talk to someone before you decide?" in chat.transcript[-1]
    assert "do not resign in writing today" in chat.say("no", "no")
    assert "I have decided to leave" in page(chat, "UC1")


def test_papers_due_within_two_weeks_are_urgent_whatever_way_the_day_is_written(work: Work) -> None:
    chat = Chat(work, language="nb")
    chat.say("problem", "bolig eller reise", "papirer eller visum", "oppholdstillatelse", "15. desember")
    assert told(chat) == {("practical", Severity.URGENT, False)}
    assert "15 December 2026" in page(chat, "UC1")


def test_papers_due_later_wait_for_her_word(chat: Chat) -> None:
    chat.say("problem", "housing or travel", "papers or visa", "tax card", "16 December", "write to me")
    assert told(chat) == {("practical", Severity.ATTENTION, False)}


def test_nowhere_to_sleep_tonight_pages_and_speaks_of_a_bed_not_of_police(chat: Chat) -> None:
    chat.say("problem", "housing or travel", "housing")
    said = chat.say("nowhere to sleep tonight")
    assert "you need a place to sleep tonight" in said
    assert "call 112" not in said
    assert told(chat) == {("practical", Severity.EMERGENCY, False)}
    chat.say("Example Town", "999 00 000")
    assert "you need a place to sleep tonight" in chat.transcript[-1]
    assert "Example Town" in page(chat, "UC1")


def test_money_that_did_not_come_leads_on_to_pay(chat: Chat) -> None:
    assert "I cannot promise complete secrecy." in chat.say("problem", "housing or travel", "money", "yes")


def test_what_is_promised_is_about_the_case(chat: Chat) -> None:
    chat.say("problem", "pay or contract", "I am paid late")
    chat.say(*["skip"] * 7)
    with chat.work() as uow:
        rows = [(row.flow, row.about, row.due_at - uow.now) for row in uow.db.execute(FOLLOW_UP.select())]
    assert rows == [("wages_after", 1, timedelta(days=7))]
