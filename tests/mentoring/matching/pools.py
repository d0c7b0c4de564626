"""Small pools of example people, in Oslo unless said otherwise."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.mentoring.matching.match import match
from bot.mentoring.matching.people import Mentee, Mentor, Pool

OSLO, NEW_YORK, KOLKATA = (ZoneInfo(name) for name in ("Europe/Oslo", "America/New_York", "Asia/Kolkata"))
MONDAY = date(2026, 11, 2)
ENGLISH = frozenset({"en"})


def mentee(id: str = "s1", **more: Any) -> Mentee:
    return Mentee(**{"id": id, "zone": OSLO, "languages": ENGLISH, **more})


def mentor(id: str = "m1", **more: Any) -> Mentor:
    return Mentor(**{"id": id, "zone": OSLO, "languages": ENGLISH, "name": "Example Mentor", **more})


def pool(mentees: Sequence[Mentee], mentors: Sequence[Mentor], monday: date = MONDAY) -> Pool:
    return Pool(tuple(mentees), tuple(mentors), monday)


def outcome(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> dict[str, str]:
    """Who is matched with whom; why, for whoever is not."""
    batch = match(pool(mentees, mentors))
    return {each.mentee_id: each.mentor_id for each in batch.matches} | {
        each.mentee_id: each.why for each in batch.unmatched
    }
