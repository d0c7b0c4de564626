"""What feels different: the offer in the second week, the card of the country, and what hurts."""

from datetime import timedelta

import pytest

from flows.severity import Severity
from storage.cases import cases_of
from storage.people import change_placement
from tests.conftest import Work
from tests.intake.chatting import Chat
from tests.intake.test_workload_by_chat import words_in
from tests.schedule.calendar import Days
from tests.settable_clock import SettableClock


def cases(chat: Chat) -> list[tuple[str, int, bool]]:
    with chat.work() as uow:
        return sorted((case.topic, case.severity, case.restricted) for case in cases_of(uow.db, "s1"))


def offered(chat: Chat, clock: SettableClock) -> str:
    """Agree, and live to the second week, with no check-in in between."""
    chat.say("hi", "English", "I agree", "stop")
    with chat.work() as uow:
        change_placement(uow.db, "s1", next_checkin_at=uow.now + timedelta(days=40))
    read = [text for _, text in Days(chat, clock).live(days=12)]
    return "\n".join(text for text in read if "In the second week in a new place" in text)


@pytest.mark.parametrize(("home", "times"), [("KE", 1), ("NO", 0), ("", 0)])
def test_whoever_is_new_in_the_country_gets_one_offer(work: Work, clock: SettableClock, home: str, times: int) -> None:
    chat = Chat(work, consented=False, home_country=home, starts_on=clock.moment.date())
    assert offered(chat, clock).count("Hi Example.") == times


def test_the_offer_leads_to_the_talk_and_to_somebody_who_explains(work: Work, clock: SettableClock) -> None:
    chat = Chat(work, consented=False, home_country="KE", starts_on=clock.moment.date())
    offered(chat, clock)
    assert "What feels different here?" in chat.tap("Yes")
    shown = chat.say("humour, meetings")
    assert "It is a tendency, not a rule. Nobody from there has read this yet" in shown
    assert "- Meetings: Meetings begin on time." in shown
    last = chat.say("they joke all the time", "4", "no", "nobody yet", "ask a colleague")
    assert "Example Coordinator looks at this by" in last
    assert "looks for somebody who can explain" in last
    assert cases(chat) == [("practical", Severity.ATTENTION, False)]
    told = words_in(chat, 1)
    assert "they joke all the time" in told
    assert "please find a buddy" in told


def test_a_remark_that_hurt_is_for_safeguarding_at_once(chat: Chat) -> None:
    chat.say("checkin", "start", "3", "about right", "yes", "4", "yes", "4", "other", "yes", "skip", "skip", "no")
    last = chat.say("language", "skip", "5", "Yes, and it hurt")
    assert "Example Guardian is told now" in last
    assert cases(chat) == [("safety", Severity.URGENT, True)]
    assert "it hurt" in repr(chat.act("open", 1).view)
    assert "it hurt" not in repr(chat.act("open", 1, by="UC1").view)


def test_in_norwegian(work: Work) -> None:
    chat = Chat(work, language="nb", country="ZA")
    chat.say("statussjekk", "start", "3", "passe", "ja", "4", "ja", "4", "annet", "ja", "hopp over", "hopp over", "nei")
    shown = chat.say("småprat")
    assert "Slik jobber folk ofte her. Det er en tendens, ikke en regel. Ingen derfra har lest dette ennå" in shown
    assert "- Hilsen: Man hilser og spør hvordan det går" in shown
