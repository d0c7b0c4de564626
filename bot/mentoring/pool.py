"""The pool as the database has it now, in a handful of queries however many people there are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.config import Settings
from bot.facts.context import zone_of
from bot.facts.mentoring.availability import windows_of
from bot.mentoring.matching.people import Mentee, Mentor, Pool
from bot.words.language import known_language
from storage.due import students
from storage.mentoring_profiles import MENTEE, MENTOR, MentoringProfile, profiles
from storage.people import Person, Placement, people_with_role
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Pairs:
    """Who is whose mentor now, by the mentee's id, and for each mentee the mentors she had before."""

    mentor_of: Mapping[str, str]
    parted: Mapping[str, frozenset[str]]

    def taken(self) -> Counter[str]:
        """How many mentees each mentor has."""
        return Counter(self.mentor_of.values())


def read_pool(uow: UnitOfWork, settings: Settings) -> Pool:
    """Every student who has agreed and has no mentor, and every mentor, with what is known of both.

    Whoever has no profile takes part with working hours and her own language. A placement that has not begun counts.
    """
    today = uow.now.astimezone(settings.programme.zone).date()
    placed = {key: each for key, each in students(uow.db, None).items() if _is_running(each[1], today)}
    pairs = pairs_of(each[1] for each in placed.values())
    said, taken = profiles(uow.db, None), pairs.taken()
    return Pool(
        tuple(
            _mentee(person, placement, said.get(person.id), pairs, settings)
            for person, placement in placed.values()
            if _takes_part(person) and person.consented_at is not None and person.id not in pairs.mentor_of
        ),
        tuple(
            _mentor(person, said.get(person.id), taken[person.id], settings)
            for person in people_with_role(uow.db, "mentor") if _takes_part(person)
        ),
        monday=today + timedelta(days=7 - today.weekday()),
    )  # fmt: skip


def pairs_of(placements: Iterable[Placement]) -> Pairs:
    """The pairs that the roster names: the one place that knows where they stand."""
    return Pairs({each.person_id: each.mentor_id for each in placements if each.mentor_id}, {})


def _is_running(placement: Placement, today: date) -> bool:
    return placement.ends_on is None or placement.ends_on >= today


def _takes_part(person: Person) -> bool:
    return person.stopped_at is None and person.forgotten_at is None


def _mentee(
    person: Person, placement: Placement, said: MentoringProfile | None, pairs: Pairs, settings: Settings
) -> Mentee:
    profile = said or MentoringProfile(person_id=person.id, side=MENTEE)
    return Mentee(
        **_someone(person, profile, settings), host=placement.host, supervisor=placement.supervisor,
        coordinator_id=placement.coordinator_id, prefers=frozenset(profile.prefers),
        parted=pairs.parted.get(person.id, frozenset()), waiting_since=profile.waiting_since,
    )  # fmt: skip


def _mentor(person: Person, said: MentoringProfile | None, taken: int, settings: Settings) -> Mentor:
    profile = said or MentoringProfile(person_id=person.id, side=MENTOR)
    return Mentor(
        **_someone(person, profile, settings), name=person.name, employer=profile.employer,
        capacity=profile.capacity, taken=taken,
    )  # fmt: skip


def _someone(person: Person, profile: MentoringProfile, settings: Settings) -> dict[str, Any]:
    """What both sides have, as `Someone` wants it."""
    own = known_language(person.language or settings.programme.language)
    return {
        "id": person.id, "zone": zone_of(person, settings), "languages": frozenset(profile.languages or [own]),
        "windows": windows_of(profile.availability), "topics": frozenset(profile.topics),
        "skills": frozenset(profile.skills), "fields": frozenset(_words(profile.field)), "style": profile.style,
        "gender": profile.gender, "apart_from": frozenset(profile.apart_from), "opted_out": profile.opted_out,
        "most_hours_apart": profile.most_hours_apart,
    }  # fmt: skip


def _words(listed: str) -> list[str]:
    return [word for part in listed.split(",") if (word := " ".join(part.casefold().split()))]
