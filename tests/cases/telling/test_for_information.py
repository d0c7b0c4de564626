"""A colleague who may not act is told that others do, and is never told to act."""

from datetime import timedelta

from flows.severity import Severity
from tests.cases.clock.test_climbing import ladder, until
from tests.cases.office import TUESDAY, Office


def told(office: Office) -> str:
    """What her coordinator reads in her own chat."""
    return "\n".join(office.to("c1"))


def test_in_an_emergency_of_safeguarding_her_coordinator_is_told_for_information() -> None:
    office = ladder()
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    assert told(office) == (
        "For your information: emergency case 2026-0001 is open. Safeguarding handles it. There is nothing to do for "
        "you."
    )
    assert "press I take it" in "\n".join(office.to("g1"))


def test_in_a_restricted_urgent_case_she_is_neither_given_a_time_nor_reminded() -> None:
    office = ladder()
    office.hear(Severity.URGENT, "safety", restricted=True)
    until(office, TUESDAY + timedelta(hours=3, minutes=30))
    assert told(office).startswith("For your information: urgent case 2026-0001 is open.")
    assert "Respond by" not in told(office)
    assert "waits for somebody to take it" not in told(office)
    assert "waits for somebody to take it" in "\n".join(office.to("g1"))


def test_of_what_she_may_take_she_is_told_as_before() -> None:
    office = ladder()
    office.hear(Severity.URGENT, "workload", restricted=False)
    assert told(office).startswith("Urgent case 2026-0001. Respond by")
