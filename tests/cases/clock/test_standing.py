"""What she reads when she asks, and in receipts: never a time that has passed as if it lay ahead."""

from datetime import datetime, timedelta

from bot.cases.status import status_message, urgent_status
from bot.facts.placeholders import Placeholders
from flows.severity import Severity
from tests.cases.clock.test_climbing import ladder, until
from tests.cases.office import TUESDAY, Office


def status(office: Office) -> str:
    with office.student() as context:
        return status_message(context)


def urgent(office: Office) -> str:
    with office.student() as context:
        return urgent_status(context)


def test_before_the_deadline_she_reads_who_reads_it_and_by_when() -> None:
    office = ladder()
    office.hear(Severity.ATTENTION)
    assert "Nobody has taken it yet.\nExample Coordinator reads it by Thursday 5 March, 11:00." in status(office)


def test_after_it_she_reads_that_it_is_late_who_was_asked_and_the_new_time() -> None:
    office = ladder()
    office.hear(Severity.ATTENTION)
    until(office, TUESDAY + timedelta(days=2))
    assert (
        "Nobody has taken it yet.\nIt is late, I am sorry. Example Colleague has been asked last.\n"
        "Example Colleague reads it by Friday 6 March, 11:00."
    ) in status(office)


def test_in_the_end_she_reads_no_time_that_has_passed() -> None:
    office = ladder()
    office.hear(Severity.ATTENTION)
    until(office, TUESDAY + timedelta(days=10))
    assert "It is late, I am sorry. Example Lead has been asked last." in status(office)
    assert "reads it by" not in status(office)
    with office.student() as context:
        assert str(Placeholders(context)["deadline"]) == "the next working day"


def test_a_deadline_that_passed_while_the_program_was_down_is_not_shown_as_ahead() -> None:
    office = ladder()
    office.hear(Severity.URGENT, "safety", restricted=True)
    office.later(hours=9)
    assert "reads it by" not in status(office)
    assert urgent(office).startswith("Nobody has answered in time, I am sorry.")


def test_an_emergency_says_whom_to_call() -> None:
    office = ladder()
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    office.later(hours=1)
    assert "Nobody has answered yet. Please call" in status(office)
    assert "every 10 minutes" in urgent(office)
    team = office.settings.team.model_copy(update={"emergency_minutes": 5.0})
    office.settings = office.settings.model_copy(update={"team": team})
    assert "every 5 minutes" in urgent(office)


def test_whoever_has_it_must_act_by_a_time_that_lies_ahead() -> None:
    office = ladder()
    office.hear(Severity.ATTENTION)
    office.later(hours=3)
    office.press("c1", "take", 1)
    assert "Example Coordinator has it.\nAnswer by Thursday 5 March, 14:00." in status(office)


def test_a_receipt_on_a_holiday_of_the_team_says_when_it_works_again() -> None:
    good_friday = datetime.fromisoformat("2026-04-03T09:00+00:00")
    office = ladder(good_friday)
    team = office.settings.team.model_copy(update={"country": "NO"})
    office.settings = office.settings.model_copy(update={"team": team})
    office.hear(Severity.ATTENTION)
    (receipt,) = office.to_student()
    assert "Example Coordinator reads it by Wednesday 8 April, 16:00." in receipt
    assert "outside working hours. A person reads this from Tuesday 7 April, 08:00 on." in receipt


def test_in_norwegian() -> None:
    office = ladder()
    office.change("s1", language="nb")
    office.hear(Severity.ATTENTION)
    said = until(office, TUESDAY + timedelta(days=2))
    assert said == []
    assert office.to_student()[-1].startswith(
        "Jeg beklager: ingen har svart i saken din 2026-0001 innen den tiden jeg sa. Nå har jeg spurt Example Colleague"
    )
