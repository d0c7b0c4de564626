"""What many pairs say is told as averages of five or more people, and of fewer not at all."""

import orjson
from sqlalchemy import insert

from bot.mentoring.averages import averages
from storage.conversations import CONVERSATION, Conversation
from tests.mentoring.town import Town


def reviewed(town: Town, number: int, useful: int) -> None:
    """Another pair, of which the mentee has answered one sentence."""
    mentee = town.mentee(f"mentee{number}")
    town.matched(mentee, town.mentor(f"mentor{number}"))
    with town.work() as uow:
        talk = Conversation(
            person_id=mentee, flow="mentor_review", revision=town.house.scripts.today("mentor_review").flow.revision,
            status="done", answers=orjson.dumps({"useful": useful, "keep": "sealed"}).decode(), opened_at=uow.now,
            touched_at=uow.now,
        )  # fmt: skip
        uow.db.execute(insert(CONVERSATION).values(**talk.model_dump(exclude={"id"})))


def test_four_are_not_told_and_five_are(town: Town) -> None:
    for number, useful in enumerate((1, 2, 3, 4)):
        reviewed(town, number, useful)
    with town.work() as uow:
        assert averages(uow.db) == []
    reviewed(town, 5, 5)
    with town.work() as uow:
        assert [(each.side, each.step, each.mean, each.people) for each in averages(uow.db)] == [
            ("mentee", "useful", 3.0, 5)
        ]
