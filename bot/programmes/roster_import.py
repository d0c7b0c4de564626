"""Bringing a roster in. Nobody is written to because of it."""

from datetime import datetime

from bot.config import Settings
from bot.facts.checkin_time import first_checkin
from bot.facts.context import zone_of
from bot.programmes.difference import Plan, Step, plan
from bot.programmes.roster import Roster
from storage import people, roster
from storage.people import Person, Placement
from storage.unit_of_work import UnitOfWork

_MOVES_CHECKINS = frozenset({"starts_on", "ends_on", "timezone"})


def preview(uow: UnitOfWork, says: Roster) -> Plan:
    """What an import would do now."""
    return plan(says, roster.everybody(uow.db), roster.placements(uow.db))


def bring_in(uow: UnitOfWork, settings: Settings, says: Roster) -> Plan:
    """Import: new people get a key of their own, changed ones their changes; people in no line are left alone."""
    made = preview(uow, says)
    for step in made.new:
        key = uow.vault.new_key()
        roster.add_person(uow.db, {"id": step.id, "data_key": key, "imported": step.said, **step.person})
    for step in (*made.changed, *made.noted):
        people.change_person(uow.db, step.id, imported=step.said, **step.person)
    # Placements name people, so they come after all of these are there.
    for step in (*made.new, *made.changed):
        _place(uow, settings, step)
    return made


def _place(uow: UnitOfWork, settings: Settings, step: Step) -> None:
    if not step.is_student:
        return
    if people.placement_of(uow.db, step.id) is None:
        roster.add_placement(uow.db, {"person_id": step.id, **step.placement})
    elif step.placement:
        people.change_placement(uow.db, step.id, **step.placement)
    if _MOVES_CHECKINS & (step.placement.keys() | step.person.keys()):
        _replan(uow, settings, step.id)


def _replan(uow: UnitOfWork, settings: Settings, person_id: str) -> None:
    """Other dates, another rhythm: whoever has none ahead gets a first check-in again, and none after the end."""
    person, placement = people.find_person(uow.db, person_id), people.placement_of(uow.db, person_id)
    if person is None or placement is None or person.consented_at is None or person.stopped_at is not None:
        return
    people.change_placement(uow.db, person_id, next_checkin_at=_next(person, placement, settings, uow.now))


def _next(person: Person, placement: Placement, settings: Settings, now: datetime) -> datetime | None:
    zone, due = zone_of(person, settings), placement.next_checkin_at
    if due is None or (placement.starts_on and due.astimezone(zone).date() < placement.starts_on):
        return first_checkin(placement, zone, now, settings)
    return None if placement.ends_on and due.astimezone(zone).date() > placement.ends_on else due
