"""Who is called at an emergency, and who is asked when nobody has acted; in which order."""

from collections.abc import Iterable

from bot.cases.rules.ladder import ASKED
from bot.facts.context import Context
from bot.facts.duty.on_duty import STAFF
from storage.people import Person


def on_call_for(context: Context, kept: frozenset[str] = frozenset()) -> list[Person]:
    """Those on call, in order; `kept` are the roster ids of those it is kept from."""
    return [person for person in context.on_duty(kept).on_call if person.role in STAFF]


def rota(context: Context, kept: frozenset[str] = frozenset()) -> list[Person]:
    """Those on call, then the deputy, then the lead; nobody twice, and never the student herself."""
    return [person for person in context.on_duty(kept).ladder if person.id != context.person.id]


def place_in(order: list[Person], times: int) -> int:
    """Whose turn it is when somebody was called so many times: the first twice, then one after the other, and round."""
    return max(times - 1, 0) % len(order)


def to_ask(
    context: Context, kept: frozenset[str], climbed: int, told: Iterable[str], failed: Iterable[str] = ()
) -> list[list[Person]]:
    """Who is asked next at this place of the ladder: the first of these groups in which anybody can be reached.

    The deputy, where none is named the next on call, rather one who has not been `told` and has not `failed` her; then
    the lead, else whoever has the role, else everyone on call.
    """
    duty, known, late = context.on_duty(kept), set(told), set(failed)
    leads, on_call = _team(context, duty.leads), on_call_for(context, kept)
    if climbed > ASKED:
        return [leads, on_call, rota(context, kept)]
    deputy = _team(context, [duty.deputy] if duty.deputy else [])
    by_freshness = sorted(on_call, key=lambda person: (person.id in late, person.id in known))
    return [*([person] for person in (*deputy, *by_freshness)), leads]


def _team(context: Context, people: Iterable[Person]) -> list[Person]:
    return [person for person in people if person.role in STAFF and person.id != context.person.id]
