"""The self-assessment on the calendar: it comes by itself, again later, and moves with the placement's dates."""

from datetime import UTC, date, datetime, timedelta

from bot.programmes.replanning import Before, replan
from storage import followups, people
from tests.conftest import Work
from tests.intake.chatting import SETTINGS
from tests.schedule.programme import Programme
from tests.settable_clock import SettableClock

START, END = date(2026, 12, 1), date(2027, 4, 1)
FIRST = datetime(2026, 12, 11, 14, 0, tzinfo=UTC)


def promised(work: Work) -> list[datetime]:
    with work() as uow:
        return [each.due_at for each in followups.due_until(uow.db, uow.now + timedelta(days=400))]


def test_it_is_asked_on_its_day_and_the_next_one_stands_on_the_calendar(work: Work, clock: SettableClock) -> None:
    programme = Programme(work)
    programme.enrol("s1", starts_on=START, ends_on=END)
    with work() as uow:
        followups.promise(uow.db, "s1", "self_assessment", FIRST)
    clock.moment = FIRST
    assert programme.tick() == ["s1"]
    assert [talk.flow for talk in programme.talks("self_assessment")] == ["self_assessment"]
    assert promised(work) == [datetime(2027, 1, 30, 14, 0, tzinfo=UTC)]


def test_it_moves_with_the_dates_of_the_placement(work: Work, clock: SettableClock) -> None:
    programme = Programme(work)
    programme.enrol("s1", starts_on=START, ends_on=END)
    with work() as uow:
        followups.promise(uow.db, "s1", "self_assessment", FIRST)
        person, placement = people.find_person(uow.db, "s1"), people.placement_of(uow.db, "s1")
        assert person is not None
        assert placement is not None
        people.change_placement(uow.db, "s1", starts_on=START + timedelta(days=7))
    with work() as uow:
        replan(uow, SETTINGS, Before(person, placement))
    assert FIRST + timedelta(days=7) in promised(work)
    assert FIRST not in promised(work)
