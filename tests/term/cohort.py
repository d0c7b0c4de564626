"""Who takes part: students in four zones, each with habits of her own, and a small team."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from storage import cohorts, people
from storage.people import ACCOUNT, PERSON, PLACEMENT, Account, Person, Placement
from storage.unit_of_work import UnitOfWork

BEGINS = datetime(2027, 3, 8, 6, 0, tzinfo=UTC)
"""New York and Oslo go to summer time in this term, and Sydney back from it; Easter lies in it."""
ENDS = datetime(2027, 4, 25, 18, 0, tzinfo=UTC)
ZONES = {"NO": "Europe/Oslo", "US": "America/New_York", "AU": "Australia/Sydney", "JP": "Asia/Tokyo"}
HOURS = ("08:00", "09:30", "12:00", "15:00", "18:00", "19:30")
HABITS = {
    "prompt": 60, "late": 12, "silent": 6, "puts_off": 5, "skips": 4, "low": 4, "unsafe": 3, "pauses": 3, "away": 2,
    "blocks": 3,
}  # fmt: skip
"""How students behave, in hundredths."""
STAFF = (
    Person(id="c1", name="Example Coordinator", role="coordinator", slack_id="UC1"),
    Person(id="c2", name="Example Deputy", role="coordinator", slack_id="UC2"),
    Person(id="g1", name="Example Guardian", role="safeguarding", slack_id="UG1"),
    Person(id="l1", name="Example Lead", role="lead", slack_id="UL1"),
)


@dataclass
class Student:
    """One student: where she is, when she is to be asked, and what she tends to do."""

    id: str
    habit: str
    country: str
    weekday: int
    hour: str
    rhythm_days: int
    starts_on: date
    ends_on: date

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(ZONES[self.country])

    def planned(self) -> list[datetime]:
        """Every moment of the term at which she is to be asked, by her own calendar and clock."""
        day = self.starts_on + timedelta(days=(self.weekday - self.starts_on.weekday()) % 7)
        found = []
        while day <= self.ends_on:
            moment = datetime.combine(day, time.fromisoformat(self.hour), self.zone).astimezone(UTC)
            if BEGINS < moment < ENDS:
                found.append(moment)
            day += timedelta(days=self.rhythm_days)
        return found


def bring_in(uow: UnitOfWork, seed: int, size: int) -> list[Student]:
    """Write a cohort and its team down; gives the students. The same seed gives the same cohort."""
    chance = Random(seed)
    for member in STAFF:
        uow.db.execute(insert(PERSON).values(**member.model_dump()))
        people.link(uow.db, "slack", member.slack_id, member.slack_id, member.id, uow.now)
    cohorts.confirm(uow.db, cohorts.note_cohort(uow.db, "example-term"), "c1", uow.now)
    students = [_student(chance, number) for number in range(size)]
    for student in students:
        _write_down(uow, student)
    return students


def _student(chance: Random, number: int) -> Student:
    (habit,) = chance.choices(list(HABITS), list(HABITS.values()))
    starts = BEGINS.date() + timedelta(days=chance.choice((0, 0, 0, 7, 16)))
    return Student(
        id=f"s{number}", habit=habit, country=chance.choice(list(ZONES)), weekday=chance.choice((0, 1, 2, 3, 4, 5)),
        hour=chance.choice(HOURS), rhythm_days=chance.choice((14, 14, 14, 28)), starts_on=starts,
        ends_on=chance.choice((ENDS.date() + timedelta(days=30), ENDS.date() - timedelta(days=12))),
    )  # fmt: skip


def _write_down(uow: UnitOfWork, student: Student) -> None:
    person = Person(
        id=student.id, name=f"Example {student.id}", role="student", timezone=ZONES[student.country],
        data_key=uow.vault.new_key(), consented_at=uow.now,
    )  # fmt: skip
    planned = student.planned()
    placement = Placement(
        person_id=student.id, host="Example Host Ltd", supervisor="Example Supervisor", country=student.country,
        coordinator_id="c1", cohort="example-term", starts_on=student.starts_on, ends_on=student.ends_on,
        rhythm_days=student.rhythm_days, weekday=student.weekday, hour=student.hour,
        next_checkin_at=planned[0] if planned else None,
    )  # fmt: skip
    account = Account(platform="telegram", user=student.id, chat=student.id, person_id=student.id, seen_at=uow.now)
    for table, row in ((PERSON, person), (PLACEMENT, placement), (ACCOUNT, account)):
        uow.db.execute(insert(table).values(**row.model_dump()))
