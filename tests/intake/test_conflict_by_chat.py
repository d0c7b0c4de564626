"""A conflict or mistreatment reported by chat: who reads it, what is asked of whom, what comes later."""

import pytest

from bot.config.sections import Web
from bot.intake.receive import House
from bot.intake.scripts import Scripts
from bot.schedule.tick import tick
from flows.catalogue import CATALOGUE
from flows.severity import Severity
from storage.cases import Case, cases_of
from storage.conversations import all_of
from storage.followups import FOLLOW_UP
from storage.linking import linked_with
from tests.conftest import Work
from tests.intake.chatting import DESK, SETTINGS, STAFF, Chat
from tests.intake.reporting import report
from tests.settable_clock import SettableClock

COORDINATOR, GUARDIAN = (person.name for person in STAFF)
TO_THE_KINDS = ("problem", "Someone I work with", "Go on", "Yes", "No")
HER_WORDS = "please call me after five"


class ChatWithForm(Chat):
    """A programme with an address on the internet."""

    @staticmethod
    def house() -> House:
        web = Web(public_url="https://placemate.example.org")
        return House(SETTINGS.model_copy(update={"web": web}), Scripts(CATALOGUE))


def cases(chat: Chat) -> list[Case]:
    """Her cases, the oldest first."""
    with chat.work() as uow:
        return cases_of(uow.db, "s1")[::-1]


def page(chat: Chat, by: str = "UG1", case: int = 1, verb: str = "open") -> str:
    """What a colleague reads who opens a case."""
    return repr(chat.act(verb, case, by=by).view)


def told(chat: Chat, place: str) -> str:
    """Everything that was ever put on its way to a chat."""
    return "\n".join(text for where, text in chat.posted if where == place)


def later(chat: Chat, clock: SettableClock, **time: float) -> str:
    """What she is asked when so much time is over."""
    clock.skip(**time)
    before = len(chat.transcript)
    with chat.work() as uow:
        tick(uow, chat.house())
    chat.deliver()
    return "\n".join(chat.transcript[before:])


@pytest.fixture
def protected(chat: Chat) -> Chat:
    """She has reported bullying and answered everything up to SHARE."""
    chat.say(*TO_THE_KINDS, "Shouting, insults or bullying")
    chat.say("No", "Several times", "Yes", HER_WORDS, "skip", "Not having to meet the person")
    return chat


def test_mistreatment_is_read_by_safeguarding_and_nobody_else(protected: Chat) -> None:
    protected.say("Only safeguarding", "Ask me first", "By phone", "+47 400 00 000", "skip")
    closing = protected.say("No")
    assert f"Your case is 2026-0001. {GUARDIAN} contacts you by" in closing
    assert "Nobody may treat you worse because you raised this." in closing
    (case,) = cases(protected)
    assert (case.severity, case.topic, case.restricted) == (Severity.URGENT, "safety", True)
    read = page(protected)
    for words in (HER_WORDS, "Shouting, insults or bullying", "Several times", "+47 400 00 000"):
        assert words in read
    assert HER_WORDS not in page(protected, by="UC1")
    assert HER_WORDS not in told(protected, DESK) + told(protected, "UC1")


def test_whoever_must_meet_the_person_has_safeguarding_asked_for_distance_today(protected: Chat) -> None:
    assert "please arrange today that the student does not have to meet" in told(protected, "UG1")
    assert "Safeguarding is asked to arrange distance today." in told(protected, DESK)
    assert "please arrange today" not in told(protected, "UC1")
    assert "To be done today: arrange" in page(protected)


def test_what_she_allows_stands_at_the_head_of_the_case_and_in_its_forms(protected: Chat) -> None:
    assert "Contact with the workplace: ask the student first" in page(protected)
    protected.say("Only safeguarding", "Yes, without my name", "No", "Do not contact me")
    protected.act("take", 1)
    for verb in ("open", "reply", "resolve"):
        shown = page(protected, verb=verb)
        assert "without the name, and not where people could guess it" in shown
        assert "the student does not want to be contacted" in shown
    view = protected.act("open", 1).view
    assert view is not None
    assert view.passages[0].heading == "What the student allows"


def test_her_coordinator_reads_it_where_she_says_so_and_no_longer_when_she_takes_it_back(protected: Chat) -> None:
    assert HER_WORDS not in page(protected, by="UC1")
    protected.say("My coordinator too")
    assert HER_WORDS in page(protected, by="UC1")
    assert "own coordinator may read this case now" in told(protected, DESK)
    protected.say("skip", "skip", "skip", "skip")
    protected.say("/answers conflict or mistreatment 11")
    assert "I have changed it." in protected.say("Only safeguarding")
    assert HER_WORDS not in page(protected, by="UC1")
    assert "own coordinator may no longer read this case" in told(protected, DESK)
    assert "May know of it: only safeguarding" in page(protected)
    assert "The student changed what may be shared." in page(protected)


