"""The pool as the database has it now, in a handful of queries however many people there are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from bot.config import Settings
from bot.facts.context import zone_of
from bot.facts.mentoring.availability import windows_of
from bot.mentoring.adopting import CHANGED_IN_ROSTER
from bot.mentoring.matching.people import Mentee, Mentor, Pool
from bot.words.language import known_language
from storage.due import students
from storage.mentoring_profiles import MENTEE, MENTOR, MentoringProfile, profiles
from storage.mentorships import OVER, Mentorship, mentorships_of_any
from storage.people import Person, Placement, find_people, people_with_role
from storage.unit_of_work import UnitOfWork

ENDED_WELL = ("end", "not_reviewed", "left_the_list", CHANGED_IN_ROSTER)
"""Why a mentorship is over in which nobody wished it: it came to its agreed end, or the roster says otherwise."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Who is whose mentor now or may become it, by the mentee's id, and for each mentee those who are not to be again.

    Those are mentors who declined or were left out, and whoever she parted from before the agreed end.
    """

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
    pairs = pairs_of(mentorships_of_any(uow.db, None), (each[1] for each in placed.values()))
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
        monday=_next_monday(today),
    )  # fmt: skip


def read_two(uow: UnitOfWork, settings: Settings, mentee_id: str, mentor_id: str) -> Pool:
    """A pool of these two alone, whoever else they are proposed to: there is room for one.

    Raises:
        KeyError: one of the two is no longer there.
    """
    ids = {mentee_id, mentor_id}
    said, pairs = profiles(uow.db, ids), pairs_of(mentorships_of_any(uow.db, ids), ())
    person, placement = students(uow.db, {mentee_id})[mentee_id]
    mentor = _mentor(find_people(uow.db, {mentor_id})[mentor_id], said.get(mentor_id), 0, settings)
    today = uow.now.astimezone(settings.programme.zone).date()
    return Pool(
        (_mentee(person, placement, said.get(mentee_id), pairs, settings),), (replace(mentor, capacity=1),),
        _next_monday(today),
    )  # fmt: skip


def pairs_of(ever: Iterable[Mentorship], placements: Iterable[Placement]) -> Pairs:
    """All pairs that there are or were, and those that the roster names and that have not begun here."""
    mentor_of = {each.person_id: each.mentor_id for each in placements if each.mentor_id}
    parted: dict[str, set[str]] = defaultdict(set)
    for pair in ever:
        if pair.state not in OVER:
            mentor_of[pair.mentee_id] = pair.mentor_id
        elif pair.why not in ENDED_WELL:
            parted[pair.mentee_id].add(pair.mentor_id)
    return Pairs(mentor_of, {mentee: frozenset(mentors) for mentee, mentors in parted.items()})


def _next_monday(today: date) -> date:
    return today + timedelta(days=7 - today.weekday())


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
