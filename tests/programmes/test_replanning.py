"""A roster that moves dates."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.config import Settings
from bot.programmes.roster import read_roster
from bot.programmes.roster_file import read_table
from bot.programmes.roster_import import bring_in
from bot.words.outgoing import Message, unpack
from storage import followups, people
from storage.cohorts import cohorts
from storage.conversations import CONVERSATION, Conversation, remember_script
from storage.outbox import OUTBOX
from storage.people import Placement
from tests.conftest import Work
from tests.settable_clock import SettableClock

DUE = datetime(2026, 12, 10, 14, tzinfo=UTC)
"""A Thursday, 15:00 in Oslo; the clock stands at 1 December."""


class Roster:
    """One student who has agreed; each import names some of her columns anew."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._says = {
            "id": "1", "name": "Example Student", "role": "student", "timezone": "Europe/Oslo", "country": "NO",
            "starts_on": "2026-11-01", "ends_on": "2027-03-01", "cohort": "Spring",
        }  # fmt: skip
        self.says()
        with work() as uow:
            people.change_person(uow.db, "1", consented_at=uow.now)
            people.link(uow.db, "telegram", "5", "5", "1", uow.now)
        self.plan(next_checkin_at=DUE)

    def says(self, **columns: str) -> None:
        self._says |= columns
        lines = (",".join(self._says), ",".join(self._says.values()))
        with self._work() as uow:
            bring_in(uow, Settings(), read_roster(read_table("\n".join(lines).encode())))

    def plan(self, **columns: object) -> None:
        with self._work() as uow:
            people.change_placement(uow.db, "1", **columns)

    def had_checkin(self, at: datetime) -> None:
        with self._work() as uow:
            remember_script(uow.db, "r", "checkin", "{}")
            talk = Conversation(person_id="1", flow="checkin", revision="r", opened_at=at, touched_at=at, status="done")
            uow.db.execute(CONVERSATION.insert().values(**talk.model_dump(exclude={"id"})))

    @property
    def placement(self) -> Placement:
        with self._work() as uow:
            found = people.placement_of(uow.db, "1")
        assert found is not None
        return found

    def told(self) -> list[tuple[str, datetime | None]]:
        with self._work() as uow:
            person = people.find_person(uow.db, "1")
            assert person is not None
            rows = uow.db.execute(OUTBOX.select()).all()
            found = [(unpack(uow.open(person, row.packed)), row.not_before) for row in rows]
        return [(message.text, at) for message, at in found if isinstance(message, Message)]


@pytest.fixture
def roster(work: Work) -> Roster:
    return Roster(work)


def test_a_later_start_moves_the_first_and_she_is_told_at_her_hour(roster: Roster) -> None:
    roster.says(starts_on="2027-01-11")
    assert roster.placement.next_checkin_at == datetime(2027, 1, 14, 14, tzinfo=UTC)
    # Before the placement begins nothing is sent of our own accord, so she is told on its first day.
    assert roster.told() == [
        (
            "Your next check-in has moved. It is now on Thursday 14 January, 15:00.",
            datetime(2027, 1, 11, 14, tzinfo=UTC),
        )
    ]


def test_an_earlier_start_moves_the_first_but_not_a_later_one(roster: Roster) -> None:
    roster.says(starts_on="2026-10-01")
    assert roster.placement.next_checkin_at == datetime(2026, 12, 10, 14, tzinfo=UTC)
    roster.says(starts_on="2026-12-17")
    roster.says(starts_on="2026-12-03")
    assert roster.placement.next_checkin_at == datetime(2026, 12, 10, 14, tzinfo=UTC)
    roster.had_checkin(datetime(2026, 11, 26, 14, tzinfo=UTC))
    roster.plan(next_checkin_at=DUE + timedelta(days=7))
    roster.says(starts_on="2026-12-02")
    assert roster.placement.next_checkin_at == DUE + timedelta(days=7)


def test_an_earlier_end_takes_away_all_that_would_come_after_it(roster: Roster, work: Work) -> None:
    with work() as uow:
        for flow, day in (("fixed_time", 8), ("human", 9)):
            followups.promise(uow.db, "1", flow, datetime(2026, 12, day, 12, tzinfo=UTC))
    roster.plan(ask_again_at=datetime(2026, 12, 9, 12, tzinfo=UTC))
    roster.says(ends_on="2026-12-08")
    with work() as uow:
        kept = [each.flow for each in followups.due_until(uow.db, datetime(2027, 12, 1, tzinfo=UTC))]
    assert kept == ["fixed_time"]
    assert (roster.placement.next_checkin_at, roster.placement.ask_again_at) == (None, None)
    assert roster.told() == []


def test_a_start_that_moves_takes_the_first_week_with_it_unless_it_is_over(roster: Roster, work: Work) -> None:
    with work() as uow:
        followups.promise(uow.db, "1", "first_week", DUE)
    roster.says(starts_on="2026-12-14")
    with work() as uow:
        due = {each.flow: each.due_at for each in followups.due_until(uow.db, datetime(2027, 12, 1, tzinfo=UTC))}
    assert due["first_week"] == datetime(2026, 12, 21, 14, tzinfo=UTC)
    assert "new_country" not in due


def test_a_longer_placement_takes_the_rhythm_up_where_it_ended(roster: Roster) -> None:
    roster.had_checkin(datetime(2026, 11, 26, 14, tzinfo=UTC))
    roster.plan(next_checkin_at=None)
    roster.says(ends_on="2027-09-01")
    assert roster.placement.next_checkin_at == DUE


def test_another_zone_keeps_her_day_and_hour_on_the_new_clock(roster: Roster) -> None:
    roster.says(timezone="America/New_York")
    assert roster.placement.next_checkin_at == datetime(2026, 12, 10, 20, tzinfo=UTC)
    ((text, at),) = roster.told()
    assert text.endswith("It is now on Thursday 10 December, 15:00.")
    assert at == datetime(2026, 12, 1, 20, tzinfo=UTC)


def test_another_country_brings_its_own_holidays(roster: Roster) -> None:
    roster.plan(next_checkin_at=datetime(2026, 12, 16, 14, tzinfo=UTC))
    roster.says(country="ZA")
    ((text, _),) = roster.told()
    assert text.endswith("It is now on Thursday 17 December, 15:00.")
    assert roster.placement.next_checkin_at == datetime(2026, 12, 16, 14, tzinfo=UTC)


def test_of_two_imports_only_the_last_is_told(roster: Roster) -> None:
    roster.says(timezone="America/New_York")
    roster.says(timezone="Africa/Johannesburg")
    assert len(roster.told()) == 1


def test_somebody_who_was_never_told_of_one_is_not_told_that_it_moved(roster: Roster) -> None:
    roster.plan(next_checkin_at=None)
    roster.says(ends_on="2027-04-01")
    assert roster.placement.next_checkin_at is not None
    assert roster.told() == []


def test_what_changes_nothing_moves_nothing(roster: Roster, clock: SettableClock) -> None:
    roster.says(country="SE", ends_on="2027-03-02")
    assert roster.placement.next_checkin_at == DUE
    assert roster.told() == []
    assert date.fromisoformat("2027-03-02") == roster.placement.ends_on


def test_a_new_cohort_waits_for_somebody_s_word(roster: Roster, work: Work) -> None:
    roster.says(cohort="Autumn")
    with work() as uow:
        assert {name: found.confirmed_at for name, found in cohorts(uow.db).items()} == {"Spring": None, "Autumn": None}
