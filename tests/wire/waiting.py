"""Waiting for what another part of the machine brings about: until it holds, and never by the clock."""

import asyncio
from collections.abc import Awaitable, Callable

PATIENCE = 60.0
"""Seconds after which what a test waits for will not come any more."""


async def until(reached: Callable[[], bool] | Callable[[], Awaitable[bool]], what: str = "it") -> None:
    """Look again and again until something holds; an AssertionError when it does not in time."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + PATIENCE
    while True:
        found = reached()
        if found if isinstance(found, bool) else await found:
            return
        if loop.time() > deadline:
            raise AssertionError(f"{what} did not come about in {PATIENCE} s")
        await asyncio.sleep(0.01)
