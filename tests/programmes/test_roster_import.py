from datetime import UTC, date, datetime

import pytest

from bot.config import Settings
from bot.programmes.difference import Plan
from bot.programmes.roster import read_roster
from bot.programmes.roster_file import read_table
from bot.programmes.roster_import import bring_in, preview
from storage import people, roster
from storage.people import Person, Placement
from tests.conftest import Work

HEAD = "id,name,role,email,language,timezone,country,starts_on,ends_on,host,supervisor,coordinator,mentor,slack_id"
STUDENT = (
    "1,Example Student One,student,one@example.org,en,Europe/Oslo,NO,2026-11-01,2027-03-01,Example Host,,"
    "11,m@example.org,"
)
COORDINATOR = "11,Example Coordinator,coordinator,c@example.org,,,,,,,,,,U11"
MENTOR = "21,Example Mentor,mentor,m@example.org,,,,,,,,,,"


class Office:
    def __init__(self, work: Work, settings: Settings) -> None:
        self._work = work
        self._settings = settings

    def bring(self, *lines: str, head: str = HEAD) -> Plan:
        with self._work() as uow:
            return bring_in(uow, self._settings, read_roster(read_table("\n".join((head, *lines)).encode())))

    def look(self, *lines: str) -> Plan:
        with self._work() as uow:
            return preview(uow, read_roster(read_table("\n".join((HEAD, *lines)).encode())))

    def person(self, person_id: str = "1") -> Person:
        with self._work() as uow:
            person = people.find_person(uow.db, person_id)
        assert person is not None
        return person

    def placement(self, person_id: str = "1") -> Placement:
        with self._work() as uow:
            placement = people.placement_of(uow.db, person_id)
        assert placement is not None
        return placement

    def change(self, **columns: object) -> None:
        with self._work() as uow:
            people.change_person(uow.db, "1", **columns)

    def plan_checkin(self, at: datetime | None) -> None:
        with self._work() as uow:
            people.change_person(uow.db, "1", consented_at=uow.now)
            people.change_placement(uow.db, "1", next_checkin_at=at)


@pytest.fixture
def office(work: Work, settings: Settings) -> Office:
    return Office(work, settings)


def differences(plan: Plan) -> list[tuple[str, str, str]]:
    return [(each.column, each.old, each.new) for step in plan.changed for each in step.differences]


def test_new_people_come_in_with_a_key_and_their_placement(office: Office) -> None:
    plan = office.bring(STUDENT, COORDINATOR, MENTOR)
    assert [step.id for step in plan.new] == ["1", "11", "21"]
    assert (office.person().email, office.person().data_key is not None) == ("one@example.org", True)
    placement = office.placement()
    assert (placement.host, placement.starts_on, placement.coordinator_id, placement.mentor_id) == (
        "Example Host", date(2026, 11, 1), "11", "21",
    )  # fmt: skip


def test_the_preview_changes_nothing(office: Office) -> None:
    assert len(office.look(STUDENT, COORDINATOR, MENTOR).new) == 3
    assert len(office.look(STUDENT, COORDINATOR, MENTOR).new) == 3


def test_a_second_import_changes_nothing(office: Office) -> None:
    office.bring(STUDENT, COORDINATOR, MENTOR)
    before = office.person(), office.placement()
    plan = office.bring(STUDENT, COORDINATOR, MENTOR)
    assert plan.is_empty
    assert plan.unchanged == 3
    assert (office.person(), office.placement()) == before


def test_a_change_is_told_as_old_and_new(office: Office) -> None:
    office.bring(STUDENT, COORDINATOR, MENTOR)
    plan = office.bring(STUDENT.replace("2027-03-01", "30.06.2027").replace("Example Host", "Other Host"))
    assert differences(plan) == [("host", "Example Host", "Other Host"), ("ends_on", "2027-03-01", "2027-06-30")]
    assert office.placement().ends_on == date(2027, 6, 30)
    assert plan.absent == 2


