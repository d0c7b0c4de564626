"""Words that act anywhere: `/menu`, `hjelp`, a tap on a menu. Each has one function here."""

from collections.abc import Callable, Mapping
from functools import partial

from bot.cases.status import status_message
from bot.intake.talk import checkins, coming, highlights, holding, media, opening, pausing
from bot.intake.talk.changing import listing
from bot.intake.talk.menu import MOST_UNFINISHED, button, is_for, show_menu, show_part, subjects
from bot.intake.talk.session import Session
from bot.words.buttons import CONTINUE, EDIT, menu_data, reply_data
from bot.words.outgoing import Button, Message
from flows.vocabulary import OPENS, PARTS
from storage import people
from storage.cases import unresolved_of


def obey(session: Session, word: str) -> None:
    """Do what a word says; one we do not know shows the menu."""
    if word.startswith(CONTINUE):
        _continue(session, word.removeprefix(CONTINUE))
        return
    if word.startswith(EDIT):
        listing.pressed(session, word)
        return
    if word.startswith((media.LOOK, media.NO_LOOK)):
        answer, _, attachment = word.partition(":")
        (media.look if answer == "look" else media.do_not_look)(session, attachment)
        return
    if word not in _ALLOWED_BEFORE_CONSENT and not _may_begin(session):
        return
    if word in _COMMANDS and is_for(session, word):
        _COMMANDS[word](session)
    else:
        show_menu(session, lead=session.notice("offer.not_here" if word in OPENS else "unsure"))


def _may_begin(session: Session) -> bool:
    """Before she has agreed, everything but help begins with getting started."""
    if session.context.person.consented_at is not None:
        return True
    opening.open_talk(session, session.beginning)
    return False


def _start(session: Session) -> None:
    person = session.context.person
    if person.consented_at is None or person.stopped_at is not None:
        if person.stopped_at is not None:
            people.change_person(session.context.uow.db, person.id, stopped_at=None)
            person.stopped_at = None
        if person.consented_at is None:
            opening.open_talk(session, session.beginning)
            return
        if not session.is_mentor:
            checkins.plan_first(session)
            coming.plan_coming(session)
        session.post(session.notice("stop.started_again"))
    if pausing.is_paused(session.context):
        pausing.end_pause(session)
    _menu(session)


def _continue(session: Session, conversation: str) -> None:
    if not opening.resume_waiting(session, int(conversation) if conversation.isdecimal() else None):
        show_menu(session)


def _privacy(session: Session) -> None:
    if session.is_mentor:
        session.post(session.notice("privacy.mentor"))
        return
    if "privacy" in session.scripts.ids:
        opening.open_talk(session, "privacy")
        return
    session.post(session.notice("privacy.short"))
    more = Button(session.notice("privacy.more_button"), menu_data("privacy_full"))
    session.post(Message(session.notice("menu.title"), ((more,),)))


def _privacy_full(session: Session) -> None:
    for part in ("privacy.full_1", "privacy.full_2"):
        session.post(session.notice(part))


def _help(session: Session) -> None:
    """How this works, and the words for what there is to talk about."""
    session.post(
        Message(
            session.notice("help.mentor" if session.is_mentor else "help.student"),
            ((button(session, "urgent"),), (button(session, "human"),)),
        )
    )
    if session.context.person.consented_at is not None and not session.is_mentor:
        lines = [f"**{word}** – {session.notice(f'command.{word}')}" for word in subjects(session)]
        session.post("\n".join([session.notice("offer.help"), *lines]))


def _cases(session: Session) -> None:
    """Her cases, with a button to write in each that is not closed."""
    mine = unresolved_of(session.context.uow.db, session.context.person.id)[:MOST_UNFINISHED]
    rows = [
        (Button(session.notice("cases.write_button", number=case.number), reply_data(case.id or 0)),) for case in mine
    ]
    session.post(Message(status_message(session.context), tuple(rows)))


def _menu(session: Session) -> None:
    """The menu; where a person holds the chat, this calls the bot back."""
    show_menu(session, lead=holding.called_back(session))


def _checkin(session: Session) -> None:
    opening.open_talk(session, checkins.of_today(session))


def _open(flow: str) -> Callable[[Session], object]:
    return lambda session: opening.open_talk(session, flow)


_SUBJECTS = OPENS.keys() - {"start", "checkin", "highlights"}
"""Commands that open their conversation and do nothing else."""
_COMMANDS: Mapping[str, Callable[[Session], object]] = {
    "start": _start,
    "onboarding": _start,
    "menu": _menu,
    "help": _help,
    "privacy": _privacy,
    "privacy_full": _privacy_full,
    "checkin": _checkin,
    **{word: _open(OPENS[word]) for word in _SUBJECTS},
    **{part: partial(show_part, part=part) for part in PARTS},
    "language": _open("language"),
    "stop": _open("stopping"),
    "mydata": _open("exporting"),
    "forget": _open("forgetting"),
    "pause": _open("pausing"),
    "cases": _cases,
    "answers": listing.show,
    "highlights": highlights.show,
}
_ALLOWED_BEFORE_CONSENT = frozenset(
    {"start", "onboarding", "menu", "help", "privacy", "privacy_full", "language", "urgent", "human",
     "cases", "mydata", "forget", "stop"}
)  # fmt: skip
"""Help never waits for consent, and neither do her rights."""
