"""What a coordinator decides about proposed pairs: approve, leave out, give two mentees each other's mentor."""

from collections.abc import Sequence

from bot.config import Settings
from bot.mentoring import pairs
from bot.mentoring.life_cycle import PROPOSED
from bot.mentoring.matching.batch import Bar, Match
from bot.mentoring.matching.match import compare
from bot.mentoring.matching.reasons import kept
from bot.mentoring.pool import read_two
from storage.mentorships import Mentorship, change_mentorship
from storage.unit_of_work import UnitOfWork

LEFT_OUT = "left_out"


def approve(uow: UnitOfWork, proposed: Sequence[Mentorship]) -> int:
    """Let these go to their mentors; gives how many went."""
    return sum(pairs.approve(uow, pair) for pair in proposed)


def leave_out(uow: UnitOfWork, pair: Mentorship) -> bool:
    """This one is no match, and is not proposed again."""
    return pairs.withdraw(uow, pair, LEFT_OUT)


def swap(uow: UnitOfWork, settings: Settings, one: Mentorship, other: Mentorship) -> Bar:
    """Give two mentees each other's mentor; the first bar in the way, and then nothing is done. `OPEN`: it is done."""
    if one.id == other.id or {one.state, other.state} != {PROPOSED}:
        return Bar.CAPACITY
    found = [
        compare(read_two(uow, settings, mentee, mentor))
        for mentee, mentor in ((one.mentee_id, other.mentor_id), (other.mentee_id, one.mentor_id))
    ]
    barred = next((bar for bar, _ in found if bar is not Bar.OPEN), Bar.OPEN)
    if barred is Bar.OPEN:
        for pair, (_, match) in zip((one, other), found, strict=True):
            _give(uow, pair, match)
    return barred


def _give(uow: UnitOfWork, pair: Mentorship, match: Match) -> None:
    change_mentorship(uow.db, pair, mentor_id=match.mentor_id, score=match.points, reasons=kept(match.reasons))
