"""What the two databases do each in their own way: numbers of cases, and two people who press at once."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

from storage.cases import Case, claim_page, find_case, move_case, open_case, to_page
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
        (case,) = to_page(uow.db, NOW)
        until = NOW + timedelta(minutes=10)
        assert claim_page(uow.db, case, until)
        assert not claim_page(uow.db, case, until)
        assert to_page(uow.db, NOW) == []
