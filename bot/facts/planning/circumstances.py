"""What decides whether somebody may be written to, of one student or of many, in a handful of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.facts.context import Context, zone_of
from storage.absence import absences_in, absences_of
from storage.cohorts import cohorts
from storage.columns import read
from storage.contacts import contacts_in
from storage.conversations import calling_for_help, talking
from storage.people import Person, Placement, reachable
from storage.unit_of_work import UnitOfWork

A_WEEK = timedelta(days=7)
A_WHILE = timedelta(minutes=20)
"""Whoever did something in a talk so lately is in the middle of it."""
_CLOCKS_APART = timedelta(days=1)
"""What was written further ahead than this comes from a clock that was wrong, and counts for nothing."""


@dataclass(slots=True)
class Circumstances:
    """One student and all that speaks for or against writing to her; nothing of it is asked of the database again.

    `away` are first and last days. `contacts` are the moments of the last seven days at which we wrote to her of our
    own accord. `confirmed` is false while nobody has let the first messages of her cohort go out.
    """

    person: Person
    placement: Placement
    settings: Settings
    zone: ZoneInfo
    away: tuple[tuple[date, date], ...] = ()
    contacts: list[datetime] = field(default_factory=list)
    reachable: bool = True
    calls_for_help: bool = False
    talks: bool = False
    confirmed: bool = True

    @property
    def is_mentor(self) -> bool:
        """She is a mentor: written to at other hours, and less often."""
        return self.person.role == "mentor"

    @property
    def country(self) -> str:
        """Whose public holidays are hers: those of where she works."""
        return self.placement.country or self.settings.programme.country


def circumstances_of(context: Context) -> Circumstances:
    """Those of one student, as the database has them now."""
    placed = [(context.person, context.placement)]
    return circumstances(context.uow, context.settings, placed, ids=[context.person.id])[context.person.id]


def planned(context: Context) -> Circumstances:
    """Only what is known of the days to come: her dates and her absences."""
    person, since = context.person, context.local_now.date()
    away = tuple((each.starts_on, each.ends_on) for each in absences_of(context.uow.db, person.id, since))
    return Circumstances(person, context.placement, context.settings, context.zone, away=away)


def circumstances(
    uow: UnitOfWork, settings: Settings, placed: Iterable[tuple[Person, Placement]], *, ids: Collection[str] | None
) -> dict[str, Circumstances]:
    """Those of many, by roster id, in as many queries as for one. `ids` None: of everybody, whom no query need name."""
    absent, written = defaultdict(list), defaultdict(list)
    for absence in absences_in(uow.db, uow.now.date() - _CLOCKS_APART, ids):
        absent[absence.person_id].append((absence.starts_on, absence.ends_on))
    for person_id, at in contacts_in(uow.db, uow.now - A_WEEK, uow.now + _CLOCKS_APART, ids):
        written[person_id].append(at)
    within_reach, calling = reachable(uow.db, ids), calling_for_help(uow.db, ids)
    in_a_talk = talking(uow.db, ids, uow.now - A_WHILE)
    let_go = _let_go(uow, settings)
    return {
        person.id: Circumstances(
            person, placement, settings, zone_of(person, settings),
            away=tuple(absent[person.id]), contacts=written[person.id],
            reachable=person.id in within_reach, calls_for_help=person.id in calling, talks=person.id in in_a_talk,
            confirmed=let_go is None or not placement.cohort or placement.cohort in let_go,
        )
        for person, placement in placed
    }  # fmt: skip


def outliving(known: Circumstances) -> Circumstances:
    """The same without the last day of the placement: what the two of a mentorship agreed on may go on after it."""
    placement = read(Placement, {**known.placement.model_dump(), "ends_on": None})
    return replace(known, placement=placement)


def _let_go(uow: UnitOfWork, settings: Settings) -> set[str] | None:
    """The cohorts that somebody has confirmed; None where nobody is asked."""
    if not settings.schedule.confirm_first_send:
        return None
    return {name for name, cohort in cohorts(uow.db).items() if cohort.confirmed_at is not None}
