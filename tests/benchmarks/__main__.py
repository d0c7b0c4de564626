"""`python -m tests.benchmarks [MEASURE…] [--full]`: measure, and print the table."""

import argparse
import asyncio
import os
import platform
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks.measures import killed, latency, matching, planning, ticks, turns, wave
from tests.benchmarks.table import Row

Measure = Callable[[Path, bool], Coroutine[object, object, list[Row]]]

MEASURES: dict[str, Measure] = {
    "turns": lambda scratch, full: turns.measure(
        scratch, students=500, turns=12, rounds=5 if full else 3, rate=75, seconds=60 if full else 20
    ),
    "wave": lambda scratch, full: wave.measure(scratch, prompts=100_000, seconds=300 if full else 60),
    "ticks": lambda scratch, full: ticks.measure(scratch, crowds=(1_000, 1_000_000 if full else 100_000)),
    "killed": lambda scratch, _full: killed.measure(scratch),
    "planning": lambda scratch, _full: planning.measure(scratch, checkins=100_000),
    "matching": lambda scratch, _full: matching.measure(scratch, mentees=2_000, mentors=1_000),
    "latency": lambda scratch, _full: latency.measure(scratch),
}


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="The performance figures.")
    parser.add_argument("measures", nargs="*", choices=[*MEASURES, []], help="which ones; all, if none is named")
    parser.add_argument("--full", action="store_true", help="more rounds, longer, a million students")
    wanted = parser.parse_args()
    console = Console()
    for name in wanted.measures or MEASURES:
        with tempfile.TemporaryDirectory(prefix="placemate-bench-", ignore_cleanup_errors=True) as scratch:
            console.print(_drawn(name, asyncio.run(MEASURES[name](Path(scratch), wanted.full))))


def _drawn(name: str, rows: list[Row]) -> Table:
    title = f"{name} · {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    table = Table("What", "Median (lowest-highest)", "Beside it", title=title, title_justify="left")
    for row in rows:
        table.add_row(row.what, row.figure, row.beside)
    return table


if __name__ == "__main__":
    main()
