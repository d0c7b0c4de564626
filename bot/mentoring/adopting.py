"""The roster and the pairs brought together: whom it names begins, whom it names no longer ends."""

from bot.config import Settings
from bot.mentoring import pairs
from bot.mentoring.telling import say_it_is_over
from storage.mentorships import NOT_YET, Mentorship, mentorships_of_any, named_without_pair, no_longer_named
from storage.unit_of_work import UnitOfWork

CHANGED_IN_ROSTER = "roster"
"""Why a pair is over of which the roster names somebody else, or nobody."""


def adopt(uow: UnitOfWork, settings: Settings) -> int:
    """Let every pair that the roster names begin its life here, once; gives how many are new. Two queries if none is.

    Where it names another mentor, or none any more, the pair that was is over, and both are told.
    """
    for pair in no_longer_named(uow.db):
        _end(uow, settings, pair)
    new = named_without_pair(uow.db, uow.now.astimezone(settings.programme.zone).date())
    if new:
        _withdraw_proposals(uow, {mentee_id for mentee_id, _ in new})
    for mentee_id, mentor_id in new:
        pairs.named_in_roster(uow, settings, mentee_id, mentor_id)
    return len(new)


def _end(uow: UnitOfWork, settings: Settings, pair: Mentorship) -> None:
    if pairs.end(uow, settings, pair, CHANGED_IN_ROSTER):
        say_it_is_over(uow, settings, pair, "mentoring.over_changed")


def _withdraw_proposals(uow: UnitOfWork, mentees: set[str]) -> None:
    """Who has a mentor by the roster is proposed to nobody."""
    for pair in mentorships_of_any(uow.db, mentees):
        if pair.state in NOT_YET and pair.mentee_id in mentees:
            pairs.withdraw(uow, pair, CHANGED_IN_ROSTER)
