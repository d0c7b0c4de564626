"""What is kept of a mentorship is in the copies of both, and goes with the mentee's own."""

from sqlalchemy import func, select

from bot.facts.context import Context
from bot.privacy.forget import forget
from bot.privacy.record import record_of
from storage.meetings import ACTION_ITEM, MEETING, ActionItem, Meeting, add_action, add_meeting
from storage.mentorships import MENTORSHIP
from storage.people import find_people
from storage.unit_of_work import UnitOfWork
from tests.intake.chatting import SETTINGS
from tests.mentoring.conftest import town  # noqa: F401 - a fixture
from tests.mentoring.town import Town


def met(town: Town) -> None:  # noqa: F811 - the fixture's own name
    """Anna and Mona have met once, and Anna will write a letter."""
    pair = town.matched(town.mentee("anna"), town.mentor("mona"))
    with town.work() as uow:
        anna = find_people(uow.db, {"anna"})["anna"]
        meeting = Meeting(
            mentorship_id=pair, state="held", starts_at=uow.now, made_at=uow.now, worth=4,
            takeaway=uow.seal(anna, "Ask earlier"),
        )  # fmt: skip
        held, words = add_meeting(uow.db, meeting), uow.seal(anna, "Write a letter")
        add_action(uow.db, ActionItem(mentorship_id=pair, meeting_id=held, owner_id="anna", words=words))


def test_both_copies_hold_it_and_only_hers_what_she_thought_of_it(town: Town) -> None:  # noqa: F811
    met(town)
    with town.work() as uow:
        people = find_people(uow.db, {"anna", "mona"})
        hers, theirs = (record_of(Context(uow, SETTINGS, people[each]))["mentoring"] for each in ("anna", "mona"))
    meeting = hers["mentorships"][0]["meetings"][0]
    assert (meeting["takeaway"], meeting["worth"]) == ("Ask earlier", 4)
    assert "worth" not in theirs["mentorships"][0]["meetings"][0]
    assert hers["mentorships"][0]["action_items"][0]["words"] == "Write a letter"
    assert theirs["mentorships"][0]["with"] == "Example Anna"


def test_it_is_deleted_with_her(town: Town) -> None:  # noqa: F811
    met(town)
    with town.work() as uow:
        forget(Context(uow, SETTINGS, find_people(uow.db, {"anna"})["anna"]), None)
    with town.work() as uow:
        assert [_rows(uow, table) for table in (MENTORSHIP, MEETING, ACTION_ITEM)] == [0, 0, 0]


def _rows(uow: UnitOfWork, table: object) -> int:
    return int(uow.db.execute(select(func.count()).select_from(table)).scalar_one())  # type: ignore[arg-type]
