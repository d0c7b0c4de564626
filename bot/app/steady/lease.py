"""Which of several programs on one database works: it alone sends, ticks, polls and holds the socket.

We chose a lock of the database over a claim on each message, because one owner can keep order and pace, and because
PostgreSQL frees the lock by itself when its holder dies. The others serve webhooks and health, and one of them goes on
within ten seconds. What is left of the danger: the owner asks every second whether the lock is still its own, and stops
sending at once when it is not, so a message that was under way in that second may go out once more.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from time import monotonic

from bot import log
from bot.app.steady.together import pause, together
from storage.seat import Seat

Duty = Callable[[asyncio.Event], Coroutine[object, object, None]]
"""A part of the program that only the owner runs, until the event it is given."""

CHECK_EVERY = 1.0
ANSWER_WITHIN = 5.0
"""Seconds; PostgreSQL takes longer to free the lock of a connection that broke without a word (`storage.seat`)."""
GRACE = 2 * CHECK_EVERY
"""Seconds that a new owner waits, so that the old one, if it lives, has noticed and finished."""

_log = log.get_logger(__name__)


class Lease:
    """Holds the seat and runs the owner's duties while it does. Without a seat to share, it is always held.

    Args:
        seat: of a database that several programs share; None where there can be only one.
    """

    def __init__(self, seat: Seat | None, *, check_every: float = CHECK_EVERY, grace: float = GRACE) -> None:
        self._seat = seat
        self._check_every = check_every
        self._grace = grace
        self._held = seat is None
        self._answered_at = monotonic()
        self._one_thread = ThreadPoolExecutor(1, thread_name_prefix="seat")

    @property
    def held(self) -> bool:
        """Whether this program is the one that works."""
        return self._held

    @property
    def silent_for(self) -> float:
        """Seconds since the database last said whose seat it is; 0 where nobody else could have it."""
        return monotonic() - self._answered_at if self._seat else 0.0

    async def hold(self, stop: asyncio.Event, duties: Sequence[Duty]) -> None:
        """Run the duties whenever the seat is ours, until `stop`."""
        if self._seat is None:
            await together(stop, *(duty(stop) for duty in duties))
            return
        waited = False
        try:
            while not stop.is_set():
                if await self._ask(self._seat.take):
                    await pause(stop, self._grace if waited else 0.0)
                    await self._work(self._seat, stop, duties)
                elif not waited:
                    _log.info("standing by: another program works on this database")
                waited = True
                await pause(stop, self._check_every)
        finally:
            await asyncio.get_running_loop().run_in_executor(self._one_thread, self._seat.leave)
            self._one_thread.shutdown(wait=False)

    async def _work(self, seat: Seat, stop: asyncio.Event, duties: Sequence[Duty]) -> None:
        over = asyncio.Event()
        self._held = True
        _log.info("this program works on the database now")
        try:
            await together(over, self._guard(seat, stop, over), *(duty(over) for duty in duties))
        finally:
            self._held = False
        await asyncio.get_running_loop().run_in_executor(self._one_thread, seat.leave)

    async def _guard(self, seat: Seat, stop: asyncio.Event, over: asyncio.Event) -> None:
        """End it all when we are to stop, or when the seat is no longer known to be ours."""
        while not (stop.is_set() or over.is_set()):
            await pause(stop, self._check_every)
            if not stop.is_set() and not await self._ask(seat.ours):
                _log.warning("the seat at the database is lost; nothing is sent until it is ours again")
                break
        over.set()

    async def _ask(self, question: Callable[[], bool | None]) -> bool:
        """The database's answer; False where there is none in time."""
        asked = asyncio.get_running_loop().run_in_executor(self._one_thread, question)
        try:
            answer = await asyncio.wait_for(asyncio.shield(asked), ANSWER_WITHIN)
        except TimeoutError:
            return False
        if answer is not None:
            self._answered_at = monotonic()
        return bool(answer)
