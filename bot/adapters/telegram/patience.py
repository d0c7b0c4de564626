"""Waiting before the next try: longer each time, never exactly as long as the neighbour."""

import asyncio
import random
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class Patience:
    """Waits that double from `first` to `most` seconds, each shortened by chance to between a half and the whole."""

    def __init__(self, first: float = 0.5, most: float = 15.0) -> None:
        self._first = first
        self._most = most
        self._next = first

    def calm(self) -> None:
        """It worked: the next wait is the first again."""
        self._next = self._first

    async def wait(self, stop: asyncio.Event, *, at_least: float = 0.0) -> float:
        """Wait, or return early when `stop` is set; the seconds that were meant."""
        spread = self._next * random.uniform(0.5, 1.0)  # noqa: S311 - it spreads load and guards nothing
        seconds = max(at_least, spread)
        self._next = min(self._next * 2, self._most)
        await self._pause(stop, seconds)
        return seconds

    async def _pause(self, stop: asyncio.Event, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await stop.wait()
        except TimeoutError:
            return


async def unless_stopped(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T | None:
    """What `work` returns; None, and the work is given up, when `stop` is set first."""
    doing, stopping = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({doing, stopping}, return_when=asyncio.FIRST_COMPLETED)
        return doing.result() if doing.done() else None
    finally:
        doing.cancel()
        stopping.cancel()
        await asyncio.gather(doing, stopping, return_exceptions=True)
