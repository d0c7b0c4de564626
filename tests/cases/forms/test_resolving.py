import pytest

from bot.words.buttons import reply_data
from bot.words.outgoing import Message
from flows.severity import Severity
from tests.cases.office import Office, shown


def taken(office: Office, severity: Severity = Severity.ATTENTION, topic: str = "workload") -> int:
    case = office.hear(severity, topic)
    office.press("c1", "take", case)
    return case


def test_a_case_is_closed_with_its_outcome_and_she_reads_how_to_say_that_it_is_not_solved(office: Office) -> None:
    case = taken(office)
    form = office.press("c1", "resolve", case)
    assert form is not None
    assert [value for value, _ in form.fields[0].options] == [
        "solved", "passed_on", "student_withdrew", "not_needed", "false_alarm",
    ]  # fmt: skip
    assert office.press("c1", "resolve_as", case, outcome="passed_on", note="unmistakable") is None
    now = office.case(case)
    assert (now.state, now.outcome, now.resolved_at) == ("resolved", "passed_on", office.now)
    assert (office.lines(case)[-1].kind, office.said(case)[-1]) == ("note", "unmistakable")
    news = [each.outgoing for each in office.posted() if each.row.chat == "900"][-1]
    assert isinstance(news, Message)
    assert news.text == (
        "Example Coordinator from Example Programme has closed your case 2026-0001. If it is not solved, press the "
        "button."
    )
    assert [(button.label, button.data) for row in news.buttons for button in row] == [
        ("It is not solved", reply_data(case))
    ]
    assert not any("unmistakable" in repr(each.outgoing) for each in office.posted())


@pytest.mark.parametrize("outcome", ["", "won"])
def test_without_an_outcome_it_stays_open_and_the_note_is_not_lost(office: Office, outcome: str) -> None:
    case = taken(office)
    form = office.press("c1", "resolve_as", case, outcome=outcome, note="my note")
    assert form is not None
    assert form.error == "Please choose how it ended."
    assert form.fields[1].initial == "my note"
    assert office.case(case).state == "taken"


def test_a_case_that_nobody_has_is_not_closed(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    assert "the case is open" in shown(office.press("c1", "resolve_as", case, outcome="solved"))


def test_a_case_is_closed_once(office: Office) -> None:
    case = taken(office)
    office.press("c1", "resolve_as", case, outcome="solved")
    told = len(office.to_student())
    assert "the case is resolved" in shown(office.press("g1", "resolve_as", case, outcome="false_alarm"))
    assert office.case(case).outcome == "solved"
    assert len(office.to_student()) == told


def test_after_an_emergency_whoever_closed_it_is_looked_after_and_asked_what_was_learnt(office: Office) -> None:
    case = office.hear(Severity.EMERGENCY, "safety", restricted=True)
    office.press("g1", "take", case)
    form = office.press("g1", "resolve", case)
    assert form is not None
    assert [field.id for field in form.fields] == ["outcome", "note", "debrief"]
    office.press("g1", "resolve_as", case, outcome="solved", debrief="call sooner")
    assert office.said(case)[-1] == "call sooner"
    assert "Talk it over with a colleague today" in office.to("g1")[-1]
    assert len(office.press("c1", "resolve", taken(office)).fields) == 2  # type: ignore[union-attr]  # it is a form


def test_a_closed_case_is_opened_again_and_its_clock_starts_anew(office: Office) -> None:
    case = taken(office, Severity.URGENT, "practical")
    office.press("c1", "resolve_as", case, outcome="solved")
    office.later(days=1)
    assert office.press("c1", "reopen", case) is None
    now = office.case(case)
    assert (now.state, now.outcome, now.resolved_at, now.taken_at) == ("reopened", "", None, None)
    assert (now.deadline_at - office.now).total_seconds() == 4 * 3600
    assert office.to_student()[-1].startswith("Your case 2026-0001 is open again.")
    office.press("c1", "take", case)
    assert office.case(case).state == "taken"


def test_reopening_from_an_open_page_shows_what_comes_next(office: Office) -> None:
    case = taken(office)
    office.press("c1", "resolve_as", case, outcome="solved")
    view = office.press("c1", "reopen_here", case)
    assert view is not None
    assert [verb for verb, _ in view.buttons] == ["take_here", "hand_over"]


def test_an_open_case_is_not_opened_again(office: Office) -> None:
    case = taken(office)
    assert "the case is taken" in shown(office.press("c1", "reopen", case))


@pytest.mark.parametrize("verb", ["resolve", "resolve_as"])
def test_a_restricted_case_is_not_closed_by_a_coordinator_who_may_not_read_it(office: Office, verb: str) -> None:
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    office.press("g1", "take", case)
    assert "Only safeguarding" in shown(office.press("c1", verb, case, outcome="false_alarm"))
    assert office.case(case).state == "taken"


def test_a_reopened_emergency_calls_again_if_nobody_takes_it(office: Office) -> None:
    case = office.hear(Severity.EMERGENCY, "safety", restricted=True)
    office.press("g1", "take", case)
    office.press("g1", "resolve_as", case, outcome="solved")
    office.press("g1", "reopen", case)
    assert office.tick() == 0
    office.later(minutes=10)
    assert office.tick() == 1
