"""A case that the program opened: she reads of it when she has a part in it, and no apology before that."""

from datetime import timedelta

from bot.cases.hearing import Concern, hear
from flows.severity import Severity
from tests.cases.clock.test_climbing import asked, ladder, late_news, until
from tests.cases.office import TUESDAY, Office

LONG_AFTER = TUESDAY + timedelta(days=8)


def silent() -> Office:
    """Her silence has opened a case."""
    office = ladder()
    with office.student() as context:
        lines = (("flag", "two missed check-ins", "silence"),)
        hear(context, Concern("wellbeing", Severity.ATTENTION, False, "checkin", lines, hers=False))
    return office


def test_nobody_says_sorry_to_her_about_a_case_she_never_heard_of() -> None:
    office = silent()
    until(office, LONG_AFTER, minutes=120)
    assert asked(office)[:2] == ["c2", "l1"]
    assert office.to_student() == []


def test_what_she_adds_to_it_gives_her_the_receipt_of_it_and_from_then_on_the_truth() -> None:
    office = silent()
    office.hear(Severity.ATTENTION, "wellbeing")
    assert "Your case number is 2026-0001" in office.to_student()[-1]
    until(office, LONG_AFTER, minutes=120)
    assert late_news(office)


def test_what_she_adds_that_is_graver_is_not_called_more_urgent_than_what_she_never_heard_of() -> None:
    office = silent()
    office.hear(Severity.URGENT, "wellbeing")
    assert "Your case number is 2026-0001" in office.to_student()[-1]
    assert "more urgent" not in office.to_student()[-1]


def test_whoever_takes_it_tells_her_and_is_apologised_for_when_nothing_happens() -> None:
    office = silent()
    office.press("c1", "take", 1)
    assert "did not get on with your case" in until(office, LONG_AFTER, minutes=120)[0]
