"""Whom of the roster her words mean: by name, and by role where the words complain or she was asked."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.cases.parties.naming import Known, answered_with, named_in, roles_in
from bot.facts.context import Context
from bot.facts.duty.on_duty import STAFF
from storage.anonymous import ANONYMOUS
from storage.parties import names_of
from storage.people import Person, people_with_role

_NAMEABLE = STAFF | {"mentor"}
WORDS, ANSWER = "words", "answer"


@dataclass(frozen=True, slots=True)
class Involved:
    """What she answered when she was asked who of the team is involved.

    `unnamed` is true where somebody is, or she would rather not say, and no name of the roster was given: then her own
    coordinator is left out and safeguarding alone reads it.
    """

    ids: frozenset[str] = frozenset()
    unnamed: bool = False


NOBODY = Involved()


def found_in(context: Context, words: str, *, concerning: bool) -> frozenset[str]:
    """The roster ids of those whom words name; where these are `concerning`, "my coordinator" counts too."""
    if not words.strip():
        return frozenset()
    named = named_in(words, _known(context), (context.placement.supervisor, context.person.name))
    return named | (_with_roles(context, roles_in(words)) if concerning else frozenset())


def answered(context: Context, involved: str, who: str) -> Involved:
    """What she meant by her answer to whether somebody of the team is involved (`no`, `yes`, `unsaid`), and by who."""
    if involved not in ("yes", "unsaid"):
        return NOBODY
    named = answered_with(who, _known(context))
    # "Coordinator" alone is an answer; beside a name it is only what that person is called.
    ids = named | _with_roles(context, roles_in(who, asked=not named))
    return Involved(ids, unnamed=not ids)


def _known(context: Context) -> list[Known]:
    names = names_of(context.uow.db, _NAMEABLE)
    return [Known(id_, name) for id_, name in names.items() if id_ != context.person.id]


def _with_roles(context: Context, roles: Collection[str]) -> frozenset[str]:
    """Hers, of the roles of which she has one of her own; everybody of the others.

    Whose coordinator is meant in a report without a name nobody knows: then it is kept from all of them.
    """
    own = _coordinators(context) if "coordinator" in roles else []
    own += [context.mentor] if "mentor" in roles else []
    named: Iterable[str] = {"safeguarding", "lead"} & set(roles)
    others = people_with_role(context.uow.db, *sorted(named)) if named else []
    return frozenset(person.id for person in (*own, *others) if person is not None)


def _coordinators(context: Context) -> list[Person | None]:
    if context.person.role == ANONYMOUS:
        return [*people_with_role(context.uow.db, "coordinator")]
    return [context.coordinator]
