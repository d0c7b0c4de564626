"""What coordinators write to the bot. They work with cards and their Home tab, so nothing written here is kept."""

from bot.cases.acts import home_of
from bot.intake.inbound import Inbound, Kind
from bot.intake.staff.matches import ask_for_matches
from bot.intake.staff.plan import plan_text
from bot.intake.staff.resources import resources_text
from bot.intake.talk.session import Session
from flows.vocabulary import HELP_OF_STAFF, MATCH, PLAN, RESOURCES

STAFF = frozenset({"coordinator", "safeguarding", "lead"})


def answer(session: Session, event: Inbound) -> None:
    """Show the plan or the help to whoever asks for it; whatever else she writes, say where coordinators work."""
    is_staff = session.context.person.role in STAFF
    if event.kind is Kind.OPENED:
        if event.text == "home" and is_staff:
            home_of(session.context.uow, session.context.settings, session.context.person)
        return
    if event.kind not in (Kind.TEXT, Kind.TAP, Kind.MEDIA):
        return
    word, _, rest = event.text.strip().lstrip("/").casefold().partition(" ")
    if word in PLAN and is_staff and (not rest or rest.split()[0].isdecimal()):
        session.post(plan_text(session, rest))
    elif word in RESOURCES and is_staff and not rest:
        session.post(resources_text(session))
    elif word in MATCH and is_staff and not rest:
        session.post(ask_for_matches(session))
    else:
        session.post(session.notice("help.staff" if word in HELP_OF_STAFF and not rest else "staff.no_chat"))
