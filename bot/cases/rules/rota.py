"""Who is called at an emergency, in which order."""

from bot.facts.context import Context
from storage.people import Person, find_people, people_with_role

_CALLABLE = frozenset({"coordinator", "safeguarding", "lead"})


def on_call_for(context: Context) -> list[Person]:
    """Those on call, in order."""
    return [person for person in context.on_call if person.role in _CALLABLE]


def rota(context: Context) -> list[Person]:
    """Those on call, then the deputy, then the lead; nobody twice, and never the student herself."""
    care = context.settings.safeguarding
    named = find_people(context.uow.db, {name for name in (care.deputy, care.lead) if name})
    deputy = [named[care.deputy]] if care.deputy in named else []
    leads = [named[care.lead]] if care.lead in named else people_with_role(context.uow.db, "lead")
    everyone = {person.id: person for person in (*context.on_call, *deputy, *leads) if person.role in _CALLABLE}
    return [person for person in everyone.values() if person.id != context.person.id]
