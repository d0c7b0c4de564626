"""What a tick costs with few and with many students, when nothing is due and when a thousand check-ins are."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import Engine, update

from bot.clock import SystemClock
from bot.config import Settings
from bot.intake.receive import House
from bot.intake.scripts import Scripts
from bot.privacy.keys import load_vault
from bot.schedule.tick import MOST_AT_ONCE, tick
from flows.catalogue import CATALOGUE
from storage.database import connect
from storage.people import PLACEMENT
from storage.schema import upgrade
from storage.unit_of_work import unit_of_work
from storage.vault import Vault
from tests.benchmarks.program import bring_in
from tests.benchmarks.table import Row, middle

_DUE = 1000
_TICKS = 50


async def measure(scratch: Path, *, crowds: Sequence[int]) -> list[Row]:
    """The same ticks on databases of different sizes."""
    found = {size: _ticks(scratch / f"ticks-{size}", size) for size in crowds}
    rows = []
    for size, (idle, busy) in found.items():
        rows.append(Row(f"Tick, nothing due, {size:,} students", middle(idle, " ms")))
        rows.append(
            Row(f"{_DUE:,} check-ins due of {size:,}", f"{busy:.0f} ms", f"{busy / _DUE:.2f} ms each, rows and all")
        )
    few, many = min(found), max(found)
    idle_ratio = median(found[many][0]) / median(found[few][0])
    beside = f"with a thousand due: {found[many][1] / found[few][1]:.2f}"
    return [*rows, Row(f"Tick, {many:,} / {few:,} students", f"{idle_ratio:.2f}", beside)]


def _ticks(folder: Path, students: int) -> tuple[list[float], float]:
    """Milliseconds of each tick with nothing due, and of all the ticks that a thousand due check-ins take."""
    folder.mkdir(parents=True)
    settings = Settings.model_validate({
        "storage": {"url": f"sqlite:///{folder}/placemate.db"}, "privacy": {"key_file": folder / "placemate.key"},
        "programme": {"quiet_from": "00:00", "quiet_to": "00:00"},
    })  # fmt: skip
    engine, house = connect(settings.storage.url), House(settings, Scripts(CATALOGUE))
    upgrade(engine)
    vault = load_vault(settings)
    with unit_of_work(engine, vault, SystemClock().now()) as uow:
        house.scripts.remember(uow)
        bring_in(uow, students)
    idle = [_timed(engine, vault, house)[0] for _ in range(_TICKS)]
    with unit_of_work(engine, vault, SystemClock().now()) as uow:
        due = PLACEMENT.c.person_id.in_([f"s{number}" for number in range(_DUE)])
        uow.db.execute(update(PLACEMENT).where(due).values(next_checkin_at=uow.now - timedelta(seconds=1)))
    busy, sent = 0.0, MOST_AT_ONCE
    while sent >= MOST_AT_ONCE:
        took, sent = _timed(engine, vault, house)
        busy += took
    engine.dispose()
    return idle, busy


def _timed(engine: Engine, vault: Vault, house: House) -> tuple[float, int]:
    began = perf_counter()
    with unit_of_work(engine, vault, SystemClock().now()) as uow:
        sent = tick(uow, house)
    return (perf_counter() - began) * 1000, sent
