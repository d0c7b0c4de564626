from bot.privacy.forget import finish_forgetting, forget
from storage import cases, consent, people
from storage.cases import change_case
from tests.privacy.conftest import SECRET, Student, everything_in
from tests.settable_clock import SettableClock

IDENTITY = ("Example Student One", "s1@example.org", "Example Host Ltd")


def forgotten(student: Student) -> None:
    with student.work() as uow:
        forget(student.context(uow), student.account(uow))


def test_nothing_of_what_she_said_and_who_she_was_is_left(student: Student) -> None:
    student.open_case(restricted=False, topic="workload")
    forgotten(student)
    with student.work() as uow:
        left = everything_in(uow.db)
        person = people.find_person(uow.db, "s1")
    assert person is not None
    assert person.data_key is None
    for gone in (*IDENTITY, SECRET, "sentinel_flag", "en.violence.hit", "too_big", "sentinel skill", "sentinel gender"):
        assert gone not in left


def test_she_is_stopped_and_a_stranger_from_then_on(student: Student) -> None:
    forgotten(student)
    with student.work() as uow:
        assert people.who_writes(uow.db, "telegram", "17") is None
        assert people.find_invitation(uow.db, "hash") is None
        assert people.placement_of(uow.db, "s1") is None
        person = people.find_person(uow.db, "s1")
        assert person is not None
        assert person.forgotten_at == person.stopped_at == uow.now
        assert [each.withdrawn_at for each in consent.consents_of(uow.db, "s1")] == [uow.now]


def test_the_farewell_is_all_that_still_goes_out(student: Student) -> None:
    forgotten(student)
    assert len(student.sent()) == 1
    assert "I have deleted what you told me" in student.last_text()


def test_other_cases_are_closed_with_a_row_that_says_why(student: Student) -> None:
    case_id = student.open_case(restricted=False)
    forgotten(student)
    with student.work() as uow:
        case = cases.find_case(uow.db, case_id)
        assert case is not None
        assert (case.state, case.outcome) == ("resolved", "forgotten")
        assert [change.what for change in cases.changes_of(uow.db, [case_id])] == ["opened", "resolved"]


def test_an_open_restricted_case_is_kept_and_she_is_told_which_since_when_and_why(student: Student) -> None:
    case_id = student.open_case(restricted=True)
    forgotten(student)
    with student.work() as uow:
        person = people.find_person(uow.db, "s1")
        assert person is not None
        said = [uow.open(person, line.body) for line in cases.lines_of(uow.db, [case_id])]
        assert said == [SECRET, "sentinel note of staff"]
        assert person.name == "Example Student One"
    told = student.last_text()
    assert "safety case 2026-0001 of 1 December 2026" in told
    assert "people are still working on it" in told
    assert len(told) <= 300


def test_the_key_that_opened_everything_else_is_destroyed_even_then(student: Student) -> None:
    student.open_case(restricted=True)
    student.open_case(restricted=False, topic="workload")
    with student.work() as uow:
        before = people.find_person(uow.db, "s1")
        assert before is not None
        copy_of_a_backup = uow.seal(before, SECRET)
    forgotten(student)
    with student.work() as uow:
        after = people.find_person(uow.db, "s1")
        assert after is not None
        assert after.data_key != before.data_key
        assert uow.open(after, copy_of_a_backup) == ""
        assert "sentinel_flag" not in everything_in(uow.db)


def test_what_was_kept_goes_when_the_last_restricted_case_is_resolved(student: Student, clock: SettableClock) -> None:
    case_id = student.open_case(restricted=True)
    forgotten(student)
    clock.skip(days=3)
    with student.work() as uow:
        assert finish_forgetting(uow) == 0
        change_case(uow.db, case_id, state="resolved", resolved_at=uow.now)
        assert finish_forgetting(uow) == 1
        assert finish_forgetting(uow) == 0
        left = everything_in(uow.db)
    for gone in (*IDENTITY, SECRET):
        assert gone not in left
    with student.work() as uow:
        assert [line.body for line in cases.lines_of(uow.db, [case_id])] == []


def test_somebody_who_never_asked_is_never_forgotten(student: Student) -> None:
    with student.work() as uow:
        assert finish_forgetting(uow) == 0
        assert people.find_person(uow.db, "s1") is not None
        assert "Example Student One" in everything_in(uow.db)