def test_what_she_chose_herself_is_not_undone_by_the_same_roster(office: Office) -> None:
    office.bring(STUDENT, COORDINATOR, MENTOR)
    office.change(language="nb", slack_id="U1")
    assert office.bring(STUDENT, COORDINATOR, MENTOR).is_empty
    assert (office.person().language, office.person().slack_id) == ("nb", "U1")


def test_what_the_roster_says_anew_counts(office: Office) -> None:
    office.bring(STUDENT, COORDINATOR, MENTOR)
    office.change(timezone="Africa/Lagos")
    plan = office.bring(STUDENT.replace("Europe/Oslo", "Africa/Johannesburg"))
    assert differences(plan) == [("timezone", "Africa/Lagos", "Africa/Johannesburg")]


def test_a_column_that_is_left_out_is_left_alone(office: Office) -> None:
    office.bring(STUDENT, COORDINATOR, MENTOR)
    assert office.bring("1,Example Student One,student", head="id,name,role").is_empty
    assert office.placement().host == "Example Host"


def test_whoever_is_named_by_name_or_address_is_found_and_a_stranger_is_told(office: Office) -> None:
    named = STUDENT.replace(",11,m@example.org", ",Example Coordinator,Exampel Mentor")
    plan = office.bring(named, COORDINATOR, MENTOR)
    assert office.placement().coordinator_id == "11"
    assert office.placement().mentor_id == ""
    assert plan.notices == [
        "line 2: mentor 'Exampel Mentor' is nobody in the file or the database (did you mean 'example mentor'?); "
        "none is set"
    ]


def test_a_student_cannot_be_a_coordinator(office: Office) -> None:
    plan = office.bring(STUDENT.replace(",11,", ",1,"), MENTOR)
    assert plan.notices == ["line 2: coordinator '1' has the role student; none is set"]


def test_a_typing_mistake_does_not_take_her_coordinator_away(office: Office) -> None:
    office.bring(STUDENT, COORDINATOR, MENTOR)
    office.bring(STUDENT.replace(",11,", ",12,"))
    assert office.placement().coordinator_id == "11"


def test_an_address_of_somebody_who_is_not_in_the_file_is_refused(office: Office) -> None:
    office.bring(STUDENT, COORDINATOR, MENTOR)
    plan = office.bring("2,Example Student Two,student,one@example.org", "3,Example Student Three,student")
    assert [(bad.line, bad.reason) for bad in plan.bad] == [
        (2, "email 'one@example.org' belongs to 1, who is not in this file")
    ]
    assert [step.id for step in plan.new] == ["3"]


def test_whoever_asked_to_be_forgotten_is_left_alone(office: Office) -> None:
    office.bring(STUDENT, COORDINATOR, MENTOR)
    office.change(forgotten_at=datetime(2026, 11, 30, tzinfo=UTC), name="", email="")
    plan = office.bring(STUDENT)
    assert "1 asked to be forgotten on 2026-11-30" in plan.notices[0]
    assert office.person().name == ""


def test_check_ins_begin_anew_when_a_placement_is_prolonged(office: Office) -> None:
    office.bring(STUDENT, COORDINATOR, MENTOR)
    office.plan_checkin(None)
    office.bring(STUDENT.replace("2027-03-01", "2027-09-01"))
    planned = office.placement().next_checkin_at
    assert planned is not None
    assert planned > datetime(2026, 12, 1, tzinfo=UTC)


def test_no_check_in_is_planned_after_an_earlier_end(office: Office) -> None:
    office.bring(STUDENT, COORDINATOR, MENTOR)
    office.plan_checkin(datetime(2026, 12, 10, 14, tzinfo=UTC))
    office.bring(STUDENT.replace("2027-03-01", "2026-12-05"))
    assert office.placement().next_checkin_at is None


def test_an_import_writes_to_nobody(office: Office, work: Work) -> None:
    office.bring(STUDENT.replace("Europe/Oslo", "UTC"), COORDINATOR, MENTOR)
    with work() as uow:
        assert list(uow.db.exec_driver_sql("SELECT id FROM outbox")) == []
        assert len(roster.everybody(uow.db)) == 3
