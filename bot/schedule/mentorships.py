"""Pairs that the clock is to look at: the database is the calendar, and each is claimed before anything is done."""

from datetime import timedelta
from functools import partial

from bot.intake.receive import House
from bot.mentoring.looking import look_at
from bot.schedule.savepoint import alone
from storage.mentorships import Mentorship, claim_look, put_off_look, to_look_at
from storage.unit_of_work import UnitOfWork

AN_HOUR = timedelta(hours=1)


def look_at_pairs(uow: UnitOfWork, house: House, most: int) -> int:
    """Look at the pairs that are due, at most so many; gives how many there were.

    One that fails is put off by an hour, so that it holds nobody else up.
    """
    pairs = to_look_at(uow.db, uow.now, most)
    for pair in pairs:
        if not alone(uow, partial(_look, uow, house, pair)):
            put_off_look(uow.db, pair.id or 0, uow.now + AN_HOUR)
    return len(pairs)


def _look(uow: UnitOfWork, house: House, pair: Mentorship) -> None:
    if claim_look(uow.db, pair, None):
        look_at(uow, house.settings, pair)
