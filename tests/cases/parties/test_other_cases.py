"""Whom she named in one case hears nothing of her others, and no longer holds them."""

from bot.cases.hearing import Concern, hear
from flows.severity import Severity
from storage.parties import parties_of
from tests.cases.office import Office

NAMES_HER = "Example Coordinator touched me and I did not want it"


def named_in_a_restricted_case(office: Office) -> int:
    return office.hear(Severity.URGENT, "safety", restricted=True, words=NAMES_HER)


def parties(office: Office, case: int) -> frozenset[str]:
    with office.work() as uow:
        return parties_of(uow.db, case)


def test_a_new_case_is_kept_from_whom_she_named_in_another() -> None:
    office = Office()
    named_in_a_restricted_case(office)
    told = len(office.to("c1"))
    later = office.hear(Severity.URGENT, "workload", words="There is far too much to do")
    assert "c1" in parties(office, later)
    assert len(office.to("c1")) == told


def test_whoever_is_named_loses_the_other_case_she_has() -> None:
    office = Office()
    first = office.hear(Severity.ATTENTION, "workload", words="Too much to do")
    office.press("c1", "take", first)
    named_in_a_restricted_case(office)
    assert office.case(first).assignee_id == ""
    assert "c1" in parties(office, first)


def test_a_case_of_somebody_else_stays_with_her() -> None:
    office = Office()
    first = office.hear(Severity.ATTENTION, "workload", words="Too much to do")
    office.press("c2", "take", first)
    with office.student() as context:
        hear(context, Concern("safety", Severity.URGENT, True, "checkin", (("words", NAMES_HER, "x"),)))
    assert office.case(first).assignee_id == "c2"
