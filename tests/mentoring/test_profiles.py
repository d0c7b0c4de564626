"""Profiles from a file: what is kept of them."""

import pytest

from bot.mentoring.profiles.bringing_in import Changes, bring_in, changes
from bot.mentoring.profiles.file import read_profiles
from storage import people, roster
from storage.mentoring_profiles import MentoringProfile, profiles
from tests.conftest import Work
from tests.settable_clock import SettableClock

HEAD = (
    "id,side,capacity,field,topics,skills,languages,availability,style,gender,employer,prefers,apart_from,opted_out,"
    "most_hours_apart\n"
)
MENTOR = 'm1,mentor,2,"data, health",career;job search,SQL; python,en;norsk,thu 08:00-09:00;tue 16:00-18:00,'
FILE = HEAD + MENTOR + "with examples,Woman,Example Employer AS,,s9;Example Host Ltd,no,\"5,5\"\n" \
    "s1,mentee,,data,career,sql,,,gently,,,same_gender;other-company,,,\n"  # fmt: skip


@pytest.fixture(autouse=True)
def roster_of_two(work: Work) -> None:
    with work() as uow:
        for person_id, role in {"s1": "student", "s2": "student", "m1": "mentor", "c1": "coordinator"}.items():
            roster.add_person(uow.db, {"id": person_id, "name": f"Example {person_id}", "role": role})
        for student in ("s1", "s2"):
            roster.add_placement(uow.db, {"person_id": student})


def brought(work: Work, text: str) -> Changes:
    with work() as uow:
        return bring_in(uow, read_profiles(text.encode()))


def kept(work: Work, person_id: str) -> MentoringProfile:
    with work() as uow:
        return profiles(uow.db, [person_id])[person_id]


def test_a_mentor_and_a_mentee_are_kept_as_the_file_says(work: Work, clock: SettableClock) -> None:
    made = brought(work, FILE)
    assert (len(made.new), made.bad, made.notices) == (2, [], ())
    assert kept(work, "m1").model_dump() == {
        "person_id": "m1", "side": "mentor", "capacity": 2, "field": "data, health", "topics": ["career", "job_search"],
        "skills": ["sql", "python"], "languages": ["en", "nb"],
        "availability": [["tue", "16:00", "18:00"], ["thu", "08:00", "09:00"]], "style": "with_examples",
        "gender": "woman", "employer": "Example Employer AS", "prefers": [],
        "apart_from": ["s9", "Example Host Ltd"], "opted_out": False, "most_hours_apart": 5.5, "waiting_since": None,
        "country": "", "left_in": "", "left_why": "",
    }  # fmt: skip
    assert kept(work, "s1").prefers == ["same_gender", "other_company"]
    assert kept(work, "s1").waiting_since == clock.now()


def test_the_same_file_again_changes_nothing_and_a_column_that_is_left_out_stays(
    work: Work, clock: SettableClock
) -> None:
    brought(work, FILE)
    since = clock.now()
    clock.skip(days=3)
    assert brought(work, FILE).unchanged == 2
    made = brought(work, "id,side,style\ns1,mentee,direct\n")
    assert len(made.changed) == 1
    her = kept(work, "s1")
    assert (her.style, her.skills, her.waiting_since) == ("direct", ["sql"], since)


def test_whoever_opts_out_or_has_a_mentor_waits_no_longer(work: Work) -> None:
    brought(work, "id,side\ns1,mentee\ns2,mentee\n")
    with work() as uow:
        people.change_placement(uow.db, "s2", mentor_id="m1")
    brought(work, "id,side,opted_out\ns1,mentee,yes\ns2,mentee,no\n")
    assert [kept(work, person_id).waiting_since for person_id in ("s1", "s2")] == [None, None]


def test_looking_changes_nothing(work: Work) -> None:
    with work() as uow:
        assert len(changes(uow, read_profiles(FILE.encode())).new) == 2
        assert profiles(uow.db, None) == {}


def test_whoever_the_roster_does_not_know_by_that_role_is_refused_and_the_others_come_in(work: Work) -> None:
    made = brought(work, "id,side\nx9,mentor\nc1,mentor\ns1,mentee\n")
    assert [(bad.line, bad.reason) for bad in made.bad] == [
        (2, "id 'x9' is nobody in the roster; import the roster first, or mend the id"),
        (3, "side 'mentor' wants the role mentor in the roster, and c1 is coordinator"),
    ]
    assert [profile.person_id for profile in made.new] == ["s1"]


def test_whoever_asked_to_be_forgotten_is_left_alone(work: Work, clock: SettableClock) -> None:
    with work() as uow:
        people.change_person(uow.db, "s1", forgotten_at=clock.now())
    assert "asked to be forgotten" in brought(work, "id,side\ns1,mentee\n").bad[0].reason
