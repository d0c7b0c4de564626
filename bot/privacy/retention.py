"""Deleting what the time for which it may be kept is over for, as the consent promised."""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from bot.config import Settings
from storage.anonymous import closed_reports
from storage.cases import Case, cases_of
from storage.erasure import erase_identity, erase_words
from storage.people import PERSON, PLACEMENT
from storage.unit_of_work import UnitOfWork

CLOSED_SAFETY_CASES_ARE_KEPT = timedelta(days=365)
MOST_AT_ONCE = 100


def delete_outlived(uow: UnitOfWork, settings: Settings) -> int:
    """Delete what is kept of students whose placement ended `[privacy] retention_months` ago; gives how many.

    An open case keeps everything; a restricted case that was closed less than a year ago keeps its own words.
    """
    last_day = _months_before(uow.now.date(), settings.privacy.retention_months)
    ended = (
        select(PLACEMENT.c.person_id)
        .join(PERSON, PERSON.c.id == PLACEMENT.c.person_id)
        .where(PLACEMENT.c.ends_on < last_day, PERSON.c.data_key.is_not(None))
        .order_by(PLACEMENT.c.ends_on)
        .limit(MOST_AT_ONCE)
    )
    return sum(_delete(uow, person_id) for person_id in uow.db.execute(ended).scalars().all())


def delete_outlived_reports(uow: UnitOfWork) -> int:
    """Delete what was written without a name and closed a year ago; gives how many. Its code opens nothing then."""
    before = uow.now - CLOSED_SAFETY_CASES_ARE_KEPT
    return sum(_delete(uow, person_id) for person_id in closed_reports(uow.db, before, MOST_AT_ONCE))


def _delete(uow: UnitOfWork, person_id: str) -> bool:
    cases = cases_of(uow.db, person_id)
    if any(case.state != "resolved" for case in cases):
        return False
    kept = [case.id for case in cases if case.id is not None and _still_kept(case, uow.now)]
    erase_words(uow.db, person_id, but_cases=kept)
    if not kept:
        erase_identity(uow.db, person_id)
        uow.vault.forget()
    return not kept


def _still_kept(case: Case, now: datetime) -> bool:
    return case.restricted and case.resolved_at is not None and now - case.resolved_at < CLOSED_SAFETY_CASES_ARE_KEPT


def _months_before(day: date, months: int) -> date:
    """The same day of an earlier month; the 28th where that month may be too short."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, 28))
