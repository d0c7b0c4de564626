"""A coordinator asks the bot what the clock will send."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.intake.inbound import Inbound, Kind
from bot.intake.receive import receive
from bot.intake.staff import plan
from bot.words.outgoing import Message, unpack
from storage import followups, people
from storage.cases import Case, open_case
from storage.outbox import OUTBOX
from storage.parties import add_party
from tests.conftest import Work
from tests.schedule.programme import Programme
from tests.settable_clock import SettableClock

DUE = datetime(2026, 12, 3, 14, 0, tzinfo=UTC)


@pytest.fixture
def programme(work: Work) -> Programme:
    programme = Programme(work)
    programme.enrol("s1", next_checkin_at=DUE)
    programme.enrol("s2", next_checkin_at=DUE + timedelta(days=1), timezone="Africa/Johannesburg")
    programme.enrol("s3", stopped_at=DUE)
    return programme


def asked(programme: Programme, text: str, by: str = "UC1") -> str:
    """A coordinator writes; gives what she is answered."""
    with programme.work() as uow:
        number = len(uow.db.execute(OUTBOX.select()).all())
        receive(uow, programme.house, Inbound("slack", f"e{number}", Kind.TEXT, by, by, text=text))
        row = uow.db.execute(OUTBOX.select().order_by(OUTBOX.c.id.desc())).first()
        person = people.find_by_slack(uow.db, by, "")
        assert row is not None
        assert person is not None
        message = unpack(uow.open(person, row.packed) if row.person_id else row.packed)
    assert isinstance(message, Message)
    return message.text


@pytest.mark.parametrize("word", ["plan", "/preview", "Forhåndsvis 7"])
def test_she_reads_it_by_roster_id_on_each_student_s_clock(programme: Programme, word: str) -> None:
    assert asked(programme, word).splitlines() == [
        "**What is due until Tue 8 Dec 10:00**",
        "- Thu 3 Dec 15:00 · s1 · Check-in",
        "- Fri 4 Dec 16:00 · s2 · Check-in",
        "- not sent · s3 · Check-in (has stopped)",
    ]


def test_she_names_the_days_and_is_told_when_there_is_nothing(programme: Programme) -> None:
    assert "s1" in asked(programme, "plan 3 days")
    with programme.work() as uow:
        people.change_person(uow.db, "s3", stopped_at=None)
    assert asked(programme, "plan 1") == "Nothing is due until Wed 2 Dec 10:00."


def test_a_long_one_ends_with_how_many_more(programme: Programme) -> None:
    for number in range(plan.MOST_LINES):
        programme.enrol(f"t{number}", next_checkin_at=DUE)
    lines = asked(programme, "plan").splitlines()
    assert len(lines) == plan.MOST_LINES + 2
    assert lines[-1] == "- and 3 more: `placemate schedule preview` shows all."


def test_a_sentence_that_begins_with_the_word_and_a_student_s_word_are_no_question_for_it(
    programme: Programme, clock: SettableClock
) -> None:
    assert "**What" not in asked(programme, "plan for tomorrow")
    with programme.work() as uow:
        people.link(uow.db, "slack", "US1", "US1", "s1", uow.now)
        people.change_person(uow.db, "s1", slack_id="US1")
    assert "**What" not in asked(programme, "plan", by="US1")


def test_it_tells_nothing_of_a_case_to_whom_it_is_kept_from(programme: Programme, clock: SettableClock) -> None:
    with programme.work() as uow:
        case = Case(person_id="s1", topic="safety", severity=3, restricted=True, opened_at=uow.now, deadline_at=uow.now)
        number = open_case(uow.db, case).id or 0
        add_party(uow.db, number, "c1", uow.now, "words")
        people.change_person(uow.db, "s1", urgent_at=DUE - timedelta(hours=5))
        followups.promise(uow.db, "s1", "still_ok", DUE + timedelta(days=3), about=number)
    clock.moment = DUE - timedelta(hours=2)
    mine = [line for line in asked(programme, "plan", by="UC1").splitlines() if "s1" in line]
    assert mine == ["- Sat 5 Dec 15:00 · s1 · Check-in"]
    others = [line for line in asked(programme, "plan", by="UG1").splitlines() if "s1" in line]
    assert others[0] == "- Sat 5 Dec 15:00 · s1 · Check-in (moved: after an urgent report)"
    assert len(others) == 2
