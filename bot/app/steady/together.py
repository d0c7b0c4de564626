"""Running parts side by side, so that none outlives the others."""

import asyncio
from collections.abc import Coroutine


async def together(stop: asyncio.Event, *parts: Coroutine[object, object, None]) -> None:
    """Run the parts side by side; when one of them fails, all are told to stop, and its failure is raised."""
    async with asyncio.TaskGroup() as group:
        for part in parts:
            group.create_task(_until_stop(stop, part))


async def pause(stop: asyncio.Event, seconds: float) -> None:
    """Wait, but not beyond `stop`."""
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return


async def _until_stop(stop: asyncio.Event, part: Coroutine[object, object, None]) -> None:
    try:
        await part
    except BaseException:
        stop.set()
        raise
