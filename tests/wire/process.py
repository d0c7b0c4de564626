"""The program as a process of its own, so that it can be killed."""

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import Any, Self

import aiohttp

from tests.standins.slack import APP_TOKEN, BOT_TOKEN
from tests.wire.waiting import PATIENCE, until
from tests.wire.world import DESK, World

ROOT = Path(__file__).parents[2]


class Process:
    """`placemate run` on a world's database and stand-ins, over polling and Socket Mode.

    `listen` is where it serves health; left out, where the world says.
    """

    def __init__(self, world: World, folder: Path, listen: str = "") -> None:
        self._listen = listen or world.settings.web.listen
        self._config = folder / f"config-{self._listen.rpartition(':')[2]}.toml"
        self._config.write_text(_config(world, self._listen), encoding="utf-8")
        self.said = self._config.with_suffix(".log")
        self._running: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._running and self._running.returncode is None:
            await self.kill()

    async def start(self) -> None:
        """Start it and wait until it is ready."""
        self._running = await self.spawn()
        await until(self._ready, "readiness")

    async def spawn(self) -> asyncio.subprocess.Process:
        """Start one more, and do not wait."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PLACEMATE_")}
        # Into a file: nobody reads a pipe while it runs, and a full one would stop it.
        with self.said.open("wb") as said:
            return await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", "--config", str(self._config), cwd=ROOT, env=clean, stderr=said
            )

    async def kill(self) -> None:
        """End it as a power cut does."""
        assert self._running
        self._running.kill()
        await self.ended(self._running)

    async def terminate(self) -> int:
        """Ask it to stop; gives its exit code."""
        assert self._running
        self._running.send_signal(signal.SIGTERM)
        code, _ = await self.ended(self._running)
        return code

    async def ended(self, process: asyncio.subprocess.Process) -> tuple[int, str]:
        """Wait for the end of a process: its exit code and what it wrote to the error stream."""
        await asyncio.wait_for(process.wait(), PATIENCE)
        assert process.returncode is not None
        return process.returncode, self.said.read_text("utf-8", "replace")

    async def _ready(self) -> bool:
        assert self._running
        if self._running.returncode is not None:
            raise AssertionError(f"the program ended: {await self.ended(self._running)}")
        return await self.asked("readyz") is not None

    async def asked(self, page: str) -> dict[str, Any] | None:
        """What it says at a page with 200; None where it says something else, or nothing."""
        try:
            async with aiohttp.ClientSession() as http, http.get(f"http://{self._listen}/{page}") as answer:
                body: dict[str, Any] = await answer.json()
                return body if answer.status == 200 else None
        except aiohttp.ClientError:
            return None


def _config(world: World, listen: str) -> str:
    settings = world.settings
    return f"""
[programme]
name = "{settings.programme.name}"
timezone = "Europe/Oslo"
country = "NO"
[storage]
url = "{settings.storage.url}"
[web]
listen = "{listen}"
[telegram]
token = "{world.telegram.token}"
base_url = "{world.telegram.base_url}"
poll_timeout = {settings.telegram.poll_timeout if settings.telegram else 25}
[slack]
bot_token = "{BOT_TOKEN}"
app_token = "{APP_TOKEN}"
base_url = "{world.slack.base_url}"
escalation_channel = "{DESK}"
[privacy]
key_file = "{settings.privacy.key_file}"
"""
