"""kill -9 with turns in flight: what was confirmed to Telegram and is neither answered nor kept."""

import asyncio
from asyncio.subprocess import Process
from pathlib import Path

from sqlalchemy import func, select

from storage.database import connect
from storage.inbox import SEEN_EVENT
from tests.benchmarks.measures.turns import ECHO
from tests.benchmarks.peers import environment
from tests.benchmarks.processes import BotApiProcess, bot_api, process
from tests.benchmarks.program import Installation, install
from tests.benchmarks.standin.crowd import Json, Order
from tests.benchmarks.table import Row
from tests.standins.slack import SlackStandIn

IN_FLIGHT = 500
_FIRST_ANSWERS = 20
_PATIENCE = 120


async def measure(scratch: Path) -> list[Row]:
    """Kill each program when it has begun to answer; ours is started again, and everybody must be answered."""
    return [await _ours(scratch), await _echo(scratch)]


async def _ours(scratch: Path) -> Row:
    async with bot_api() as api, SlackStandIn() as slack:
        installation = install(scratch / "killed", api.base_url, slack, students=IN_FLIGHT)
        async with installation.running() as running:
            everybody, counts = await _kill(api, running, Order(students=IN_FLIGHT, turns=1))
        lost = max(0, counts["confirmed"] - _kept(installation))
        async with installation.running():
            answered = len((await asyncio.wait_for(everybody, _PATIENCE))["waits"])
    unanswered = IN_FLIGHT - answered
    beside = f"{counts['confirmed']} were confirmed; after a restart {unanswered} of {IN_FLIGHT} without an answer"
    return Row("Confirmed and lost at kill -9, Placemate", str(lost), beside)


async def _echo(scratch: Path) -> Row:
    python = environment.make(scratch / "killed-echo", environment.ECHO)
    async with bot_api() as api, process(ECHO, api.base_url, python=python) as running:
        await api.carry_out(Order(students=1, turns=1, echoed=True))
        everybody, counts = await _kill(api, running, Order(students=IN_FLIGHT, turns=1, echoed=True))
        everybody.cancel()
    lost = counts["confirmed"] - counts["sendMessage"]
    return Row("Confirmed and lost at kill -9, echo bot", str(lost), f"{counts['confirmed']} were confirmed")


async def _kill(api: BotApiProcess, running: Process, order: Order) -> tuple["asyncio.Task[Json]", dict[str, int]]:
    """Give the order, and kill when the first answers are out; the order goes on without the program."""
    before = (await api.counts()).get("sendMessage", 0)
    everybody = asyncio.create_task(api.carry_out(order))
    while (await api.counts()).get("sendMessage", 0) < before + _FIRST_ANSWERS:
        pass
    running.kill()
    await running.wait()
    return everybody, await api.counts()


def _kept(installation: Installation) -> int:
    """The last update whose turn is in the database; they come in order."""
    engine = connect(installation.settings.storage.url)
    with engine.begin() as db:
        kept: int = db.execute(select(func.count()).select_from(SEEN_EVENT)).scalar() or 0
    engine.dispose()
    return kept
