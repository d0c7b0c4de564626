"""Several complaints about one workplace or person are seen together, by safeguarding and nobody else."""

import pytest
from sqlalchemy import event, text

from bot.cases.case_file import CaseFile
from bot.cases.hearing import Concern, hear
from bot.cases.linking.filing import file_under_name, file_under_workplace, follow
from bot.cases.parties.finding import Involved
from bot.facts.context import Context
from flows.severity import Severity
from storage.people import PLACEMENT, Placement
from tests.cases.office import HOST, WORDS, Office, shown


def complain(office: Office, student: str = "s1", *, name: str = "", kept_from: str = "") -> int:
    """A student's complaint, with the person she names, kept from a colleague."""
    with office.work() as uow:
        context = Context(uow, office.settings, office.person(uow, student))
        involved = Involved(frozenset({kept_from} - {""}))
        concern = Concern(
            "safety", Severity.URGENT, True, "conflict", (("words", WORDS, ""),), involved=involved, anew=True
        )  # fmt: skip
        file = CaseFile(context, hear(context, concern))
        file_under_workplace(file)
        if name:
            file_under_name(file, name)
        return file.id


@pytest.fixture
def office() -> Office:
    """Two students with the same host, written in two ways, and different supervisors."""
    office = Office()
    with office.work() as uow:
        placement = Placement(person_id="s2", host="SENTINELHOST, limited", supervisor="Another Supervisor")
        uow.db.execute(PLACEMENT.insert().values(**placement.model_dump()))
    return office


def test_the_second_complaint_says_how_many_others_there_are_and_not_about_whom(office: Office) -> None:
    first, second = complain(office), complain(office, "s2")
    assert not any("Other reports" in line for line in office.log(first))
    said = "Other reports about the same workplace or person: 1. Safeguarding sees them in the case."
    assert office.log(second)[-1] == said
    assert HOST not in "\n".join(office.packed_for_team())


def test_safeguarding_sees_number_day_topic_and_state_and_no_word(office: Office) -> None:
    first, second = complain(office), complain(office, "s2")
    page = shown(office.press("g1", "open", second))
    assert "Other reports about the same workplace" in page
    assert "2026-0001 · 10:00 · safety · open · the same workplace" in page
    assert page.count(WORDS) == 1
    assert "2026-0002" in shown(office.press("g1", "open", first))


def test_whoever_else_reads_the_case_does_not_see_what_is_linked(office: Office) -> None:
    complain(office)
    second = complain(office, "s2")
    office.press("g1", "hand_over_to", second, to="c2")
    page = shown(office.press("c2", "open", second))
    assert WORDS in page
    assert "Other reports about the same workplace" not in page


def test_a_guardian_does_not_see_a_linked_case_that_is_kept_from_her(office: Office) -> None:
    complain(office, kept_from="g2")
    second = complain(office, "s2")
    assert "2026-0001" in shown(office.press("g1", "open", second))
    assert "2026-0001" not in shown(office.press("g2", "open", second))


def test_a_person_who_is_named_links_complaints_from_different_workplaces(office: Office) -> None:
    with office.work() as uow:
        uow.db.execute(PLACEMENT.update().where(PLACEMENT.c.person_id == "s2").values(host="Elsewhere"))
    complain(office, name="Sentinel Person")
    second = complain(office, "s2", name="person, sentinel")
    assert "· a person of the same name" in shown(office.press("g1", "open", second))


def test_another_name_takes_the_place_of_the_first(office: Office) -> None:
    with office.work() as uow:
        uow.db.execute(PLACEMENT.update().where(PLACEMENT.c.person_id == "s2").values(host="Elsewhere"))
    complain(office, name="Sentinel Person")
    second = complain(office, "s2", name="Sentinel Person")
    case = office.case(second)
    with office.work() as uow:
        context = Context(uow, office.settings, office.person(uow, "s2"))
        file_under_name(CaseFile(context, case), "Quite Another")
    assert "Other reports" not in shown(office.press("g1", "open", second))


def test_no_name_lies_readable_in_the_database(office: Office) -> None:
    complain(office, name="Sentinel Person")
    with office.work() as uow:
        rows = repr(uow.db.execute(text("SELECT * FROM case_about")).all())
    assert "person" in rows
    assert "sentinel" not in rows.casefold()


def test_a_hundred_linked_cases_take_no_more_questions_than_two(office: Office) -> None:
    def asked(case: int) -> int:
        count = 0

        def one_more(*_: object) -> None:
            nonlocal count
            count += 1

        event.listen(office.engine, "before_cursor_execute", one_more)
        office.press("g1", "open", case)
        event.remove(office.engine, "before_cursor_execute", one_more)
        return count

    few = asked([complain(office), complain(office, "s2")][-1])
    assert asked([complain(office) for _ in range(10)][-1]) == few


def test_one_that_follows_another_is_linked_once_and_shown_in_both(office: Office) -> None:
    first, second = complain(office), complain(office)
    case = office.case(second)
    for _ in range(2):
        with office.student() as context:
            follow(CaseFile(context, case), first)
    assert office.log(second).count("This follows case 2026-0001.") == 1
    assert "This case follows case 2026-0001 of 10:00." in shown(office.press("g1", "open", second))
    assert "Case 2026-0002 of 10:00 follows this one." in shown(office.press("g1", "open", first))
