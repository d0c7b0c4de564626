"""What is said when a command cannot be done: one line for what somebody can mend, places in the code for the rest."""

from collections.abc import Iterator
from typing import TextIO

from sqlalchemy.exc import DBAPIError

from bot.cli import FAULT, NOT_DONE
from bot.config import ConfigError
from bot.log.tracebacks import lines_of
from bot.programmes.roster_file import UnreadableRoster
from storage.schema import DatabaseTooNew


class Mistake(Exception):
    """A command that cannot be done as it was given; the message says what to do instead."""


_OURS = (Mistake, ConfigError, DatabaseTooNew, UnreadableRoster)


def told(error: Exception, stream: TextIO) -> int:
    """Say what went wrong; gives the exit code. Of a fault only places are told: foreign messages may quote people."""
    causes = list(_causes(error))
    if all(isinstance(cause, _OURS) for cause in causes):
        stream.writelines(f"placemate: {cause}\n" for cause in causes)
        return NOT_DONE
    if all(isinstance(cause, DBAPIError) for cause in causes):
        stream.write(f"placemate: {_about_database(causes[0])}\n")
        return NOT_DONE
    if all(isinstance(cause, OSError) for cause in causes):
        # The system names a file, a port or a host.
        stream.writelines(f"placemate: {cause}\n" for cause in causes)
        return NOT_DONE
    stream.write("\n".join([*lines_of(error), "placemate: this is a fault of the program; please report it"]) + "\n")
    return FAULT


def _causes(error: BaseException) -> Iterator[BaseException]:
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            yield from _causes(part)
    else:
        yield error


def _about_database(error: BaseException) -> str:
    # The driver's first line names a file, a host or a lock, never a row.
    said = str(error.orig).strip().splitlines() if isinstance(error, DBAPIError) else []
    return f"[storage] url: the database cannot be used: {said[0] if said else type(error).__name__}"
