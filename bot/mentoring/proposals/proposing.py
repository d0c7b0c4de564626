"""Proposing a batch: its pairs are written down, and the coordinators' channel hears how many there are."""

from dataclasses import dataclass
from datetime import timedelta

from bot.cases.verbs import REVIEW, button_data
from bot.config import Settings
from bot.facts.desk import desk
from bot.mentoring.life_cycle import PROPOSED
from bot.mentoring.matching.batch import Batch, Match
from bot.mentoring.matching.reasons import kept
from bot.words.language import known_language, say
from bot.words.outgoing import Button, Message, pack
from storage.mentoring_profiles import leave, left_in
from storage.mentorships import Mentorship, add_mentorships, in_batch, live_mentorships
from storage.outbox import Priority
from storage.posting import post_to_chat
from storage.unit_of_work import UnitOfWork

A_WEEK = timedelta(days=7)
"""So long a batch may wait before the channel is reminded of it."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A batch that was written down: its name, how many pairs it has, and how many are without one."""

    batch: str
    pairs: int
    left: int


def propose(uow: UnitOfWork, settings: Settings, batch: Batch) -> Proposed:
    """Write the pairs of a batch down for a coordinator to look at; nobody else hears of them yet.

    Whoever has got a mentor since it was computed is left out.
    """
    name = f"{uow.now:%Y%m%d%H%M%S}"
    taken = {pair.mentee_id for pair in live_mentorships(uow.db)}
    new = [each for each in batch.matches if each.mentee_id not in taken]
    add_mentorships(uow.db, [_row(uow, name, each) for each in new])
    leave(uow.db, name, {left.mentee_id: left.why for left in batch.unmatched})
    if new or batch.unmatched:
        post_batch(uow, settings, name)
    return Proposed(name, len(new), len(batch.unmatched))


def post_batch(uow: UnitOfWork, settings: Settings, batch: str, *, again: bool = False) -> None:
    """Post how a batch stands into the coordinators' channel, or edit what stands there. No name and no id is in it.

    `again`: it has been waiting for a while, and stands at the end of the channel once more.
    """
    where, language = desk(settings), known_language(settings.programme.language)
    proposals, left = in_batch(uow.db, batch), len(left_in(uow.db, batch))
    waiting = sum(pair.state == PROPOSED for pair in proposals)
    key = "matches.ask_again" if again else "matches.ask" if waiting or not proposals else "matches.settled"
    text = say(key, language, {"count": waiting if waiting else len(proposals), "total": left})
    button = Button(say("matches.review", language), button_data(REVIEW, int(batch)), "primary" if waiting else "")
    post_to_chat(
        uow,
        where.lane,
        where.chat,
        pack(Message(text, ((button,),))),
        priority=Priority.CASE,
        key=f"matches:{batch}{':again' if again else ''}",
    )


def _row(uow: UnitOfWork, name: str, match: Match) -> Mentorship:
    return Mentorship(
        mentee_id=match.mentee_id, mentor_id=match.mentor_id, state=PROPOSED, batch=name, score=match.points,
        reasons=kept(match.reasons), made_at=uow.now, state_at=uow.now, look_at=uow.now + A_WEEK,
    )  # fmt: skip
