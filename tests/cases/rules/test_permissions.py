from collections.abc import Callable

import pytest

from bot.cases.rules.permissions import Access, may_hand_over, may_read, may_take, may_work
from bot.facts.context import Context
from flows.severity import Severity
from storage.cases import Case, find_case
from storage.people import Person
from tests.cases.office import Office

AT_ONCE, WITH_REASON, NEVER = Access.AT_ONCE, Access.WITH_REASON, Access.NEVER
May = Callable[[Person, Context, Case], object]


def who(may: May, office: Office, case: int) -> dict[str, object]:
    with office.student() as context:
        found = find_case(context.uow.db, case)
        assert found is not None
        everyone = ("c1", "c2", "g1", "l1", "m1", "s1", "s2")
        return {each: may(office.person(context.uow, each), context, found) for each in everyone}


def allowed(may: May, office: Office, case: int) -> set[str]:
    return {person for person, permitted in who(may, office, case).items() if permitted}


def test_her_coordinator_and_safeguarding_read_an_ordinary_case_the_others_give_a_reason(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    assert who(may_read, office, case) == {
        "c1": AT_ONCE, "c2": WITH_REASON, "g1": AT_ONCE, "l1": WITH_REASON, "m1": NEVER, "s1": NEVER, "s2": NEVER,
    }  # fmt: skip


def test_a_restricted_case_is_read_by_safeguarding_alone(office: Office) -> None:
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    assert {person for person, access in who(may_read, office, case).items() if access is not NEVER} == {"g1"}


def test_the_coordinator_named_by_safeguarding_reads_a_restricted_case(office: Office) -> None:
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    office.press("g1", "hand_over_to", case, to="c2")
    assert {person for person, access in who(may_read, office, case).items() if access is AT_ONCE} == {"g1", "c2"}
    office.press("g1", "hand_over_to", case, to="g2")
    assert who(may_read, office, case)["c2"] is NEVER


def test_a_restricted_case_is_taken_by_safeguarding_or_whoever_is_on_call() -> None:
    office = Office(on_call=("l1",))
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    assert allowed(may_take, office, case) == {"g1", "l1"}


def test_whoever_is_called_at_an_emergency_may_take_it() -> None:
    office = Office(on_call=("g1",), deputy="c2", lead="l1")
    assert allowed(may_take, office, office.hear(Severity.URGENT, "safety", restricted=True)) == {"g1"}
    assert allowed(may_take, office, office.hear(Severity.EMERGENCY, "safety", restricted=True)) == {"g1", "c2", "l1"}


@pytest.mark.parametrize("may", [may_take, may_hand_over])
def test_all_staff_may_take_or_pass_on_an_ordinary_case(office: Office, may: May) -> None:
    assert allowed(may, office, office.hear(Severity.ATTENTION)) == {"c1", "c2", "g1", "l1"}


@pytest.mark.parametrize("may", [may_hand_over, may_work])
def test_a_restricted_case_is_worked_on_by_safeguarding_and_its_assignee(office: Office, may: May) -> None:
    case = office.hear(Severity.ATTENTION, "safety", restricted=True)
    office.press("g1", "hand_over_to", case, to="c2")
    assert allowed(may, office, case) == {"g1", "c2"}


def test_where_the_roster_has_no_safeguarding_the_leads_are_it(office: Office) -> None:
    office.change("g1", role="mentor")
    office.change("g2", role="mentor")
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    assert {person for person, access in who(may_read, office, case).items() if access is AT_ONCE} == {"l1"}


def test_nobody_works_on_a_case_about_herself(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.change("s1", role="coordinator")
    assert who(may_read, office, case)["s1"] is NEVER
    assert "s1" not in allowed(may_take, office, case) | allowed(may_work, office, case)


def test_a_role_that_was_taken_away_counts_at_the_next_click(office: Office) -> None:
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    assert who(may_read, office, case)["g1"] is AT_ONCE
    office.change("g1", role="mentor")
    assert who(may_read, office, case)["g1"] is NEVER
