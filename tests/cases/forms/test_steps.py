"""The log of what the team does: kept from the student, and looked at again on its day."""

from datetime import UTC, datetime

import pytest

from bot.cases.clock.checking import check_due
from flows.severity import Severity
from tests.cases.office import Office, shown


def taken(office: Office) -> int:
    case = office.hear(Severity.ATTENTION, "workload")
    office.press("c1", "take", case)
    return case


def test_a_step_stands_in_the_case_and_never_reaches_the_student_or_the_channel(office: Office) -> None:
    case = taken(office)
    assert office.press("c1", "step", case) is not None
    told = len(office.to_student())
    filled = {"kind": "told_workplace", "told": "unmistakable name", "agreed": "two fixed days"}
    assert office.press("c1", "log_step", case, **filled) is None
    assert office.said(case)[-1].splitlines() == [
        "Told the workplace", "Who was told, and what? (optional): unmistakable name",
        "What was agreed? (optional): two fixed days",
    ]  # fmt: skip
    assert len(office.to_student()) == told
    assert not any("unmistakable" in repr(each.outgoing) for each in office.posted())
    page = shown(office.press("c1", "open", case))
    assert "unmistakable name" in page
    assert "Example Coordinator logged a step: Told the workplace." in page


def test_on_its_day_whoever_has_it_is_told_once(office: Office) -> None:
    case = taken(office)
    office.press("c1", "log_step", case, kind="agreed", check_on="2026-03-05")
    assert office.case(case).check_at == datetime(2026, 3, 5, 8, 0, tzinfo=UTC)
    for hours, due in ((46, 0), (2, 1), (2, 0)):
        office.later(hours=hours)
        with office.work() as uow:
            assert check_due(uow, office.settings) == due
    assert [text for text in office.to("c1") if "wanted to look at it again" in text] == [
        "Case 2026-0001: today is the day you wanted to look at it again."
    ]


@pytest.mark.parametrize(
    ("filled", "error"),
    [
        ({"kind": ""}, "Please choose what was done."),
        ({"kind": "met", "check_on": "someday"}, "Please write a day ahead, such as 2026-12-14."),
        ({"kind": "met", "check_on": "2026-03-03"}, "Please write a day ahead, such as 2026-12-14."),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_typed_is_lost(
    office: Office, filled: dict[str, str], error: str
) -> None:
    case = taken(office)
    form = office.press("c1", "log_step", case, told="my words", **filled)
    assert form is not None
    assert (form.error, form.fields[1].initial) == (error, "my words")
    assert not any(line.kind == "step" for line in office.lines(case))


def test_it_is_for_whoever_may_work_on_the_case_and_only_while_it_is_taken(office: Office) -> None:
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    assert "Only safeguarding" in shown(office.press("c2", "log_step", case, kind="met"))
    assert "the case is open" in shown(office.press("g1", "log_step", case, kind="met"))


def test_a_closed_case_is_not_looked_at_again(office: Office) -> None:
    case = taken(office)
    office.press("c1", "log_step", case, kind="agreed", check_on="2026-03-05")
    office.press("c1", "resolve_as", case, outcome="solved")
    assert office.case(case).check_at is None
