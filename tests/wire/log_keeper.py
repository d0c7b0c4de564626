"""The program's log while it runs inside a test: what it said, and logging as it was before."""

import logging
import sys
import threading
from typing import Self

import structlog


class LogKeeper(logging.Handler):
    """Keeps the records from WARNING on, and puts back what the program changed about logging."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    @property
    def errors(self) -> list[str]:
        """What was logged as an error, and every exception that was logged with its traceback."""
        return [str(record.msg) for record in self.records if record.levelno >= logging.ERROR or record.exc_info]

    def __enter__(self) -> Self:
        root = logging.getLogger()
        self._before = list(root.handlers), root.level, sys.excepthook, threading.excepthook
        root.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        root = logging.getLogger()
        root.handlers[:], level, sys.excepthook, threading.excepthook = self._before
        root.setLevel(level)
        logging.raiseExceptions = True
        structlog.reset_defaults()
