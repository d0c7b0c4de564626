"""Asking before the first check-ins of a cohort: two days ahead where that is known, and again on each working day."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.cases.rules.deadlines import next_open
from bot.cases.verbs import CONFIRM_COHORT, button_data
from bot.intake.receive import House
from bot.programmes.cohorts import ask_about
from storage import cohorts
from storage.cohorts import Cohort
from storage.unit_of_work import UnitOfWork

AHEAD = timedelta(days=2)
_A_DAY = timedelta(hours=20)
"""What was asked in the afternoon may be asked again the next morning."""


def ask_about_cohorts(uow: UnitOfWork, house: House) -> None:
    """Ask about each cohort that nobody has confirmed and whose first check-in is near; one query if there is none."""
    if not house.settings.schedule.confirm_first_send:
        return
    for cohort in cohorts.unconfirmed(uow.db):
        first = cohorts.first_due(uow.db, cohort.name) if cohort.asked_at is None else None
        if (first is not None and first <= uow.now + AHEAD) or _ask_again(uow, house, cohort):
            _ask(uow, house, cohort, first)


def ask_at_once(uow: UnitOfWork, house: House, names: Iterable[str]) -> None:
    """Ask about cohorts for which something has just been held back, unless they have been asked about before."""
    for name in sorted(set(names)):
        cohort = cohorts.note_cohort(uow.db, name)
        if cohort.asked_at is None:
            _ask(uow, house, cohort, None)


def _ask_again(uow: UnitOfWork, house: House, cohort: Cohort) -> bool:
    asked: datetime | None = cohort.asked_at
    if asked is None or uow.now - asked < _A_DAY or next_open(uow.now, house.settings) is not None:
        return False
    return cohorts.size(uow.db, cohort.name) > 0


def _ask(uow: UnitOfWork, house: House, cohort: Cohort, first: datetime | None) -> None:
    assert cohort.id is not None, "a cohort that was read has an id"
    ahead = first if first is not None and first > uow.now else None
    ask_about(uow, house.settings, cohort, ahead, button_data(CONFIRM_COHORT, cohort.id))
