"""Who takes part in the whole-path tests; every name is unlike any word that a program would say by itself."""

from datetime import date, timedelta

from storage import people
from storage.people import Person, Placement
from storage.unit_of_work import UnitOfWork

PROGRAMME = "Example Programme"
COORDINATOR, GUARDIAN, DEPUTY = "Example Coordinator", "Example Guardian", "Example Deputy"
STUDENT, HOST, SUPERVISOR = "Exempla Learner", "Exemplum Workshop Ltd", "Exempli Mastersen"
PRIVATE = (STUDENT, "Learner", HOST, "Exemplum", SUPERVISOR)
"""What may stand in no channel, log or page that is shared."""

STAFF = (
    Person(id="c1", name=COORDINATOR, role="coordinator", slack_id="UC1"),
    Person(id="g1", name=GUARDIAN, role="safeguarding", slack_id="UG1"),
    Person(id="l1", name=DEPUTY, role="lead", slack_id="UL1"),
)


def bring_in(uow: UnitOfWork, students: int = 1) -> None:
    """The staff, and so many students: `s1`, `s2`, …; of the first, Slack knows the e-mail."""
    uow.db.execute(people.PERSON.insert(), [member.model_dump() for member in STAFF])
    for number in range(1, students + 1):
        person = Person(
            id=f"s{number}", name=STUDENT if number == 1 else f"{STUDENT} {number}", role="student",
            email=f"s{number}@example.org", timezone="Europe/Oslo", data_key=uow.vault.new_key(),
        )  # fmt: skip
        uow.db.execute(people.PERSON.insert().values(**person.model_dump()))
        uow.db.execute(people.PLACEMENT.insert().values(**_placement(person.id, uow.now.date()).model_dump()))


def _placement(person_id: str, today: date) -> Placement:
    return Placement(
        person_id=person_id, host=HOST, supervisor=SUPERVISOR, role="Example trainee", country="NO",
        coordinator_id="c1", starts_on=today - timedelta(days=7), ends_on=today + timedelta(days=120),
    )  # fmt: skip
