"""Who looks after a student now: the roster and the configuration, with stand-ins in place of who is on leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.config import Settings
from bot.facts.duty.cover import COORDINATOR, DEPUTY, LEAD, ON_CALL, SAFEGUARDING, StandIns, stand_ins
from bot.facts.duty.rota_file import rota_of
from storage.people import Person, find_people, people_with_role
from storage.unit_of_work import UnitOfWork

STAFF = frozenset({"coordinator", "safeguarding", "lead"})


@dataclass
class OnDuty:
    """The people of one moment, each looked up once and only when asked for; `without` are never among them.

    `own` is the roster id of the student's own coordinator. Somebody who is both on leave and the only one left is
    still named: a case with a person who reads it late is better than one with nobody.
    """

    uow: UnitOfWork
    settings: Settings
    own: str
    without: frozenset[str] = frozenset()

    @cached_property
    def coordinator(self) -> Person | None:
        """Her own coordinator, else the first of the roster; where that one is to be left out, a guardian."""
        usual = self._named((self.own,)) or people_with_role(self.uow.db, "coordinator")[:1]
        if usual and usual[0].id in self.without:
            return next(iter(self.guardians), None)
        return next(iter(self._in_place(usual, COORDINATOR) or self.coordinators), None)

    @cached_property
    def coordinators(self) -> list[Person]:
        """Everybody with the role coordinator."""
        return self._in_place(people_with_role(self.uow.db, "coordinator"), COORDINATOR)

    @cached_property
    def safeguarding(self) -> list[Person]:
        """Everybody with the role safeguarding, else the leads."""
        return self._in_place(people_with_role(self.uow.db, "safeguarding"), SAFEGUARDING) or self.leads

    @cached_property
    def guardians(self) -> list[Person]:
        """Who reads what only safeguarding reads: safeguarding or the leads, else the deputy, else all staff."""
        if found := self.safeguarding or ([self.deputy] if self.deputy else []):
            return found
        everyone = people_with_role(self.uow.db, *sorted(STAFF))
        return [person for person in everyone if person.id not in self.without]

    @cached_property
    def leads(self) -> list[Person]:
        """The lead whom the configuration names, else whoever has the role."""
        named = self._in_place(self._named((self.settings.safeguarding.lead or "",)), LEAD)
        return named or self._in_place(people_with_role(self.uow.db, "lead"), LEAD)

    @cached_property
    def deputy(self) -> Person | None:
        """Whom the configuration names as deputy, or None: then it is the next on call."""
        return next(iter(self._in_place(self._named((self.settings.safeguarding.deputy or "",)), DEPUTY)), None)

    @cached_property
    def on_call(self) -> list[Person]:
        """Who is called at an emergency: the rota's, then those the configuration names.

        Where it names nobody, safeguarding, else her coordinator.
        """
        first = self._in_place(self._named(self._now.on_call), "")
        named = self._in_place(self._named(self.settings.safeguarding.on_call), ON_CALL)
        usual = named or self.safeguarding or ([self.coordinator] if self.coordinator else [])
        return list({person.id: person for person in (*first, *usual)}.values())

    @cached_property
    def ladder(self) -> list[Person]:
        """Those on call, then the deputy, then the lead; nobody twice."""
        everyone = (*self.on_call, *([self.deputy] if self.deputy else []), *self.leads)
        return [person for person in {person.id: person for person in everyone}.values() if person.role in STAFF]

    def in_place_of(self, person: Person) -> Person:
        """Whoever does this colleague's work now: herself, unless she is on leave."""
        return self._people.get(self._now.in_place_of(person.id, self._unfit), person)

    def stands_in(self, staff: Person, for_whom: str) -> bool:
        """Whether she does the work of the person with this roster id now."""
        return staff.id == self._now.in_place_of(for_whom, self._unfit)

    @cached_property
    def _now(self) -> StandIns:
        return stand_ins(rota_of(self.settings), self.uow.now, self.settings.programme.zone)

    @cached_property
    def _people(self) -> dict[str, Person]:
        """Everybody who stands in, by roster id."""
        named = self._now.everybody()
        return find_people(self.uow.db, named) if named else {}

    @cached_property
    def _unfit(self) -> frozenset[str]:
        """Whom an entry names in vain: not in the roster, not of the team, gone, or to be left out."""
        fit = {
            id_ for id_, person in self._people.items()
            if person.role in STAFF and person.forgotten_at is None and id_ not in self.without
        }  # fmt: skip
        return frozenset(self._now.everybody() - fit)

    def _named(self, ids: Iterable[str]) -> list[Person]:
        wanted = [id_ for id_ in ids if id_]
        found = find_people(self.uow.db, set(wanted)) if wanted else {}
        return [found[id_] for id_ in wanted if id_ in found]

    def _in_place(self, people: Iterable[Person], role: str) -> list[Person]:
        """These people, or who stands in for them or for their role; nobody twice and nobody of `without`."""
        whole_role = self._now.in_role(role, self._unfit)
        chosen = [self._people[whole_role]] if whole_role else [self.in_place_of(person) for person in people]
        return [person for person in {each.id: each for each in chosen}.values() if person.id not in self.without]
