"""While a person holds the chat: what a student writes is hers to read, and the bot answers only where she asks it."""

from bot.cases.case_file import CaseFile
from bot.cases.telling.holding import end, held_case, keep, waiting_offer
from bot.intake.inbound import Inbound
from bot.intake.talk import casework, hearing, media
from bot.intake.talk.session import Session
from bot.words.outgoing import Message
from storage import people
from storage.cases import Case, find_case, unresolved_of


def take_words(session: Session, text: str) -> bool:
    """Put her words in the case in which a person talks with her; False when nobody does, or she pressed "Write back".

    Nothing is answered but what is about safety.
    """
    case = _hers_now(session)
    if case is None:
        return False
    casework.put_in(session, case, text, hearing.screen(session, text))
    _go_on(session, case)
    return True


def take_media(session: Session, event: Inbound) -> bool:
    """A picture or a voice message is for the person too; False when nobody holds the chat."""
    case = _hers_now(session)
    if case is None:
        return False
    media.put_in(session, case, event)
    _go_on(session, case)
    return True


def called_back(session: Session) -> str:
    """She calls the bot back; gives what it says to that, "" where no person held the chat."""
    held = session.context.person.held_case_id
    case = find_case(session.context.uow.db, held) if held is not None else None
    if case is None or not end(CaseFile(session.context, case), logged="log.hold_over_menu"):
        return ""
    return session.notice("hold.over", person=person_of(session, case))


def say_back(session: Session, case: Case) -> None:
    """Nobody has written for long: say that the bot is back, who can still be reached, and what waits."""
    over = session.notice("hold.over", person=person_of(session, case))
    waits, buttons = waiting_offer(session.context)
    session.post(Message("\n\n".join(filter(None, (over, waits))), buttons))


def person_of(session: Session, case: Case) -> str:
    """Whoever has a case, as she reads it."""
    assignee = people.find_person(session.context.uow.db, case.assignee_id) if case.assignee_id else None
    return assignee.name if assignee else session.notice("someone.coordinator")


def _hers_now(session: Session) -> Case | None:
    """The case that is being talked in; None while she has pressed "Write back", which the bot asked her to answer."""
    case = held_case(session.context)
    if case is None:
        return None
    mine = unresolved_of(session.context.uow.db, session.context.person.id)
    return None if any(each.invited_at is not None for each in mine) else case


def _go_on(session: Session, case: Case) -> None:
    """The silence is over; an emergency that she has just written of may have ended the talk."""
    if held_case(session.context) is not None:
        keep(session.context, case)