def test_an_ordinary_conflict_is_her_coordinators(chat: Chat) -> None:
    asked = chat.say(*TO_THE_KINDS, "Disagreement or misunderstanding")
    assert f"Who reads this: {COORDINATOR}" in asked
    chat.say("we see the rota in two ways", "skip", "Respect", "back", "Clear agreements", "skip", "Nothing yet")
    chat.say("a plan for each week", "Maybe", "My coordinator and safeguarding", "No", "Here")
    closing = chat.say("skip")
    assert f"{COORDINATOR} looks at this by" in closing
    assert "Nobody may treat you worse" in closing
    (case,) = cases(chat)
    assert (case.severity, case.topic, case.restricted) == (Severity.ATTENTION, "workload", False)
    read = page(chat, by="UC1")
    for words in ("we see the rota in two ways", "Clear agreements", "a plan for each week"):
        assert words in read


def test_whoever_would_be_afraid_takes_the_case_from_her_coordinator_to_safeguarding(chat: Chat) -> None:
    chat.say(*TO_THE_KINDS, "Unclear or unfair treatment", "the plan was changed again", "skip", "skip", "skip")
    assert "the plan was changed again" in page(chat, by="UC1")
    asked = chat.say("skip", "skip", "I would be afraid")
    assert "It is not your job to prove anything here." in asked
    (case,) = cases(chat)
    assert (case.severity, case.topic, case.restricted) == (Severity.URGENT, "safety", True)
    assert "the plan was changed again" not in page(chat, by="UC1")
    assert "the plan was changed again" in page(chat)
    assert "From now on only safeguarding reads this case" in told(chat, DESK)
    assert "Urgent case 2026-0001" in told(chat, "UG1")


def test_urgent_words_in_mediation_make_the_same_case_a_restricted_one(chat: Chat) -> None:
    chat.say(*TO_THE_KINDS, "Disagreement or misunderstanding")
    asked = chat.say("he touched me and would not stop")
    assert "It is not your job to prove anything here." in asked
    (case,) = cases(chat)
    assert case.restricted
    assert "would not stop" in page(chat)
    assert "would not stop" not in page(chat, by="UC1")


def test_words_of_an_emergency_bring_help_first_and_the_report_goes_on_after_it(chat: Chat) -> None:
    chat.say(*TO_THE_KINDS, "Disagreement or misunderstanding")
    assert "call 113 now" in chat.say("I want to kill myself")
    back = chat.say("No", "skip")
    assert "Do you need medical help?" in back
    (case,) = cases(chat)
    assert case.severity == Severity.EMERGENCY


def test_not_being_safe_opens_urgent_help_and_the_report_is_over(chat: Chat) -> None:
    card = chat.say(*TO_THE_KINDS[:3], "No")
    assert "call 113 now" in card
    assert "What kind of thing" not in chat.say("No", "skip")
    (case,) = cases(chat)
    assert case.severity == Severity.EMERGENCY


def test_whoever_only_wants_a_call_is_called(chat: Chat) -> None:
    closing = chat.say(*TO_THE_KINDS[:2], "Just call me", "No", "+47 400 00 000", "not at work please")
    assert f"{GUARDIAN} calls you by" in closing
    assert "+47 400 00 000" in page(chat)
    assert "not at work please" in page(chat)


def test_a_second_conflict_is_urgent(chat: Chat) -> None:
    chat.say(*TO_THE_KINDS, "Unclear or unfair treatment", "quit")
    chat.say(*TO_THE_KINDS, "Unclear or unfair treatment")
    assert [case.severity for case in cases(chat)] == [Severity.ATTENTION, Severity.URGENT]


def test_the_form_without_a_name_is_offered_with_its_address(work: Work) -> None:
    chat = ChatWithForm(work)
    asked = chat.say(*TO_THE_KINDS[:2])
    assert "[Anonymous option]" in asked
    offered = chat.say("Anonymous option")
    assert "https://placemate.example.org/anonymous" in offered
    assert "Telegram can technically read what is written here" in offered
    assert "I pass on nothing of this talk" in offered
    assert cases(chat) == []


def test_choosing_the_form_leaves_what_stopping_leaves(work: Work) -> None:
    chat = ChatWithForm(work)
    chat.say("checkin", "start", "/conflict")
    back = chat.tap("Anonymous option")
    assert "I do not keep that you chose this." in back
    assert "How have the last two weeks been?" in back
    chat.say("/conflict", "Stop")
    with chat.work() as uow:
        talks = [talk for talk in all_of(uow.db, "s1") if talk.flow == "conflict"]
    kept = [(talk.status, talk.step, talk.answers, talk.progress) for talk in talks]
    assert kept[0] == kept[1]
    assert kept[0][:3] == ("stopped", "start", "{}")


