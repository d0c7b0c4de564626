"""The rota: can it be read, and does it name people who can stand in?"""

from collections.abc import Iterator

from sqlalchemy import Connection

from bot.cli.checks.finding import Finding, error, warning
from bot.config import ConfigError, Settings
from bot.facts.duty.cover import ROLES, Cover
from bot.facts.duty.on_duty import STAFF
from bot.facts.duty.rota_file import read_rota
from storage.people import Person, find_people

_WHERE = "[safeguarding] rota"


def rota(settings: Settings, db: Connection) -> Iterator[Finding]:
    """What is wrong with the file, and whom it names in vain."""
    try:
        covers = read_rota(settings.safeguarding.rota)
    except ConfigError as mistakes:
        yield from (error(_WHERE, mistake) for mistake in str(mistakes).splitlines())
        return
    known = find_people(db, {id_ for cover in covers for id_ in (cover.person, *cover.covers)})
    for cover in covers:
        for what in _in_vain(cover, known):
            yield warning(_WHERE, f"{cover.place} {what}")


def _in_vain(cover: Cover, known: dict[str, Person]) -> Iterator[str]:
    person = known.get(cover.person)
    if person is None:
        yield f"person: {cover.person!r} is not in the roster, so nobody stands in; mend the id, or import the roster"
    elif person.role not in STAFF:
        yield f"person: {cover.person!r} has the role {person.role}; name one of {', '.join(sorted(STAFF))}"
    for id_ in cover.covers:
        if id_ not in known and id_ not in ROLES:
            yield f"covers: {id_!r} is neither in the roster nor one of {', '.join(ROLES)}"
