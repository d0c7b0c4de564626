import json

import pytest

from storage import people
from storage.cases import Case, CaseLine, add_line, changes_of, note_change, open_case
from tests.cli.conftest import Installation

WORDS = "sentinel words of hers"


@pytest.fixture
def office(placemate: Installation) -> Installation:
    """Two cases of the first student, one of them restricted."""
    placemate.bring_roster()
    with placemate.work() as (uow, _):
        person = people.find_person(uow.db, "1")
        assert person is not None
        for restricted in (True, False):
            case = open_case(uow.db, Case(
                person_id="1", topic="safety", severity=3, restricted=restricted, source="checkin", opened_at=uow.now,
                deadline_at=uow.now,
            ))  # fmt: skip
            assert case.id is not None
            add_line(uow.db, CaseLine(case_id=case.id, at=uow.now, kind="words", body=uow.seal(person, WORDS)))
            note_change(uow.db, case.id, uow.now, "1", "created")
    return placemate


def number(office: Installation, *, restricted: bool) -> str:
    listed = json.loads(office.call("cases", "list", "--json").out)
    return str(next(row["number"] for row in listed if row["restricted"] == ("yes" if restricted else "no")))


def test_cases_are_listed_without_the_student(office: Installation) -> None:
    out = office.call("cases", "list").out
    assert "2 cases" in out
    assert "urgent" in out
    assert "Example Student" not in out


def test_what_was_done_is_shown_without_a_word_of_hers(office: Installation) -> None:
    out = office.call("cases", "show", number(office, restricted=True)).out
    assert "created" in out
    assert "student" in out
    assert WORDS not in out
    assert "Example Student" not in out


def test_whoever_may_read_it_reads_it_and_that_is_written_down(office: Installation) -> None:
    result = office.call("cases", "show", number(office, restricted=True), "--words", "--as", "13")
    assert result.code == 0
    assert WORDS in result.out
    with office.work() as (uow, _):
        assert [(change.who, change.what) for change in changes_of(uow.db, [1])][-1] == ("13", "opened")


def test_a_restricted_case_is_closed_to_her_coordinator(office: Installation) -> None:
    result = office.call("cases", "show", number(office, restricted=True), "--words", "--as", "11")
    assert result.code == 1
    assert WORDS not in result.out


@pytest.mark.parametrize("staff", ["1", "2", "21"])
def test_students_and_mentors_read_no_case(office: Installation, staff: str) -> None:
    result = office.call("cases", "show", number(office, restricted=False), "--words", "--as", staff)
    assert result.code == 1
    assert WORDS not in result.out


def test_a_case_that_is_not_there_and_words_without_a_name_are_refused(office: Installation) -> None:
    assert office.call("cases", "show", "1999-0001").code == 2
    assert "needs --as" in office.call("cases", "show", number(office, restricted=False), "--words").err
