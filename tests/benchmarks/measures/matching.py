"""The best assignment of many mentees to many mentors: seconds on the wall, whatever the profiles look like."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from bot.facts.mentoring.availability import WORKING_HOURS, Window
from bot.mentoring.matching.match import match
from bot.mentoring.matching.people import Mentee, Mentor, Pool
from flows.mentoring.topics import STYLES, TOPICS
from tests.benchmarks.table import Row

_ZONES = tuple(map(ZoneInfo, ("Europe/Oslo", "Africa/Johannesburg", "America/New_York", "Asia/Kolkata")))
_EVENINGS = tuple(Window(day, 17 * 60, 20 * 60) for day in range(5))
_MONDAY = date(2026, 11, 2)


async def measure(scratch: Path, *, mentees: int, mentors: int) -> list[Row]:
    """Profiles that differ, profiles that are all alike, and everybody waiting since the same day; nothing is kept."""
    del scratch
    return [
        _matched("profiles that differ", _pool(mentees, mentors, kinds=mentees)),
        _matched("thirty kinds of profiles", _pool(mentees, mentors, kinds=30)),
        _matched("thirty kinds, waiting since one day", _pool(mentees, mentors, kinds=30, waiting=False)),
        _matched("all alike", _pool(mentees, mentors, kinds=1)),
    ]


def _matched(what: str, pool: Pool) -> Row:
    began = perf_counter()
    batch = match(pool)
    took = perf_counter() - began
    places = sum(mentor.capacity for mentor in pool.mentors)
    about = f"Matching {len(pool.mentees):,} with {len(pool.mentors):,} mentors, {what}"
    return Row(about, f"{took:.1f} s", f"{len(batch.matches):,} matched of {places:,} places")


def _pool(mentees: int, mentors: int, *, kinds: int, waiting: bool = True) -> Pool:
    begin = datetime(2026, 9, 1, tzinfo=UTC)
    return Pool(
        tuple(
            Mentee(
                id=f"s{number:05}", host=f"Example Host {number % 40}",
                waiting_since=begin + timedelta(minutes=number) if waiting else begin,
                **_said(Random(number % kinds)),
            )
            for number in range(mentees)
        ),
        tuple(
            Mentor(
                id=f"m{number:05}", name=f"Example Mentor {number}", employer=f"Example Host {number % 40}",
                capacity=1 + number % 3, **_said(Random((7 * number + 3) % kinds)),
            )
            for number in range(mentors)
        ),
        _MONDAY,
    )  # fmt: skip


def _said(chance: Random) -> dict[str, Any]:
    words = [f"skill {number}" for number in range(200)]
    return {
        "zone": chance.choice(_ZONES), "languages": frozenset(chance.sample(("en", "nb", "fr"), 2)),
        "windows": chance.choice((WORKING_HOURS, _EVENINGS)), "topics": frozenset(chance.sample(list(TOPICS), 3)),
        "skills": frozenset(chance.sample(words, 5)), "fields": frozenset(chance.sample(("data", "health", "law"), 1)),
        "style": chance.choice(list(STYLES)),
    }  # fmt: skip