def test_without_an_address_there_is_no_form_to_offer(chat: Chat) -> None:
    assert "Anonymous option" not in chat.say(*TO_THE_KINDS[:2])


def test_whom_she_names_of_the_team_never_reads_it_even_where_she_lets_her_coordinator(chat: Chat) -> None:
    chat.say(*TO_THE_KINDS[:4], "Yes", COORDINATOR, "Shouting, insults or bullying", "No", "skip", "skip", HER_WORDS)
    chat.say("skip", "skip", "My coordinator too")
    assert "handled by others" in page(chat, by="UC1")
    assert told(chat, "UC1") == ""
    assert told(chat, DESK) == ""


def test_in_norwegian_with_a_switch_of_language_in_the_middle(work: Work) -> None:
    chat = Chat(work, language="nb")
    asked = chat.say("problem", "Noen jeg jobber med", "Fortsett")
    assert "Er du trygg akkurat nå?" in asked
    chat.say("Vet ikke", "Nei", "Diskriminering")
    assert "Trenger du medisinsk hjelp?" in chat.transcript[-1]
    chat.say("/language", "English")
    assert "Do you need medical help?" in chat.transcript[-1]
    chat.say("No", "It is over", "No", "/language", "Norsk bokmål")
    assert "Skriv bare det du vil at den som ringer deg" in chat.transcript[-1]
    chat.say(
        "ring meg etter fem", "hopp over", "Ingenting nå", "Bare ansvarlig for trygghet", "Nei", "Her", "hopp over"
    )
    closing = chat.say("Ja")
    assert "Saken din er 2026-0001." in closing
    assert "Ingen har lov til å behandle deg dårligere fordi du sa fra." in closing
    assert "ring meg etter fem" in page(chat)


def test_it_is_asked_after_on_three_days_and_the_answer_lands_in_the_case(chat: Chat, clock: SettableClock) -> None:
    chat.say(*TO_THE_KINDS, "Disagreement or misunderstanding", "quit")
    with chat.work() as uow:
        promised = [(row.flow, row.about) for row in uow.db.execute(FOLLOW_UP.select().order_by(FOLLOW_UP.c.due_at))]
    assert promised == [(f"conflict_after_{days}", 1) for days in (2, 7, 30)]
    asked = later(chat, clock, days=2)
    assert "How is it now, with what stands in case 2026-0001?" in asked
    assert "Disagreement" not in asked
    assert "Good to hear." in chat.say("Better", "No")
    assert len(cases(chat)) == 1
    assert "Better" in page(chat, by="UC1")


def test_worse_raises_the_same_case(chat: Chat, clock: SettableClock) -> None:
    chat.say(*TO_THE_KINDS, "Disagreement or misunderstanding", "quit")
    later(chat, clock, days=2)
    chat.say("Worse")
    (case,) = cases(chat)
    assert (case.severity, case.restricted) == (Severity.URGENT, False)


def test_retaliation_is_a_new_case_linked_to_the_old_and_kept_from_the_same_people(
    chat: Chat, clock: SettableClock
) -> None:
    chat.say(*TO_THE_KINDS[:4], "Yes", COORDINATOR, "Unclear or unfair treatment", "quit")
    chat.act("take", 1)
    chat.act("resolve_as", 1, outcome="solved")
    later(chat, clock, days=2)
    chat.say("The same", "Yes")
    asked = chat.transcript[-1]
    assert f"Who reads this: {GUARDIAN}" in asked
    chat.say("they gave my shifts away")
    old, new = cases(chat)
    assert (new.severity, new.restricted) == (Severity.URGENT, True)
    with chat.work() as uow:
        assert linked_with(uow.db, [old.id or 0]) == [(new.id, old.id)]
    assert "they gave my shifts away" in page(chat, case=2)
    assert "This case follows case 2026-0001" in page(chat, case=2)
    assert "Case 2026-0002" in page(chat, case=1)
    assert "handled by others" in page(chat, by="UC1", case=2)
    assert "This follows case 2026-0001." in told(chat, "UG1")


def test_a_report_without_a_name_about_the_same_workplace_is_linked(protected: Chat) -> None:
    report(protected, workplace="EXAMPLE HOST LIMITED")
    assert "2026-0001" in page(protected, case=2)
    assert "Other reports about the same workplace" in page(protected, case=1)


def test_all_that_is_kept_is_in_her_file_and_goes_when_she_is_forgotten(protected: Chat) -> None:
    protected.say("My coordinator too", "No", "Here", "not on Mondays", "No")
    protected.say("/mydata", "Yes")
    (document,) = protected.documents
    for known in ('"work": "no"', '"unsafe": "not on Mondays"', '"compared": [', "kept as a code that nobody can read"):
        assert known in document
    protected.say("/forget", "Delete everything")
    assert "not on Mondays" in page(protected), "an open safety case is kept until it is closed"
