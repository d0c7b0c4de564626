"""Processes under measurement: started with a port or a sign of readiness, asked what they used, ended by their id."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import orjson
from prometheus_client import ProcessCollector

from tests.benchmarks.standin.crowd import Json, Order
from tests.benchmarks.standin.server import COUNTS, ORDERS

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Used:
    """What a process has used so far: seconds of processor time (user and system), and the megabytes it holds."""

    cpu: float
    megabytes: float


def used(pid: int) -> Used:
    """What a process has used; the kernel counts in hundredths of a second."""
    found = {
        metric.name: metric.samples[0].value for metric in ProcessCollector(pid=lambda: pid, registry=None).collect()
    }
    return Used(found["process_cpu_seconds"], found["process_resident_memory_bytes"] / 1e6)


@asynccontextmanager
async def process(*command: str | Path, python: Path | None = None, **environment: str) -> AsyncIterator[Process]:
    """Run a Python program until the block ends; SIGTERM first, then SIGKILL after ten seconds."""
    running = await asyncio.create_subprocess_exec(
        python or sys.executable, *command, stdout=PIPE, stderr=DEVNULL, cwd=ROOT, env=os.environ | environment
    )
    try:
        yield running
    finally:
        if running.returncode is None:
            running.terminate()
        try:
            await asyncio.wait_for(running.wait(), 10)
        except TimeoutError:
            running.kill()
            await running.wait()


class BotApiProcess:
    """The Bot API stand-in in its process."""

    def __init__(self, port: int) -> None:
        self.base_url = f"http://127.0.0.1:{port}/bot"
        self._address = f"http://127.0.0.1:{port}"

    async def carry_out(self, order: Order) -> Json:
        """Let the crowd carry an order out; see `Crowd.run`."""
        return await self._post(ORDERS, orjson.dumps(order))

    async def counts(self) -> dict[str, int]:
        """Calls by method, what was refused, and the last update that was confirmed."""
        return await self._post(COUNTS, b"")

    async def _post(self, path: str, body: bytes) -> Json:
        unhurried = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(None))
        async with unhurried as http, http.post(self._address + path, data=body) as answer:
            parsed: Json = orjson.loads(await answer.read())
            return parsed


@asynccontextmanager
async def bot_api(most_a_second: int = 0) -> AsyncIterator[BotApiProcess]:
    """A Bot API for one bot; `most_a_second` messages and no more, if it is given."""
    async with process("-m", "tests.benchmarks.standin.server", str(most_a_second)) as running:
        assert running.stdout
        yield BotApiProcess(int(await running.stdout.readline()))


async def until_ready(address: str, running: Process) -> None:
    """Wait until a program says at /readyz that it has reached its platforms."""
    async with aiohttp.ClientSession() as http:
        while running.returncode is None:
            try:
                async with http.get(f"{address}/readyz") as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.05)
    raise RuntimeError(f"the program ended with {running.returncode} before it was ready")
