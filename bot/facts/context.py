"""A student in her surroundings: her placement, who looks after her, what time it is where she is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.config import Settings
from bot.facts.duty.on_duty import OnDuty
from bot.words.language import known_language
from flows.countries import CountryPack, country_pack
from storage.cases import Case
from storage.mentoring_profiles import profiles
from storage.parties import parties_of
from storage.people import Person, Placement, find_people, placement_of
from storage.unit_of_work import UnitOfWork


@dataclass
class Context:
    """Everything a turn may want to know of one person, looked up once and only when it is wanted."""

    uow: UnitOfWork
    settings: Settings
    person: Person
    receipted: list[int] = field(default_factory=list, init=False, repr=False)
    """The cases that began in this turn and of which she was given a receipt, by row id."""
    spoken_of: frozenset[int] = field(default=frozenset(), init=False, repr=False)
    """The cases this turn speaks of, by row id."""
    _on_duty: dict[frozenset[str], OnDuty] = field(default_factory=dict, init=False, repr=False)

    @property
    def now(self) -> datetime:
        """The moment of this turn, in UTC."""
        return self.uow.now

    @cached_property
    def placement(self) -> Placement:
        """Her placement; an empty one for people who have none, which names a mentor's country."""
        if self.person.role == "mentor":
            said = profiles(self.uow.db, [self.person.id]).get(self.person.id)
            return Placement(person_id=self.person.id, country=said.country if said else "")
        return placement_of(self.uow.db, self.person.id) or Placement(person_id=self.person.id)

    @property
    def language(self) -> str:
        """The language she reads."""
        return known_language(self.person.language or self.settings.programme.language)

    @property
    def team_language(self) -> str:
        """The language the coordinators' channel is kept in."""
        return known_language(self.settings.programme.language)

    @cached_property
    def zone(self) -> ZoneInfo:
        """Her own time zone, else the programme's."""
        return zone_of(self.person, self.settings)

    @cached_property
    def local_now(self) -> datetime:
        """The time on her own clock."""
        return self.now.astimezone(self.zone)

    @property
    def country(self) -> str:
        """The country of her placement, else the programme's."""
        return self.placement.country or self.settings.programme.country

    @cached_property
    def pack(self) -> CountryPack:
        """Numbers and services of the country of her placement."""
        return country_pack(self.country)

    @property
    def coordinator(self) -> Person | None:
        """Her own coordinator, else the first of the roster; or whoever stands in."""
        return self.on_duty().coordinator

    @cached_property
    def mentor(self) -> Person | None:
        """Her mentor, if the roster names one."""
        named = self.placement.mentor_id
        return find_people(self.uow.db, {named}).get(named) if named else None

    @property
    def safeguarding(self) -> list[Person]:
        """Everybody with the role safeguarding, else the leads; or whoever stands in."""
        return self.on_duty().safeguarding

    @property
    def on_call(self) -> list[Person]:
        """Who is called at an emergency, in order."""
        return self.on_duty().on_call

    def on_duty(self, without: frozenset[str] = frozenset()) -> OnDuty:
        """Who looks after her now, leaving out those from whom something is kept."""
        if without not in self._on_duty:
            self._on_duty[without] = OnDuty(self.uow, self.settings, self.placement.coordinator_id, without)
        return self._on_duty[without]

    def who_has(self, case: Case) -> Person | None:
        """Whoever has a case, or was handed it, or stands in for that person."""
        assignee = find_people(self.uow.db, {case.assignee_id}).get(case.assignee_id) if case.assignee_id else None
        kept = parties_of(self.uow.db, case.id or 0)
        return self.on_duty(kept).in_place_of(assignee) if assignee else None


def zone_of(person: Person, settings: Settings) -> ZoneInfo:
    """A person's time zone, else the programme's."""
    try:
        return ZoneInfo(person.timezone or settings.programme.timezone)
    except (ZoneInfoNotFoundError, ValueError):
        return settings.programme.zone


ContextFor = Callable[[Person], Context]
