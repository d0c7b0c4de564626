"""The first check-ins of a cohort wait for a coordinator's word."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.cases.verbs import button_data
from bot.cases.views import View
from bot.intake.inbound import CaseAct
from bot.intake.receive import receive
from bot.intake.reply import Reply
from bot.words.outgoing import Message, unpack
from storage import people
from storage.cohorts import cohorts, note_cohort
from storage.outbox import OUTBOX
from storage.people import Person
from tests.conftest import Work
from tests.intake.chatting import DESK
from tests.schedule.programme import Programme
from tests.settable_clock import SettableClock

DUE = datetime(2026, 12, 10, 14, 0, tzinfo=UTC)
"""A Thursday, 15:00 in Oslo."""


@pytest.fixture
def programme(work: Work) -> Programme:
    programme = Programme(work)
    programme.enrol("s1", cohort="Spring", next_checkin_at=DUE)
    programme.enrol("s2", cohort="Spring", hour="16:00", next_checkin_at=DUE + timedelta(hours=1))
    programme.enrol("s3", next_checkin_at=DUE)
    with work() as uow:
        mentor = Person(id="m1", name="Example Mentor", role="mentor", slack_id="UM1")
        uow.db.execute(people.PERSON.insert().values(**mentor.model_dump()))
    return programme


def at_desk(programme: Programme) -> list[Message]:
    """What stands in the coordinators' channel: the last words under each key."""
    with programme.work() as uow:
        rows = uow.db.execute(OUTBOX.select().where(OUTBOX.c.chat == DESK).order_by(OUTBOX.c.id)).all()
    shown = {row.key: unpack(row.packed) for row in rows}
    return [message for message in shown.values() if isinstance(message, Message)]


def press(programme: Programme, by: str = "UC1", event: str = "e1") -> Reply:
    with programme.work() as uow:
        spring = cohorts(uow.db)["Spring"]
    act = CaseAct("slack", event, by, "confirm_cohort", spring.id or 0)
    with programme.work() as uow:
        return receive(uow, programme.house, act)


def refusal(reply: Reply) -> str:
    assert isinstance(reply.view, View)
    return reply.view.passages[0].text


@pytest.fixture
def asked(programme: Programme, clock: SettableClock) -> Programme:
    """Two days before the first is due, the imported cohort was asked about."""
    with programme.work() as uow:
        note_cohort(uow.db, "Spring")
    clock.moment = DUE - timedelta(days=2)
    assert programme.tick() == [DESK]
    return programme


def test_coordinators_are_asked_two_days_ahead_and_only_once(programme: Programme, asked: Programme) -> None:
    (question,) = at_desk(asked)
    assert "**First check-ins for Spring:** 2 students, the first on Thursday 10 December, 15:00." in question.text
    assert question.buttons[0][0].data == button_data("confirm_cohort", 1)
    assert programme.tick() == []


def test_nothing_goes_out_unconfirmed_and_those_without_a_cohort_are_not_held_up(
    asked: Programme, clock: SettableClock
) -> None:
    clock.moment = DUE
    assert set(asked.tick()) == {"s3", DESK}
    clock.skip(days=1)
    assert set(asked.tick()) - {"s3"} == {DESK}


def test_after_the_word_each_comes_at_her_next_hour(asked: Programme, clock: SettableClock) -> None:
    for _ in range(3):
        clock.moment = max(clock.moment + timedelta(hours=1), DUE)
        asked.tick()
    clock.moment = DUE + timedelta(days=1, hours=-5)
    assert press(asked).view is None
    assert asked.delivered() == [DESK]
    assert "confirmed by Example Coordinator" in at_desk(asked)[-1].text
    assert at_desk(asked)[-1].buttons == ()
    clock.moment = DUE + timedelta(days=1)
    assert asked.tick()[0] == "s1"
    clock.skip(hours=1)
    assert asked.tick() == ["s2"]


def test_it_is_asked_again_on_working_days_and_the_old_question_loses_its_button(
    asked: Programme, clock: SettableClock
) -> None:
    days = []
    for _ in range(24 * 6):
        clock.skip(hours=1)
        if DESK in asked.tick():
            days.append(clock.moment.date().day)
    assert days == [9, 10, 11, 14]
    assert [bool(message.buttons) for message in at_desk(asked)] == [False, False, False, False, True]


def test_a_second_press_a_repeated_event_and_somebody_else_s_press_change_nothing(asked: Programme) -> None:
    assert refusal(press(asked, by="UM1", event="e0")) == "Only coordinators and safeguarding can do this."
    press(asked)
    assert press(asked).repeated
    assert refusal(press(asked, by="UG1", event="e2")) == "Example Coordinator has already confirmed this cohort."
    with asked.work() as uow:
        assert cohorts(uow.db)["Spring"].confirmed_by == "c1"


def test_a_cohort_nobody_announced_is_asked_about_when_its_first_is_held_back(
    programme: Programme, clock: SettableClock
) -> None:
    clock.moment = DUE
    assert DESK in programme.tick()
    assert "2 students get nothing before somebody here says so" in at_desk(programme)[0].text
