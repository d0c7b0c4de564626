"""A durable turn on Telegram next to the stock echo bot: processor time a turn, turns a second."""

from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from tests.benchmarks.peers import environment
from tests.benchmarks.processes import BotApiProcess, bot_api, process, used
from tests.benchmarks.program import install
from tests.benchmarks.standin.crowd import Order
from tests.benchmarks.table import Row, middle, percentile
from tests.standins.slack import SlackStandIn

ECHO = Path(environment.__file__).with_name("echo.py")
OURS = "Placemate"
STOCK, WITH_SNIFFIO = "echo bot", "echo bot with sniffio"
_WARM_UP = Order(students=20, turns=4)


@dataclass(frozen=True)
class Runner:
    """A program that is running, and its Bot API."""

    name: str
    pid: int
    api: BotApiProcess
    echoes: bool


@dataclass(frozen=True)
class Round:
    """What one round of one program came to."""

    cpu_ms: float
    per_second: float
    megabytes: float
    p95_ms: float


async def measure(scratch: Path, *, students: int, turns: int, rounds: int, rate: float, seconds: float) -> list[Row]:
    """Rounds at full speed and rounds in a steady stream, every program once in each round."""
    async with AsyncExitStack() as stack:
        runners = [*await _peers(scratch, stack), await _ours(scratch, students, stack)]
        for runner in runners:
            await _round(runner, _WARM_UP)
        saturated = Order(students=students, turns=turns)
        steady = Order(students=students, turns=max(1, round(rate * seconds / students)), rate=rate)
        rows = await _compared(runners, saturated, rounds, "saturated")
        return rows + await _compared(runners, steady, rounds, f"at {rate:.0f} turns/s")


async def _compared(runners: list[Runner], order: Order, rounds: int, load: str) -> list[Row]:
    results: dict[str, list[Round]] = {runner.name: [] for runner in runners}
    for number in range(rounds):
        for runner in reversed(runners) if number % 2 else runners:
            results[runner.name].append(await _round(runner, order))
    rows = [_row(f"{name}, {load}", found) for name, found in results.items()]
    for peer in (STOCK, WITH_SNIFFIO):
        ratios = [ours.cpu_ms / theirs.cpu_ms for ours, theirs in zip(results[OURS], results[peer], strict=True)]
        faster = [
            ours.per_second / theirs.per_second for ours, theirs in zip(results[OURS], results[peer], strict=True)
        ]
        rows.append(Row(f"{OURS} / {peer}, {load}", middle(ratios), f"{middle(faster, digits=1)} × the turns/s"))
    return rows


def _row(what: str, found: list[Round]) -> Row:
    speed = f"{middle([each.per_second for each in found], digits=0)} turns/s"
    wait = f"p95 {middle([each.p95_ms for each in found], ' ms', 0)}"
    return Row(what, middle([each.cpu_ms for each in found], " ms"), f"{speed}, {wait}, {found[-1].megabytes:.0f} MB")


async def _round(runner: Runner, order: Order) -> Round:
    before = used(runner.pid)
    result = await runner.api.carry_out(replace(order, echoed=runner.echoes))
    after = used(runner.pid)
    taken = order.students * order.turns
    return Round(
        (after.cpu - before.cpu) / taken * 1000, taken / result["seconds"], after.megabytes,
        percentile(result["waits"], 95) * 1000,
    )  # fmt: skip


async def _ours(scratch: Path, students: int, stack: AsyncExitStack) -> Runner:
    api = await stack.enter_async_context(bot_api())
    slack = await stack.enter_async_context(SlackStandIn())
    running = await stack.enter_async_context(
        install(scratch / "ours", api.base_url, slack, students=students).running()
    )
    return Runner(OURS, running.pid, api, echoes=False)


async def _peers(scratch: Path, stack: AsyncExitStack) -> list[Runner]:
    runners = []
    for name, more in ((STOCK, ()), (WITH_SNIFFIO, ("sniffio",))):
        python = environment.make(scratch / name.replace(" ", "-"), environment.ECHO, *more)
        api = await stack.enter_async_context(bot_api())
        running = await stack.enter_async_context(process(ECHO, api.base_url, python=python))
        runners.append(Runner(name, running.pid, api, echoes=True))
    return runners
