"""The one writer of this process: turns wait in a queue, those that are waiting share a commit.

A turn is atomic, a commit is shared: that is what makes a durable turn cheap. Where one of them fails, all are rolled
back and run again, each in its own savepoint: so work may be run twice, and keeps nothing outside the database. We gave
up running turns in parallel: SQLite has one writer anyway, and order within a chat comes for free.
"""

import asyncio
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Engine

from bot import log
from bot.clock import Clock
from storage.database import is_away
from storage.unit_of_work import UnitOfWork
from storage.vault import Vault

T = TypeVar("T")
Work = Callable[[UnitOfWork], T]
MOST_IN_ONE_COMMIT = 64

_log = log.get_logger(__name__)


@dataclass(slots=True)
class _Errand:
    work: Sequence[Work[Any]]
    wakes: bool
    done: "Future[list[Any]]" = field(default_factory=Future)


class Writer:
    """Runs work in transactions on a thread of its own; answers come after the commit."""

    def __init__(self, engine: Engine, vault: Vault, clock: Clock) -> None:
        self._engine = engine
        self._vault = vault
        self._clock = clock
        self._waiting: queue.SimpleQueue[_Errand | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._closed = False
        self._kept: list[UnitOfWork] = []
        self.after_commit: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def stop(self) -> None:
        """Finish what is waiting, then stop."""
        self._closed = True
        self._waiting.put(None)
        self._thread.join()

    async def write(self, work: Work[T], *, wakes: bool = True) -> T:
        """Run one piece of work and return its result after the commit.

        `wakes` False: it puts nothing on its way, so `after_commit` need not be called for it.

        Raises:
            Whatever the work raised (nothing of it is kept), or `sqlalchemy.exc.DBAPIError` when the database is away.
        """
        (result,) = await self.write_all([work], wakes=wakes)
        if isinstance(result, Exception):
            raise result
        return result

    async def write_all(self, work: Sequence[Work[T]], *, wakes: bool = True) -> list[T | Exception]:
        """Run several pieces of work, each atomic, under one commit; a failed one gives its exception.

        Raises:
            sqlalchemy.exc.DBAPIError: the database is away; nothing was kept.
        """
        if self._closed:
            raise RuntimeError("the program is stopping")
        errand = _Errand(work, wakes)
        self._waiting.put(errand)
        return cast("list[T | Exception]", await asyncio.wrap_future(errand.done))

    def _run(self) -> None:
        while (errand := self._waiting.get()) is not None:
            batch, last = self._collect(errand)
            # Of somebody who has gone before it began, nothing is done; from here on it cannot be called off, and
            # whoever was cancelled meanwhile does not take this thread with it.
            self._commit([waited for waited in batch if waited.done.set_running_or_notify_cancel()])
            if last:
                return

    def _collect(self, first: _Errand) -> tuple[list[_Errand], bool]:
        batch, size = [first], len(first.work)
        while size < MOST_IN_ONE_COMMIT:
            try:
                errand = self._waiting.get_nowait()
            except queue.Empty:
                break
            if errand is None:
                return batch, True
            batch.append(errand)
            size += len(errand.work)
        return batch, False

    def _commit(self, batch: list[_Errand]) -> None:
        try:
            results = self._together(batch)
            if results is None:
                results = self._one_by_one(batch)
        except Exception as error:  # noqa: BLE001 - whoever waits must hear of it, whatever it is
            for errand in batch:
                errand.done.set_exception(error)
            return
        self._follow_up()
        if any(errand.wakes for errand in batch):
            self.after_commit()
        for errand, result in zip(batch, results, strict=True):
            errand.done.set_result(result)

    def _together(self, batch: list[_Errand]) -> list[list[Any]] | None:
        """Run everything without savepoints, which would be a fifth of a turn's statements; None when any of it failed.

        Nothing of it is kept then, so that it can be run again one by one.
        """
        self._kept = []
        try:
            with self._engine.begin() as db:
                return [[work(self._unit_of_work(db)) for work in errand.work] for errand in batch]
        except Exception as error:
            if is_away(error):
                raise
            _log.debug("a commit is not shared", error=type(error).__name__)
        return None

    def _one_by_one(self, batch: list[_Errand]) -> list[list[Any]]:
        """Run everything, each piece in its own savepoint, so that one that fails takes nothing with it."""
        self._kept = []
        with self._engine.begin() as db:
            return [[self._attempt(db, work) for work in errand.work] for errand in batch]

    def _unit_of_work(self, db: Connection) -> UnitOfWork:
        uow = UnitOfWork(db, self._vault, self._clock.now())
        self._kept.append(uow)
        return uow

    def _attempt(self, db: Connection, work: Work[Any]) -> Any:
        uow = self._unit_of_work(db)
        savepoint = db.begin_nested()
        try:
            result = work(uow)
        except Exception as error:
            if is_away(error):
                raise
            savepoint.rollback()
            self._kept.pop()
            return error
        savepoint.commit()
        return result

    def _follow_up(self) -> None:
        """Do what waited for the commit; it is kept, whatever comes of that."""
        for uow in self._kept:
            try:
                uow.committed()
            except Exception as error:  # noqa: BLE001 - a count that fails must not undo what is kept
                _log.error("what follows a commit failed", error=type(error).__name__)
