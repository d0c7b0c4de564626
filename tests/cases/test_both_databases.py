"""What the two databases do each in their own way: numbers of cases, and two people who press at once."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

from storage.cases import Case, change_case, claim_climb, claim_page, find_case, move_case, open_case, to_climb, to_page
from storage.people import PERSON
from storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 12, 31, 23, 0, tzinfo=UTC)
Work = Callable[[], AbstractContextManager[UnitOfWork]]


def opened(uow: UnitOfWork, at: datetime = NOW, page_at: datetime | None = None) -> Case:
    case = Case(person_id="s1", topic="safety", severity=4, opened_at=at, deadline_at=at, page_at=page_at)
    return open_case(uow.db, case)


def with_student(uow: UnitOfWork) -> UnitOfWork:
    uow.db.execute(PERSON.insert().values(id="s1", name="Example Student One", role="student"))
    return uow


def test_cases_are_numbered_within_their_year(work: Work) -> None:
    with work() as uow:
        with_student(uow)
        numbers = [opened(uow).number, opened(uow).number, opened(uow, NOW + timedelta(days=1)).number]
    assert numbers == ["2026-0001", "2026-0002", "2027-0001"]


def test_of_two_moves_out_of_one_state_only_the_first_is_made(work: Work) -> None:
    with work() as uow:
        case = opened(with_student(uow))
        key = case.id or 0
        assert move_case(uow.db, key, "open", state="taken", assignee_id="c1")
        assert not move_case(uow.db, key, "open", state="taken", assignee_id="c2")
        found = find_case(uow.db, key)
    assert found is not None
    assert found.assignee_id == "c1"


def test_of_two_programs_that_page_one_case_only_the_first_does(work: Work) -> None:
    with work() as uow:
        opened(with_student(uow), page_at=NOW)
        until = NOW + timedelta(minutes=10)
        (case,) = to_page(uow.db, NOW, until, 9)
        assert claim_page(uow.db, case, until)
        assert not claim_page(uow.db, case, until)
        assert to_page(uow.db, NOW, until, 9) == []


def test_of_two_programs_that_climb_one_case_only_the_first_does(work: Work) -> None:
    with work() as uow:
        case = opened(with_student(uow))
        change_case(uow.db, case.id or 0, climb_at=NOW)
        (due,) = to_climb(uow.db, NOW, NOW + timedelta(days=9), 9)
        clock = {"climbed": 1, "climb_at": NOW + timedelta(hours=1)}
        assert claim_climb(uow.db, due, **clock)
        assert not claim_climb(uow.db, due, **clock)
        assert to_climb(uow.db, NOW, NOW + timedelta(days=9), 9) == []


def test_what_somebody_took_meanwhile_is_not_climbed(work: Work) -> None:
    with work() as uow:
        case = opened(with_student(uow))
        change_case(uow.db, case.id or 0, climb_at=NOW)
        (due,) = to_climb(uow.db, NOW, NOW + timedelta(days=9), 9)
        assert move_case(uow.db, case.id or 0, "open", state="taken", assignee_id="c1")
        assert not claim_climb(uow.db, due, climbed=1)


def test_times_beyond_what_a_clock_can_give_are_found_and_the_rest_is_not_read(work: Work) -> None:
    with work() as uow:
        with_student(uow)
        for hours in (-1, 5, 50):
            change_case(uow.db, opened(uow).id or 0, climb_at=NOW + timedelta(hours=hours))
        found = to_climb(uow.db, NOW, NOW + timedelta(hours=24), 9)
        assert [case.climb_at for case in found] == [NOW - timedelta(hours=1), NOW + timedelta(hours=50)]
