"""Who stands in for those a case is kept from, in the order in which they are asked."""

from bot.cases.rules.rota import rota
from bot.facts.context import Context
from bot.facts.duty.on_duty import STAFF
from storage.cases import Case
from storage.people import Person, people_with_role


def alternates(context: Context, case: Case, kept: frozenset[str]) -> list[Person]:
    """Everybody who is shown a case that is kept from somebody, whoever is asked first at the head.

    A restricted one: its guardians, and whoever is called for it. Others: her own coordinator too, and then the other
    coordinators. `kept` are the roster ids of those it is kept from.
    """
    first, duty = first_reader(context, case, kept), context.on_duty(kept)
    people = [*([first] if first else []), *duty.guardians, *rota(context, kept)]
    if not case.restricted:
        people += people_with_role(context.uow.db, *sorted(STAFF))
    known = {person.id: person for person in people if person.role in STAFF and person.id not in kept}
    return list(known.values())


def first_reader(context: Context, case: Case, kept: frozenset[str]) -> Person | None:
    """Who reads a case that nobody has: her own coordinator, of a restricted one a guardian, or who stands in for them.

    None: the roster names nobody, or everyone it names is somebody the case is kept from.
    """
    duty = context.on_duty(kept)
    return next(iter(duty.guardians), None) if case.restricted else duty.coordinator
