"""Check-ins that are due, for several students at once."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import event, update

from bot.schedule import checkins
from bot.schedule.prompting import prompt
from bot.schedule.tick import tick
from storage import contacts, followups, people
from storage.absence import note_absence
from storage.due import due_checkins
from storage.people import ACCOUNT
from tests.conftest import Work
from tests.schedule.programme import Programme
from tests.settable_clock import SettableClock

DUE = datetime(2026, 12, 3, 14, 0, tzinfo=UTC)
"""A Thursday, 15:00 in Oslo."""
RHYTHM = timedelta(days=14)


@pytest.fixture
def programme(work: Work) -> Programme:
    return Programme(work)


def ticked(programme: Programme, clock: SettableClock, until: datetime, *, hours: int = 1) -> dict[datetime, list[str]]:
    """Tick every so many hours until then; gives who was written to when."""
    found = {}
    while clock.moment < until:
        if chats := programme.tick():
            found[clock.moment] = chats
        clock.skip(hours=hours)
    return found


def test_a_prompt_is_counted_marked_and_reminded_of(programme: Programme, clock: SettableClock) -> None:
    programme.enrol("s1", next_checkin_at=DUE)
    clock.moment = DUE
    assert programme.tick() == ["s1"]
    (talk,) = programme.talks()
    assert (talk.prompted, talk.remind_at) == (True, DUE + timedelta(hours=24))
    with programme.work() as uow:
        assert contacts.contacts_since(uow.db, "s1", DUE - timedelta(days=1)) == [DUE]


def test_after_an_outage_of_days_each_gets_one_and_at_her_own_hour(programme: Programme, clock: SettableClock) -> None:
    hours = {"s1": "09:00", "s2": "12:00", "s3": "15:00"}
    for person_id, hour in hours.items():
        due = DUE.replace(hour=int(hour[:2]) - 1)
        programme.enrol(person_id, hour=hour, next_checkin_at=due - RHYTHM, ask_again_at=due)
        with programme.work() as uow:
            followups.promise(uow.db, person_id, "fixed_time", due)
    clock.moment = DUE + timedelta(days=3, hours=-4)
    written = ticked(programme, clock, DUE + timedelta(days=4, hours=-4))
    assert written == {
        datetime(2026, 12, 6, 11, tzinfo=UTC): ["s2"],
        datetime(2026, 12, 6, 14, tzinfo=UTC): ["s3"],
        datetime(2026, 12, 7, 8, tzinfo=UTC): ["s1"],
    }
    assert len(programme.talks()) == 3


@pytest.mark.parametrize("back", [1, 0.1])
def test_a_clock_set_back_sends_nothing_twice(programme: Programme, clock: SettableClock, back: float) -> None:
    programme.enrol("s1", next_checkin_at=DUE)
    programme.enrol("s2", next_checkin_at=DUE + timedelta(minutes=3))
    clock.moment = DUE
    assert programme.tick() == ["s1"]
    clock.skip(hours=-back)
    assert programme.tick() == []
    clock.moment = DUE + timedelta(minutes=3)
    assert programme.tick() == ["s2"]
    assert programme.tick() == []


def test_a_clock_set_forward_and_back_starves_nobody(programme: Programme, clock: SettableClock) -> None:
    programme.enrol("s1", next_checkin_at=DUE)
    programme.enrol("s2", next_checkin_at=DUE + timedelta(minutes=90))
    clock.moment = DUE + timedelta(hours=1)
    assert programme.tick() == ["s1"]
    clock.moment = DUE
    assert programme.tick() == []
    clock.moment = DUE + timedelta(minutes=90)
    assert programme.tick() == ["s2"]


def test_what_a_coordinator_asked_for_before_the_clock_was_set_back_is_sent_now(
    programme: Programme, clock: SettableClock
) -> None:
    programme.enrol("s1", requested_at=clock.moment + timedelta(hours=1))
    assert programme.tick() == ["s1"]
    with programme.work() as uow:
        assert contacts.contacts_since(uow.db, "s1", clock.moment - timedelta(days=1)) == []


def test_a_promise_goes_before_the_check_in_and_that_before_a_tip(programme: Programme, clock: SettableClock) -> None:
    programme.enrol("s1", next_checkin_at=DUE)
    with programme.work() as uow:
        followups.promise(uow.db, "s1", "fixed_time", DUE)
        uow.db.execute(followups.FOLLOW_UP.insert().values(person_id="s1", flow="human", about=7, due_at=DUE))
    clock.moment = DUE
    written = ticked(programme, clock, DUE + timedelta(days=9), hours=24)
    order = [talk.opened_at for flow in ("human", "checkin", "fixed_time") for talk in programme.talks(flow)]
    assert order[:2] == [DUE, DUE + timedelta(days=1)]
    # Check-in and reminder have used up what a tip may have of that week; the promise had that of a second reminder.
    assert order[2] == DUE + timedelta(days=8)
    assert len(written) == 4


def test_a_day_of_absence_leaves_it_out_and_the_rhythm_goes_on(programme: Programme, clock: SettableClock) -> None:
    programme.enrol("s1", next_checkin_at=DUE)
    with programme.work() as uow:
        note_absence(uow.db, "s1", date(2026, 12, 1), date(2026, 12, 3), uow.now)
    clock.moment = DUE
    assert ticked(programme, clock, DUE + RHYTHM + timedelta(hours=1), hours=24) == {DUE + RHYTHM: ["s1"]}
    assert programme.placement("s1").missed == 0


def test_whoever_cannot_be_reached_misses_nothing(programme: Programme, clock: SettableClock) -> None:
    programme.enrol("s1", next_checkin_at=DUE)
    with programme.work() as uow:
        uow.db.execute(update(ACCOUNT).values(unreachable_at=uow.now))
    clock.moment = DUE
    assert programme.tick() == []
    assert programme.talks() == []
    assert (programme.placement("s1").missed, programme.placement("s1").next_checkin_at) == (0, DUE + RHYTHM)


def test_a_holiday_of_her_country_moves_one_and_not_her_neighbour_s(programme: Programme, clock: SettableClock) -> None:
    constitution_day = datetime(2027, 5, 17, 13, tzinfo=UTC)
    programme.enrol("s1", country="NO", next_checkin_at=constitution_day)
    programme.enrol("s2", country="ZA", next_checkin_at=constitution_day)
    clock.moment = constitution_day
    ticked(programme, clock, constitution_day + timedelta(days=2))
    assert [(talk.person_id, talk.opened_at) for talk in programme.talks()] == [
        ("s2", constitution_day), ("s1", constitution_day + timedelta(days=1)),
    ]  # fmt: skip
    assert programme.placement("s1").next_checkin_at == constitution_day + RHYTHM


def test_one_that_another_process_has_seen_to_is_not_sent(
    programme: Programme, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    programme.enrol("s1", next_checkin_at=DUE)
    clock.moment = DUE
    with programme.work() as uow:
        as_read = due_checkins(uow.db, uow.now, 25)
    assert programme.tick() == ["s1"]
    monkeypatch.setattr(checkins, "due_checkins", lambda *_: as_read)
    with programme.work() as uow:
        checkins.ask_due(uow, programme.house, 25)
    assert programme.delivered() == []
    assert len(programme.talks()) == 1


def test_one_that_fails_is_put_off_and_holds_nobody_up(
    programme: Programme, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    programme.enrol("s1", next_checkin_at=DUE)
    programme.enrol("s2", next_checkin_at=DUE)

    def fails(*arguments: object, **more: object) -> None:
        if arguments[2].person.id == "s1":  # type: ignore[attr-defined]  # the third is her circumstances
            raise RuntimeError
        prompt(*arguments, **more)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(checkins, "prompt", fails)
    clock.moment = DUE
    assert programme.tick() == ["s2"]
    monkeypatch.undo()
    clock.skip(hours=1)
    assert programme.tick() == ["s1"]


def _note(asked: list[str], _db: object, _cursor: object, statement: str, *_: object) -> None:
    asked.append(statement)


def test_what_is_asked_of_the_database_does_not_grow_with_those_who_are_put_off(
    programme: Programme, clock: SettableClock
) -> None:
    """With the moves themselves and their savepoints left aside, ten cost as many queries as one."""
    counts = []
    for number in range(10):
        programme.enrol(f"s{number}")
    clock.moment = datetime(2027, 5, 17, 13, tzinfo=UTC)
    for many in (1, 10):
        for number in range(many):
            programme.change(f"s{number}", country="NO", next_checkin_at=clock.moment, ask_again_at=None)
        asked: list[str] = []
        with programme.work() as uow:
            event.listen(uow.db, "before_cursor_execute", partial(_note, asked))
            tick(uow, programme.house)
        counts.append(sum(statement.startswith("SELECT") for statement in asked))
    assert counts[0] == counts[1]


def test_soon_after_an_urgent_report_nothing_is_asked_about_another_case(
    programme: Programme, clock: SettableClock
) -> None:
    programme.enrol("s1", next_checkin_at=None)
    with programme.work() as uow:
        followups.promise(uow.db, "s1", "still_ok", DUE, about=7)
        people.change_person(uow.db, "s1", urgent_at=DUE - timedelta(hours=1))
    assert list(ticked(programme, clock, DUE + timedelta(days=4))) == [DUE + timedelta(days=2)]
