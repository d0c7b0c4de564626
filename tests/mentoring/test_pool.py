"""Who is in the pool, and with what."""

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import event

from bot.config import Settings
from bot.facts.mentoring.availability import WORKING_HOURS, read_window
from bot.mentoring.matching.match import match
from bot.mentoring.pool import read_pool
from storage import roster
from storage.mentoring_profiles import MentoringProfile, profiles, put_profiles, wait_since, waiting
from storage.unit_of_work import UnitOfWork
from tests.conftest import Work

ENDED = date(2026, 8, 31)


def add(uow: UnitOfWork, person_id: str, role: str, **columns: Any) -> None:
    roster.add_person(uow.db, {
        "id": person_id, "name": f"Example {person_id}", "role": role, "consented_at": uow.now, **columns,
    })  # fmt: skip


def place(uow: UnitOfWork, person_id: str, **columns: Any) -> None:
    roster.add_placement(uow.db, {"person_id": person_id, "host": "Example Host Ltd", **columns})


def test_students_without_a_mentor_and_mentors_with_what_is_left_of_their_places(
    work: Work, settings: Settings
) -> None:
    with work() as uow:
        students: dict[str, dict[str, Any]] = {
            "s1": {"language": "nb", "timezone": "Asia/Kolkata"}, "s2": {}, "s3": {}, "s4": {"consented_at": None},
            "s5": {"stopped_at": uow.now}, "s6": {},
        }  # fmt: skip
        for student, columns in students.items():
            add(uow, student, "student", **columns)
            place(uow, student, ends_on=ENDED if student in ("s3", "s6") else None,
                  mentor_id="m1" if student in ("s2", "s6") else "")  # fmt: skip
        add(uow, "m1", "mentor", consented_at=None)
        add(uow, "m2", "mentor", stopped_at=uow.now)
        put_profiles(uow.db, [
            MentoringProfile(person_id="s1", side="mentee", field="Data,  public Health", waiting_since=uow.now),
            MentoringProfile(person_id="m1", side="mentor", capacity=3, languages=["nb", "en"],
                             availability=[["tue", "16:00", "18:00"]]),
        ])  # fmt: skip
    with work() as uow:
        pool = read_pool(uow, settings)
    (her,), (mentor,) = pool.mentees, pool.mentors
    assert (her.id, her.zone, her.windows) == ("s1", ZoneInfo("Asia/Kolkata"), WORKING_HOURS)
    assert her.languages == {"nb"}
    assert her.fields == {"data", "public health"}
    assert her.waiting_since == uow.now
    assert (mentor.id, mentor.free, sorted(mentor.languages)) == ("m1", 2, ["en", "nb"])
    assert mentor.windows == (read_window("tue 16:00-18:00"),)
    assert pool.monday.weekday() == 0
    assert timedelta() < pool.monday - uow.now.date() <= timedelta(days=7)


def test_the_pool_is_read_in_a_handful_of_queries_however_many_there_are(work: Work, settings: Settings) -> None:
    with work() as uow:
        for number in range(30):
            add(uow, f"s{number}", "student")
            place(uow, f"s{number}")
            add(uow, f"m{number}", "mentor")
    asked = []
    with work() as uow:
        event.listen(uow.db.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
        pool = read_pool(uow, settings)
    assert len(asked) == 5
    assert len(match(pool).matches) == 30


def test_who_waits_stands_in_the_order_of_waiting(work: Work) -> None:
    with work() as uow:
        for student in ("s1", "s2", "s3"):
            add(uow, student, "student")
        put_profiles(uow.db, [
            MentoringProfile(person_id="s1", side="mentee", waiting_since=uow.now),
            MentoringProfile(person_id="s2", side="mentee", waiting_since=uow.now - timedelta(days=1)),
            MentoringProfile(person_id="s3", side="mentee"),
        ])  # fmt: skip
        assert [each.person_id for each in waiting(uow.db)] == ["s2", "s1"]
        wait_since(uow.db, ["s2"], None)
        assert [each.person_id for each in waiting(uow.db)] == ["s1"]
        assert list(profiles(uow.db, ["s3"])) == ["s3"]
