"""Where her own words lead: what was heard in them opens a conversation, or the likeliest ones are offered."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import islice, takewhile

from bot.cases.hearing import Concern, hear
from bot.intake.routing import conversations_for, route, what_helps
from bot.intake.talk import menu, opening
from bot.intake.talk.session import Session
from bot.intake.triage import Triage
from bot.words.outgoing import Message
from flows.severity import Severity
from storage import conversations

MOST_OFFERED = 2
REFER = "refer"
"""Where a mentor's words about something urgent lead."""
SAME_AGAIN = timedelta(days=1)
"""Whoever was in a conversation less than this ago is not led into it again by what she writes."""


def open_fitting(session: Session, triage: Triage, *, at_hand: str = "") -> bool:
    """Open the conversation about what was heard urgent in her words; what is at hand waits, and comes back after it.

    False where there is none to open: it does not exist, she is in it now, or was lately, or has not agreed to talk.
    """
    wanted = fitting(session, triage, at_hand=at_hand)
    if wanted is None:
        return False
    opening.open_talk(session, wanted, heard=triage.severity)
    return True


def fitting(session: Session, triage: Triage, *, at_hand: str = "") -> str | None:
    """The conversation that `open_fitting` would open, the gravest that she may be led into, or None.

    What is less grave than the one at hand does not interrupt it.
    """
    if triage.severity is not Severity.URGENT or session.context.person.consented_at is None:
        return None
    heard_of = (REFER,) if session.is_mentor else conversations_for(triage.categories)
    graver = takewhile(lambda each: each != at_hand, heard_of)
    about = (each for each in graver if each in session.scripts.ids and each != "urgent")
    return next((each for each in about if not _was_in_it_lately(session, each)), None)


def comes_between(session: Session, triage: Triage, at_hand: str) -> str | None:
    """The conversation that interrupts the one at hand because of what stands in an answer."""
    if at_hand == "urgent":
        return None
    return "urgent" if triage.severity is Severity.EMERGENCY else fitting(session, triage, at_hand=at_hand)


def come_between(session: Session, flow: str, triage: Triage) -> None:
    """Open the conversation that interrupts the one at hand."""
    if flow == "urgent":
        bring_help(session, triage)
    else:
        opening.open_talk(session, flow, heard=triage.severity)


def bring_help(session: Session, triage: Triage) -> None:
    """Open urgent help in an emergency; what helps in it besides, such as a roof for the night, comes after it."""
    opening.open_talk(session, "urgent", heard=triage.severity)
    if session.context.person.consented_at is None:
        return
    helps = [each for each in what_helps(triage.categories) if each in session.scripts.ids]
    opening.follow(session, "urgent", [each for each in helps if not _was_in_it_lately(session, each)])


def call_for_help(session: Session, text: str, triage: Triage) -> bool:
    """Open urgent help where she plainly asks for it in words that triage does not know; they go to the case."""
    routed = route(text, session.language, triage)
    if not routed.calls_for_help:
        return False
    line = ("words", text, "call-for-help")
    hear(session.context, Concern("safety", routed.severity, True, "message", (line,)))
    opening.open_talk(session, "urgent", heard=routed.severity)
    return True


def offer_likeliest(session: Session, text: str, triage: Triage) -> None:
    """Ask which of the two likeliest conversations she means, the menu beside them; never a guess taken for certain."""
    routed = route(text, session.language, triage)
    commands, likely = _commands(session, routed.ranked), _commands(session, routed.likely)
    if not set(likely).intersection(commands):
        menu.show_menu(session, lead=session.notice("unsure"))
    else:
        _offer(session, commands, session.notice("offer.urgent" if "urgent" in likely else "offer.unsure"))


def offer_to_look(session: Session, text: str, triage: Triage) -> None:
    """A person will read it; meanwhile the conversation about it is offered, where there is one."""
    routed = route(text, session.language, triage)
    about = conversations_for(triage.categories)
    commands = _commands(session, (each for each in routed.likely if each in about))
    if commands:
        _offer(session, commands, session.notice("offer.noted"))
    else:
        session.post(session.notice("support.noted"))


def _commands(session: Session, ranked: Iterable[str]) -> list[str]:
    """The commands for the first conversations of these that exist."""
    existing = (command for each in ranked if (command := menu.command_for(session, each)))
    return list(islice(existing, MOST_OFFERED))


def _offer(session: Session, commands: list[str], text: str) -> None:
    rows = [*commands, "menu", *({"urgent"}.difference(commands))]
    session.post(Message(text, tuple((menu.button(session, word),) for word in rows)))


def _was_in_it_lately(session: Session, flow: str) -> bool:
    last = conversations.latest(session.context.uow.db, session.context.person.id, flow)
    if last is None:
        return False
    if last.status == "waiting":
        return False  # it goes on where she left it
    return last.status in conversations.UNFINISHED or session.context.now - last.touched_at < SAME_AGAIN
