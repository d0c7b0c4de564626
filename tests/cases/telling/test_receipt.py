"""What she is told when something of hers becomes a case."""

from bot.cases.hearing import Concern, hear
from flows.severity import Severity
from tests.cases.office import Office


def test_several_cases_of_one_turn_are_one_receipt(office: Office) -> None:
    with office.student() as context:
        for topic in ("workload", "practical"):
            hear(context, Concern(topic, Severity.ATTENTION, False, "checkin", (("flag", "a line", "some_flag"),)))
        hear(context, Concern("safety", Severity.EMERGENCY, True, "checkin", (("flag", "a line", "some_flag"),)))
    (receipt,) = office.to_student()
    assert all(case.number in receipt for case in office.cases())
    assert receipt.count("A person will look at this.") == 1
    assert "is being alerted now" in receipt


def test_cases_of_two_turns_are_two_receipts(office: Office) -> None:
    office.hear(Severity.ATTENTION, "workload")
    office.hear(Severity.ATTENTION, "practical")
    assert len(office.to_student()) == 2
