"""A workload report as she meets it, what lands in the case, and the question a week later."""

from datetime import timedelta

import pytest

from flows.severity import Severity
from storage.cases import Case, cases_of, lines_of
from storage.followups import FOLLOW_UP
from tests.conftest import Work
from tests.intake.chatting import Chat
from tests.intake.test_still_ok_by_chat import tick_at
from tests.settable_clock import SettableClock

TO_THE_REPORT = ("checkin", "start", "3", "about right", "yes", "4", "yes", "4", "too little work", "yes")
TO_THE_END = ("skip", "skip", "no")


def cases(chat: Chat) -> list[Case]:
    with chat.work() as uow:
        return cases_of(uow.db, "s1")


def words_in(chat: Chat, case: int) -> str:
    with chat.work() as uow:
        person = chat.student(uow)
        return "\n".join(uow.open(person, line.body) for line in lines_of(uow.db, [case]))


def promised(chat: Chat) -> list[tuple[str, int, timedelta]]:
    with chat.work() as uow:
        rows = list(uow.db.execute(FOLLOW_UP.select()))
        return [(row.flow, row.about, row.due_at - uow.now) for row in rows]


@pytest.fixture
def report(chat: Chat) -> Chat:
    """The check-in has led to the report."""
    assert "Is your work too much or too little?" in chat.say(*TO_THE_REPORT, *TO_THE_END)
    return chat


def test_all_of_it_is_one_case_with_what_is_to_be_done(report: Chat) -> None:
    report.say("too little", "two weeks")
    report.tap("Longer") if "Longer" in report.buttons else None
    report.say("back", "One or two weeks", "all day")
    report.tap("My supervisor is away", "Access or equipment is missing", "Done")
    assert "Take this to your next talk with Example Supervisor" in report.say("I would like to test the new machine")
    last = report.say("skip", "Help me prepare the talk")
    assert "To prepare the talk with Example Supervisor" in last
    assert "Offer, do not wait." in last
    assert "Example Coordinator looks at this by" in last
    (case,) = cases(report)
    assert (case.topic, case.severity, case.restricted) == ("workload", Severity.ATTENTION, False)
    told = words_in(report, 1)
    for words in (
        "Is your work too much or too little? – Too little", "Since when? – One or two weeks", "All day",
        "Please bring the mid-point review forward", "Access or equipment is missing: please ask the workplace",
        "The supervisor has been away for more than a week", "the new machine", "Help me prepare the talk",
    ):  # fmt: skip
        assert words in told
    assert "mid-point" not in "\n".join(report.transcript)
    assert "the new machine" in repr(report.act("open", 1, by="UC1").view)
    assert promised(report) == [("workload_after", 1, timedelta(days=7))]


def test_worse_after_a_week_is_one_level_up_in_the_same_case(report: Chat, clock: SettableClock) -> None:
    report.say("too much", "a few days", "40", "skip", "sleep", "not yet", "skip", "just note it", "no")
    assert cases(report)[0].severity == Severity.ATTENTION
    assert tick_at(report, clock, days=6) == []
    (question,) = tick_at(report, clock, days=1, minutes=1)
    assert question.startswith("Hi Example. A week ago you told me about your work.")
    report.say("verre")
    (case,) = cases(report)
    assert case.severity == Severity.URGENT
    assert "worse now? – Worse" in words_in(report, 1)
    last = report.say("my weekends are gone too")
    assert "Example Coordinator and Example Guardian can see that it has become worse." in last
    assert "my weekends are gone too" in words_in(report, 1)
    assert promised(report) == []


def test_better_after_a_week_stands_in_the_case_that_is_open(report: Chat, clock: SettableClock) -> None:
    report.say(
        "too hard", "skip", "skip", "skip", "skip", "I do not dare", "skip", "skip", "skip", "skip", "skip", "skip"
    )
    tick_at(report, clock, days=7, minutes=1)
    assert "Good to hear." in report.say("better")
    assert "worse now? – Better" in words_in(report, 1)
    assert [case.severity for case in cases(report)] == [Severity.ATTENTION]


def test_hours_over_the_agreement_are_urgent_and_she_still_leaves_with_words_to_say(work: Work) -> None:
    chat = Chat(work, hours_per_week=30)
    chat.say(*TO_THE_REPORT, *TO_THE_END, "too much", "skip", "about 37 hours")
    assert cases(chat)[0].severity == Severity.URGENT
    last = chat.say("skip", "skip", "skip", "skip", "skip")
    assert "I have A, B and C for Friday." in last
    assert "Example Guardian is told now" in last


def test_a_call_takes_the_number_where_it_is_asked(report: Chat) -> None:
    report.say("too easy", "skip", "skip", "skip", "skip", "skip", "+47 22 00 00 00")
    assert "A coordinator calls me" in words_in(report, 1)
    assert "22 00 00 00" in words_in(report, 1)


def test_where_the_check_in_told_a_person_the_report_after_it_does_not_say_that_nobody_knows(chat: Chat) -> None:
    chat.say("checkin", "start", "1", "about right", "yes", "4", "yes", "4", "too little work", "yes", *TO_THE_END)
    assert len(cases(chat)) == 1
    last = chat.say("too little", "skip", "skip", "skip", "skip", "skip", "just note it")
    assert "From what you answered here nobody is told." in last


def test_whoever_does_not_dare_says_who_may_know(report: Chat) -> None:
    report.say("too much", "skip", "skip", "skip", "skip", "I do not dare", "skip", "please contact my workplace")
    report.say("my coordinator and safeguarding", "yes, without my name", "yes", "here", "not on Mondays")
    told = words_in(report, 1)
    assert all(words in told for words in ("My coordinator and safeguarding", "Yes, without my name", "not on Mondays"))


def test_the_language_may_change_in_the_middle_and_everything_is_said_in_norwegian(report: Chat) -> None:
    report.say("too much", "skip")
    assert "Omtrent hvor mange timer har du jobbet" in report.say("language", "Norsk bokmål")
    last = report.say(
        "40", "flere sjefer", "ingenting ennå", "Ja, men ingenting ble endret", "hopp over", "Bare noter det"
    )
    assert "Jeg har A, B og C til fredag." in last
    assert "Example Coordinator ser på dette innen" in last
    assert "Have you told your supervisor? – Yes, but nothing changed" in words_in(report, 1)
