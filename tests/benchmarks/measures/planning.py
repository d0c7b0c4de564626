"""What planning costs in processor time: the next check-in of very many students, and the preview of their days."""

from pathlib import Path
from time import process_time
from zoneinfo import ZoneInfo

from bot.clock import SystemClock
from bot.config import Settings
from bot.facts.checkin_time import first_checkin, following_checkin
from bot.facts.planning.circumstances import Circumstances
from bot.facts.planning.preview import gather, play
from bot.facts.windows import Importance, decide
from bot.privacy.keys import load_vault
from storage.database import connect
from storage.people import Person, Placement
from storage.schema import upgrade
from storage.unit_of_work import unit_of_work
from tests.benchmarks.program import bring_in
from tests.benchmarks.table import Row

_ZONES = ("Europe/Oslo", "Africa/Johannesburg", "America/New_York", "Asia/Kolkata")
_COUNTRIES = ("NO", "ZA", "US", "IN")
_HOURS = ("09:00", "12:00", "15:00", "18:00")


async def measure(scratch: Path, *, checkins: int) -> list[Row]:
    """Plan so many check-ins in four zones, with holidays and quiet hours; then show two weeks of a database."""
    settings = Settings.model_validate({
        "storage": {"url": f"sqlite:///{scratch}/placemate.db"}, "privacy": {"key_file": scratch / "placemate.key"},
    })  # fmt: skip
    students = [_student(number, settings) for number in range(checkins)]
    planned = _planned(students, settings)
    shown, sent = _shown(settings, checkins)
    return [
        Row(f"Planning {checkins:,} check-ins", f"{planned:.1f} s", f"{planned / checkins * 1e6:.0f} µs each"),
        Row(f"Preview of 14 days, {checkins:,} students", f"{shown:.1f} s", f"{sent:,} sent"),
    ]  # fmt: skip


def _student(number: int, settings: Settings) -> Circumstances:
    zone = _ZONES[number % len(_ZONES)]
    person = Person(id=f"s{number}", name="", role="student", timezone=zone, consented_at=SystemClock().now())
    placement = Placement(
        person_id=person.id, country=_COUNTRIES[number % 4], weekday=number % 5, hour=_HOURS[number // 4 % 4],
        rhythm_days=14 if number % 3 else 28,
    )  # fmt: skip
    return Circumstances(person, placement, settings, ZoneInfo(zone))


def _planned(students: list[Circumstances], settings: Settings) -> float:
    now = SystemClock().now()
    began = process_time()
    for known in students:
        placement = known.placement
        placement.next_checkin_at = first_checkin(placement, known.zone, now, settings)
        assert placement.next_checkin_at is not None
        decide(known, placement.next_checkin_at, placement.next_checkin_at, Importance.CHECKIN)
        following_checkin(placement, known.zone, placement.next_checkin_at, settings)
    return process_time() - began


def _shown(settings: Settings, students: int) -> tuple[float, int]:
    engine = connect(settings.storage.url)
    upgrade(engine)
    vault = load_vault(settings)
    with unit_of_work(engine, vault, SystemClock().now()) as uow:
        bring_in(uow, students)
    began = process_time()
    with unit_of_work(engine, vault, SystemClock().now()) as uow:
        gathered = gather(uow, settings, 14)
    found = play(gathered)
    took = process_time() - began
    engine.dispose()
    return took, sum(entry.at is not None for entry, _ in found)
