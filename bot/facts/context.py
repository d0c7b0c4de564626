"""A student in her surroundings: her placement, who looks after her, what time it is where she is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.config import Settings
from bot.words.language import known_language
from flows.countries import CountryPack, country_pack
from storage.people import Person, Placement, find_people, people_with_role, placement_of
from storage.unit_of_work import UnitOfWork


@dataclass
class Context:
    """Everything a turn may want to know of one person, looked up once and only when it is wanted."""

    uow: UnitOfWork
    settings: Settings
    person: Person

    @property
    def now(self) -> datetime:
        """The moment of this turn, in UTC."""
        return self.uow.now

    @cached_property
    def placement(self) -> Placement:
        """Her placement; an empty one for people who have none."""
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

    @cached_property
    def pack(self) -> CountryPack:
        """Numbers and services of the country of her placement."""
        return country_pack(self.placement.country or self.settings.programme.country)

    @cached_property
    def coordinator(self) -> Person | None:
        """Her own coordinator, else the first of the roster."""
        named = find_people(self.uow.db, {self.placement.coordinator_id}) if self.placement.coordinator_id else {}
        return next(iter(named.values()), None) or next(iter(self.coordinators), None)

    @cached_property
    def mentor(self) -> Person | None:
        """Her mentor, if the roster names one."""
        named = self.placement.mentor_id
        return find_people(self.uow.db, {named}).get(named) if named else None

    @cached_property
    def coordinators(self) -> list[Person]:
        """Everybody with the role coordinator."""
        return people_with_role(self.uow.db, "coordinator")

    @cached_property
    def safeguarding(self) -> list[Person]:
        """Everybody with the role safeguarding, else the leads."""
        return people_with_role(self.uow.db, "safeguarding") or people_with_role(self.uow.db, "lead")

    @cached_property
    def on_call(self) -> list[Person]:
        """Who is paged at an emergency: those the configuration names, else safeguarding, else her coordinator."""
        named = self.settings.safeguarding.on_call
        found = find_people(self.uow.db, set(named)) if named else {}
        chosen = [found[person_id] for person_id in named if person_id in found]
        return chosen or self.safeguarding or ([self.coordinator] if self.coordinator else [])


def zone_of(person: Person, settings: Settings) -> ZoneInfo:
    """A person's time zone, else the programme's."""
    try:
        return ZoneInfo(person.timezone or settings.programme.timezone)
    except (ZoneInfoNotFoundError, ValueError):
        return settings.programme.zone


ContextFor = Callable[[Person], Context]
