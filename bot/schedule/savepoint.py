"""One person's work by itself, so that what fails for her holds nobody else up."""

from collections.abc import Callable

from sqlalchemy.exc import DBAPIError

from bot import log
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
    except DBAPIError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the others are waiting
        savepoint.rollback()
        _log.error("something that was due failed", error=type(error).__name__)
        return False
    savepoint.commit()
    return True
