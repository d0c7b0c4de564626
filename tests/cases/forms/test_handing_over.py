import pytest

from flows.severity import Severity
from tests.cases.office import Office, shown


def test_a_case_is_handed_to_a_colleague_who_has_yet_to_take_it(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    assert office.press("c1", "hand_over_to", case, to="c2", note="She prefers to be phoned.") is None
    now = office.case(case)
    assert (now.state, now.assignee_id, now.taken_at) == ("open", "c2", None)
    assert [(c.who, c.detail) for c in office.changes(case)][-1] == ("c1", "c2")
    assert office.to("c2") == ["Example Coordinator has handed case 2026-0001 over to you. Open Slack."]
    assert office.log(case)[-1] == "Handed over by Example Coordinator to Example Colleague."
    assert office.to_student()[-1] == "Example Colleague from Example Programme has your case 2026-0001 from now on."
    assert office.said(case)[-1] == "She prefers to be phoned."


def test_a_note_for_the_colleague_never_reaches_the_student(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "hand_over_to", case, to="c2", note="unmistakable")
    assert not any("unmistakable" in repr(each.outgoing) for each in office.posted())


def test_the_form_lists_the_team_but_whoever_has_it(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    form = office.press("c1", "hand_over", case)
    assert form is not None
    assert form.fields[0].options == (
        ("c2", "Example Colleague · coordinator"), ("g1", "Example Guardian · safeguarding lead"),
        ("g2", "Example Second Guardian · safeguarding lead"), ("l1", "Example Lead · programme lead"),
    )  # fmt: skip


def test_for_a_restricted_case_the_form_says_what_naming_somebody_opens(office: Office) -> None:
    case = office.hear(Severity.ATTENTION, "safety", restricted=True)
    assert "Whoever you choose can read what the student wrote." in shown(office.press("g1", "hand_over", case))
    ordinary = office.hear(Severity.ATTENTION)
    assert "Whoever you choose" not in shown(office.press("g1", "hand_over", ordinary))


@pytest.mark.parametrize("to", ["", "s1", "m1", "nobody"])
def test_a_case_goes_to_nobody_outside_the_team(office: Office, to: str) -> None:
    case = office.hear(Severity.ATTENTION)
    form = office.press("c1", "hand_over_to", case, to=to)
    assert form is not None
    assert form.error == "Please choose a colleague from the list."
    assert office.case(case).assignee_id == ""


def test_handing_a_case_to_oneself_is_taking_it_and_she_is_told_once(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    told = len(office.to_student())
    office.press("c2", "hand_over_to", case, to="c2")
    assert (office.case(case).state, office.case(case).assignee_id) == ("taken", "c2")
    assert office.to_student()[told:] == ["Example Colleague from Example Programme has taken your case 2026-0001."]


def test_her_own_coordinator_does_not_name_readers_of_a_restricted_case(office: Office) -> None:
    case = office.hear(Severity.ATTENTION, "safety", restricted=True)
    assert "Only safeguarding" in shown(office.press("c1", "hand_over_to", case, to="c1"))
    assert office.case(case).assignee_id == ""


def test_an_emergency_that_is_handed_over_is_paged_until_it_is_taken(office: Office) -> None:
    case = office.hear(Severity.EMERGENCY, "safety", restricted=True)
    office.press("g1", "take", case)
    office.press("g1", "hand_over_to", case, to="c2")
    office.later(minutes=10)
    assert office.tick() == 1
    assert office.to("c2")[-1].startswith("EMERGENCY, not taken for")
    office.press("c2", "take", case)
    office.later(minutes=10)
    assert office.tick() == 0


def test_a_colleague_whom_no_message_reaches_is_named_in_the_log(office: Office) -> None:
    office.change("c2", slack_id="")
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "hand_over_to", case, to="c2")
    assert office.log(case)[-1] == "Could not reach Example Colleague."
