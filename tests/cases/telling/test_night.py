"""News of a case at night: she sleeps, unless she is awake or it cannot wait."""

from datetime import UTC, datetime

import pytest

from bot.intake.identify import known_person
from bot.intake.inbound import Inbound, Kind
from flows.severity import Severity
from storage.outbox import OutboxRow
from tests.cases.office import Office

EVENING = datetime(2026, 3, 3, 17, 30, tzinfo=UTC)
"""19:30 in Johannesburg, where she is."""
MORNING = datetime(2026, 3, 4, 6, 0, tzinfo=UTC)


def taken_at_night(severity: Severity, topic: str = "workload") -> Office:
    """Her case is taken at half past ten in her evening, three hours after she wrote."""
    office = Office(EVENING)
    case = office.hear(severity, topic, restricted=topic == "safety")
    office.later(hours=3)
    assert office.press("g1", "take", case) is None
    return office


def newest(office: Office) -> OutboxRow:
    """The newest message to her."""
    return [each.row for each in office.posted() if each.row.chat == "900"][-1]


@pytest.mark.parametrize("severity", [Severity.ATTENTION, Severity.URGENT])
def test_what_can_wait_is_read_in_the_morning(severity: Severity) -> None:
    assert newest(taken_at_night(severity)).not_before == MORNING


def test_an_emergency_never_waits() -> None:
    assert newest(taken_at_night(Severity.EMERGENCY, "safety")).not_before is None


def test_whoever_wrote_just_now_is_awake() -> None:
    office = Office(datetime(2026, 3, 3, 20, 0, tzinfo=UTC))
    case = office.hear(Severity.ATTENTION)
    office.later(hours=1)
    office.press("g1", "take", case)
    assert newest(office).not_before is None


def test_a_colleagues_words_wait_too_and_the_thread_says_so() -> None:
    office = taken_at_night(Severity.ATTENTION)
    office.reply("g1", 1, "Shall we talk tomorrow?")
    assert newest(office).not_before == MORNING
    assert any("It is night where the student is" in line for line in office.log(1))


def test_a_colleagues_words_about_something_urgent_do_not_wait() -> None:
    office = taken_at_night(Severity.URGENT, "safety")
    office.reply("g1", 1, "Are you safe tonight?")
    replies = [each.row for each in office.posted() if each.row.chat == "900" and "Are you safe" in each.text]
    assert [row.not_before for row in replies] == [None]
    assert not any("It is night" in line for line in office.log(1))


def test_what_waits_goes_out_as_soon_as_she_writes() -> None:
    office = taken_at_night(Severity.ATTENTION)
    with office.work() as uow:
        known_person(uow, Inbound("telegram", "e1", Kind.TEXT, "9", "900", text="I cannot sleep"))
    assert newest(office).not_before is None
