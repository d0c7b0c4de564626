"""One person's work by itself, so that what fails for her holds nobody else up."""

from collections.abc import Callable

from bot import log
from storage.database import is_away
from storage.unit_of_work import UnitOfWork

_log = log.get_logger(__name__)


def alone(uow: UnitOfWork, work: Callable[[], None]) -> bool:
    """Do one person's work in a savepoint of its own; False when it failed and nothing of it was kept.

    Raises:
        DBAPIError: the database is away, which is nobody's fault: the whole tick is tried again.
    """
    savepoint = uow.db.begin_nested()
    try:
        work()
    except Exception as error:
        if is_away(error):
            raise
        savepoint.rollback()
        _log.error("something that was due failed", error=type(error).__name__)
        return False
    savepoint.commit()
    return True
