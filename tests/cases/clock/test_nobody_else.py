"""Where the roster names nobody else, she is not told that somebody has been asked who has just failed her."""

from datetime import timedelta

from flows.severity import Severity
from storage.people import PERSON
from tests.cases.clock.test_climbing import ladder, until
from tests.cases.office import TUESDAY, Office

ELSEWHERE = "You can also turn to"


def alone(*staff: str) -> Office:
    """Of the team only these are left."""
    office = Office()
    with office.work() as uow:
        gone = (PERSON.c.role.in_(("coordinator", "safeguarding", "lead")), PERSON.c.id.not_in(staff))
        uow.db.execute(PERSON.update().where(*gone).values(role="mentor"))
    return office


def test_with_one_person_alone_she_reads_that_nobody_else_is_there_and_where_else_to_turn() -> None:
    office = alone("g1")
    office.hear(Severity.URGENT, "safety", restricted=True)
    written = until(office, TUESDAY + timedelta(hours=20))
    assert written[0].startswith(
        "I am sorry: nobody has answered in your case 2026-0001 by the time I gave you, and nobody else is there to "
        "ask. I keep asking Example Guardian."
    )
    assert not any("now asked" in text for text in written)
    assert all(ELSEWHERE in text for text in written)


def test_it_is_said_of_work_too_and_names_another_contact() -> None:
    office = alone("c1")
    office.hear(Severity.ATTENTION)
    written = until(office, TUESDAY + timedelta(days=6), minutes=60)
    assert not any("now asked" in text for text in written)
    assert ELSEWHERE in written[0]


def test_of_two_the_one_who_was_not_named_to_her_is_asked_next() -> None:
    office = alone("g1", "g2")
    office.hear(Severity.URGENT, "safety", restricted=True)
    written = until(office, TUESDAY + timedelta(hours=5))
    assert "I have now asked Example Second Guardian" in written[0]


def test_a_deputy_and_a_lead_are_named_as_before() -> None:
    office = ladder()
    office.hear(Severity.ATTENTION)
    written = until(office, TUESDAY + timedelta(days=4), minutes=60)
    assert "I have now asked Example Colleague" in written[0]
    assert "I have now asked Example Lead too" in written[1]
