from flows.severity import Severity
from tests.cases.office import Office, shown


def test_one_tap_takes_the_case_and_she_reads_who_has_it(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    assert office.press("c1", "take", case) is None
    now = office.case(case)
    assert (now.state, now.assignee_id, now.taken_at) == ("taken", "c1", office.now)
    assert office.done(case)[-1] == "taken"
    assert office.to_student()[1:] == ["Example Coordinator from Example Programme has taken your case 2026-0001."]


def test_of_two_who_take_at_once_the_second_is_told_who_has_it(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    before = len(office.posted())
    assert "Example Coordinator has already taken it." in shown(office.press("c2", "take", case))
    assert office.case(case).assignee_id == "c1"
    assert len(office.posted()) == before


def test_pressing_twice_takes_once(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    assert "You have this case already." in shown(office.press("c1", "take", case))
    assert office.done(case).count("taken") == 1


def test_a_restricted_case_is_not_taken_by_just_any_coordinator(office: Office) -> None:
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    refused = office.press("c1", "take", case)
    assert "This case is restricted. Only safeguarding" in shown(refused)
    assert office.case(case).state == "open"
    assert [(c.who, c.detail) for c in office.changes(case) if c.what == "refused"] == [("c1", "take")]


def test_a_mentor_or_a_student_takes_nothing(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    for person in ("m1", "s1", "s2"):
        assert "Only coordinators and safeguarding can do this." in shown(office.press(person, "take", case))
    assert office.case(case).state == "open"


def test_taking_from_an_open_page_shows_what_comes_next(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    view = office.press("c1", "take_here", case)
    assert "You have case 2026-0001 now." in shown(view)
    assert view is not None
    assert [verb for verb, _ in view.buttons] == ["open", "reply", "hand_over", "resolve"]


def test_taking_an_emergency_ends_the_paging_and_she_reads_when_it_was_seen(office: Office) -> None:
    case = office.hear(Severity.EMERGENCY, "safety", restricted=True)
    office.press("g1", "take", case)
    assert office.case(case).page_at is None
    assert office.to_student()[-1].startswith(
        "Example Guardian from Example Programme has seen this at 11:00 and will contact you.\n\n"
        "Example Guardian writes with you here now."
    )


def test_a_closed_case_is_not_taken(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    office.press("c1", "resolve_as", case, outcome="solved")
    assert "the case is resolved" in shown(office.press("c2", "take", case))
