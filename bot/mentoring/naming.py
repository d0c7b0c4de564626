"""How one of the two is called to the other."""

from bot.facts.context import Context
from bot.words.language import say
from storage.people import Person


def name_of(person: Person | None, context: Context) -> str:
    """How somebody is called to the other of the two: by the whole name, since both must find one another."""
    return person.name if person and person.name else say("someone.partner", context.language)


def first_name(name: str) -> str:
    """The first word of a name."""
    return name.split()[0] if name.split() else name
