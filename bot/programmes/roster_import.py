"""Bringing a roster in. Nobody is written to because of it but those whose next check-in moves."""

from bot.config import Settings
from bot.programmes.difference import Plan, Step, plan
from bot.programmes.replanning import MOVING, Before, replan
from bot.programmes.roster import Roster
from storage import people, roster
from storage.cohorts import note_cohort
from storage.unit_of_work import UnitOfWork


def preview(uow: UnitOfWork, says: Roster) -> Plan:
    """What an import would do now."""
    return plan(says, roster.everybody(uow.db), roster.placements(uow.db))


def bring_in(uow: UnitOfWork, settings: Settings, says: Roster) -> Plan:
    """Import: new people get a key of their own, changed ones their changes; people in no line are left alone."""
    kept, placed = roster.everybody(uow.db), roster.placements(uow.db)
    made = plan(says, kept, placed)
    for step in made.new:
        key = uow.vault.new_key()
        roster.add_person(uow.db, {"id": step.id, "data_key": key, "imported": step.said, **step.person})
    for step in (*made.changed, *made.noted):
        people.change_person(uow.db, step.id, imported=step.said, **step.person)
    # Placements name people, so they come after all of these are there.
    for step in (*made.new, *made.changed):
        _place(uow, step)
    for step in made.changed:
        if step.id in placed and MOVING & (step.placement.keys() | step.person.keys()):
            replan(uow, settings, Before(kept[step.id], placed[step.id]))
    return made


def _place(uow: UnitOfWork, step: Step) -> None:
    if not step.is_student:
        return
    if people.placement_of(uow.db, step.id) is None:
        roster.add_placement(uow.db, {"person_id": step.id, **step.placement})
    elif step.placement:
        people.change_placement(uow.db, step.id, **step.placement)
    if cohort := step.placement.get("cohort"):
        note_cohort(uow.db, str(cohort))
