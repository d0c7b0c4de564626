"""The dry run says what then happens."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from bot.facts.planning.preview import gather, play
from storage import followups
from storage.absence import note_absence
from storage.contacts import note_contact
from tests.conftest import Work
from tests.intake.chatting import SETTINGS
from tests.schedule.programme import Programme, sent
from tests.settable_clock import SettableClock

NOW = datetime(2026, 12, 20, 7, 0, tzinfo=UTC)
"""A Sunday before a week of holidays."""
ZONES = ("Europe/Oslo", "Africa/Johannesburg", "America/New_York", "Australia/Brisbane")


@pytest.fixture
def programme(work: Work, clock: SettableClock) -> Programme:
    clock.moment = NOW
    return Programme(work)


def crowd(programme: Programme, chance: random.Random, size: int) -> None:
    """Students in all kinds of circumstances; every one of them has something due within nine days."""
    for number in range(size):
        due = NOW + timedelta(hours=chance.randrange(-4 * 24, 9 * 24))
        columns: dict[str, Any] = {
            "country": chance.choice(("NO", "ZA", "US", "")), "hour": f"{chance.randrange(7, 21):02}:00",
            "weekday": chance.randrange(7), "next_checkin_at": due,
            "ends_on": chance.choice((None, None, (NOW + timedelta(days=5)).date())),
            "starts_on": chance.choice((None, None, (NOW + timedelta(days=4)).date())),
            "paused_until": chance.choice((None, None, (NOW + timedelta(days=3)).date())),
            "urgent_at": chance.choice((None, None, NOW - timedelta(hours=20))),
            "held_until": chance.choice((None, None, NOW + timedelta(hours=chance.randrange(30)))),
            "requested_at": chance.choice((None,) * 5 + (NOW,)),
            "ask_again_at": chance.choice((None, None, due + timedelta(hours=9))),
            "cohort": chance.choice(("", "", "Spring")), "reachable": chance.random() > 0.2,
        }  # fmt: skip
        programme.enrol(f"s{number:02}", timezone=chance.choice(ZONES), **columns)
        with programme.work() as uow:
            if chance.random() < 0.3:
                first = NOW.date() + timedelta(days=chance.randrange(-3, 7))
                note_absence(uow.db, f"s{number:02}", first, first + timedelta(days=2), uow.now)
            for day in range(chance.randrange(5)):
                note_contact(uow.db, f"s{number:02}", "checkin", NOW - timedelta(days=day + 1))
            if chance.random() < 0.4:
                due_at = NOW + timedelta(hours=chance.randrange(-60, 200))
                followups.promise(uow.db, f"s{number:02}", "fixed_time", due_at)


@pytest.mark.parametrize("seed", range(2))
def test_what_it_says_is_what_is_sent(programme: Programme, clock: SettableClock, seed: int) -> None:
    # Reminders are no part of the plan: they depend on whether she answers.
    quiet = SETTINGS.schedule.model_copy(update={"reminder_hours": ()})
    programme.house = type(programme.house)(SETTINGS.model_copy(update={"schedule": quiet}), programme.house.scripts)
    crowd(programme, random.Random(seed), 40)
    until = NOW + timedelta(days=8)
    said = {each for each in sent(programme.plan(8)) if each[0] <= until}
    while clock.moment <= until:
        programme.tick()
        clock.skip(hours=1)
    talks = [talk for flow in ("checkin", "fixed_time") for talk in programme.talks(flow)]
    assert said == {(talk.opened_at, talk.person_id, talk.flow) for talk in talks}
    assert len(talks) > 12


def test_whoever_gets_nothing_stands_there_with_the_reason(programme: Programme, clock: SettableClock) -> None:
    clock.moment = NOW - timedelta(days=4)
    due = clock.moment + timedelta(hours=8)
    programme.enrol("s1", stopped_at=NOW, next_checkin_at=due)
    programme.enrol("s2", reachable=False, next_checkin_at=due)
    programme.enrol("s3", cohort="Spring", next_checkin_at=due)
    programme.enrol("s4", paused_until=date(2026, 12, 18), next_checkin_at=due)
    programme.enrol("s5", ends_on=date(2026, 12, 1))
    programme.enrol("s6", consented_at=None)
    programme.enrol("s7", next_checkin_at=due + timedelta(days=30))
    found = {entry.person_id: (entry.at, entry.why) for entry in programme.plan(7)}
    assert found == {
        "s1": (None, "stopped"), "s2": (None, "no_account"), "s3": (None, "unconfirmed"), "s4": (None, "paused"),
        "s5": (None, "ended"), "s6": (None, "consent"),
    }  # fmt: skip


def test_what_moved_says_why_and_from_when(programme: Programme) -> None:
    christmas = datetime(2026, 12, 25, 14, tzinfo=UTC)
    programme.enrol("s1", country="NO", next_checkin_at=christmas)
    (entry,) = programme.plan(10)
    assert (entry.at, entry.due, entry.why) == (christmas + timedelta(days=3), christmas, "holiday")


def test_it_writes_nothing_and_asks_the_same_of_few_as_of_many(programme: Programme) -> None:
    counts = []
    for size in (1, 12):
        for number in range(size):
            programme.enrol(f"{size}-{number}", next_checkin_at=NOW + timedelta(days=1))
        asked: list[str] = []
        with programme.work() as uow:
            event.listen(uow.db, "before_cursor_execute", lambda *given, asked=asked: asked.append(given[2]))
            play(gather(uow, SETTINGS, 7))
        assert all(statement.startswith("SELECT") for statement in asked)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 9
