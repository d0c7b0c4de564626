"""What is promised to her when she agrees: the first-week check, and in a new country an offer in the second week."""

from bot.facts.known import is_new_to
from bot.facts.planning.first_days import FIRST_WEEK, NEW_COUNTRY, first_days
from bot.intake.talk.session import Session
from storage.conversations import latest
from storage.followups import is_promised, promise


def promise_first_days(session: Session) -> None:
    """Promise what she has not had before: whoever comes back is not asked about her first week again."""
    context = session.context
    for flow, due_at in first_days(context.placement, context.zone, context.now, context.settings).items():
        meant = (flow != NEW_COUNTRY or is_new_to(context)) and flow in session.scripts.ids
        if meant and latest(context.uow.db, context.person.id, flow) is None:
            promise(context.uow.db, context.person.id, flow, due_at)


def first_week_asks(session: Session) -> bool:
    """The first-week check is still to come, and asks about the fixed time for questions too."""
    return is_promised(session.context.uow.db, session.context.person.id, FIRST_WEEK)
