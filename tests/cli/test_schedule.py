import json
from datetime import timedelta

import pytest

from storage import people
from storage.cohorts import cohorts, note_cohort
from tests.cli.conftest import Installation


@pytest.fixture
def planned(placemate: Installation) -> Installation:
    """The first student has a check-in in two days; the second has not agreed."""
    placemate.bring_roster()
    with placemate.work() as (uow, _):
        people.link(uow.db, "telegram", "5", "5", "1", uow.now)
        people.change_person(uow.db, "1", consented_at=uow.now)
        due = (uow.now + timedelta(days=2)).replace(hour=12, minute=0, second=0, microsecond=0)
        people.change_placement(uow.db, "1", next_checkin_at=due, country="XX", starts_on=None, ends_on=None)
        note_cohort(uow.db, "Spring")
    return placemate


def test_the_plan_is_a_table_without_names(planned: Installation) -> None:
    result = planned.call("schedule", "preview", "--days", "4")
    assert result.code == 0
    assert "12:00 UTC" in result.out
    assert "not sent" in result.out
    assert "has not agreed to take part" in " ".join(result.out.split())
    assert "2 in the next 4 days, 1 not sent" in result.out
    assert "Example Student" not in result.out


def test_for_programs_each_line_is_an_object(planned: Installation) -> None:
    lines = [json.loads(line) for line in planned.call("schedule", "preview", "--json").out.splitlines()]
    (sent,) = [line for line in lines if line["when"] and line["what"] == "checkin"]
    assert (sent["student"], sent["what"], sent["why"], sent["due"]) == ("1", "checkin", "", sent["when"])
    assert sent["local"] != sent["when"]


def test_a_cohort_is_confirmed_once(planned: Installation) -> None:
    assert "Spring: confirmed" in planned.call("schedule", "confirm", "Spring").out
    assert "already confirmed by the administrator" in planned.call("schedule", "confirm", "Spring").out
    with planned.work() as (uow, _):
        assert cohorts(uow.db)["Spring"].confirmed_by == "placemate"


def test_an_unknown_cohort_is_answered_with_those_there_are(planned: Installation) -> None:
    result = planned.call("schedule", "confirm", "Autumn")
    assert result.code == 2
    assert "known are: Spring" in result.err
