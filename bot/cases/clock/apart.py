"""Doing what is due in several cases so that one that fails holds none of the others up."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from bot import log
from storage.cases import Case, change_case
from storage.database import is_away
from storage.unit_of_work import UnitOfWork

MOST_AT_ONCE = 25
"""More would hold the writer while people wait for replies; what is left is done at the next tick."""
_AGAIN = timedelta(minutes=1)

_log = log.get_logger(__name__)


def each_apart(uow: UnitOfWork, cases: Iterable[Case], column: str, work: Callable[[Case], bool]) -> int:
    """Do the work in each case, in a savepoint of its own; gives in how many it was done.

    What failed is logged and due again in a minute; `column` holds when.

    Raises:
        DBAPIError: the database is away, which is no case's failure.
    """
    return sum(_apart(uow, case, column, work) for case in cases)


def _apart(uow: UnitOfWork, case: Case, column: str, work: Callable[[Case], bool]) -> bool:
    savepoint = uow.db.begin_nested()
    try:
        done = work(case)
    except Exception as error:
        if is_away(error):
            raise
        savepoint.rollback()
        _log.error("a case that was due failed", case=case.number, error=type(error).__name__)
        change_case(uow.db, case.id or 0, **{column: uow.now + _AGAIN})
        return False
    savepoint.commit()
    return done
