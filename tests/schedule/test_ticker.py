"""The tick goes on whatever somebody does to the system clock."""

import asyncio
from datetime import datetime, timedelta

import pytest
import time_machine

from bot.schedule.ticker import ticker


@pytest.mark.parametrize("step", [timedelta(hours=-1), timedelta(hours=1)])
async def test_it_ticks_on_when_the_clock_is_set(step: timedelta) -> None:
    ticks = asyncio.Semaphore(0)

    async def tick() -> None:
        ticks.release()

    clockwork = ticker(tick, seconds=0.02)
    clockwork.start()
    try:
        await asyncio.wait_for(ticks.acquire(), 5)
        with time_machine.travel(datetime.now() + step, tick=True):  # noqa: DTZ005 - the system's own clock is what is set
            for _ in range(5):
                await asyncio.wait_for(ticks.acquire(), 5)
    finally:
        clockwork.shutdown(wait=False)
