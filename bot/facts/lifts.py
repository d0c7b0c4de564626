"""Whether she shares lifts, and whose answer is waited for."""

from bot.facts.context import Context
from storage.lifts import pairs_of, wish_of

ABOUT = "about_lift"
"""Among the facts of a talk that asks about somebody: the roster id of that person, who is not named to her."""


def shares_lifts(context: Context) -> bool:
    """She is on the list."""
    return wish_of(context.uow.db, context.person.id) is not None


def waits_for_her(context: Context) -> str:
    """The roster id of whoever could share lifts with her and about whom she has not been heard; "" where nobody is."""
    hers = (pair for pair in pairs_of(context.uow.db, context.person.id) if pair.waits_for(context.person.id))
    return next((pair.other(context.person.id) for pair in hers), "")
