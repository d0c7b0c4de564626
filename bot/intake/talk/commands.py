"""Words that act anywhere: `/menu`, `hjelp`, a tap on a menu. Each has one function here."""

from collections.abc import Callable, Mapping

from bot.cases.status import status_message
from bot.intake.talk import checkins, coming, holding, media, opening, pausing
from bot.intake.talk.changing import listing
from bot.intake.talk.session import Session
from bot.words.buttons import CONTINUE, EDIT, menu_data, reply_data
from bot.words.outgoing import Button, Message
from flows.vocabulary import MENU
from storage import conversations, people
from storage.cases import unresolved_of

MOST_UNFINISHED = 3


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
    _COMMANDS.get(word, _unsure)(session)


def show_menu(session: Session, *, lead: str = "") -> None:
    """All that she can do now; only what exists."""
    rows = [(Button(session.notice(f"menu.{word}"), menu_data(word), _style(word)),) for word in entries(session)]
    unfinished = conversations.unfinished_of(session.context.uow.db, session.context.person.id)
    going_on = [(opening.continue_button(session, row, titled=True),) for row in unfinished[:MOST_UNFINISHED]]
    session.post(Message(lead or session.notice("menu.title"), (*going_on, *rows)))


def entries(session: Session) -> list[str]:
    """The menu's words for her: without consent, only what needs none."""
    if session.context.person.consented_at is None:
        return ["onboarding", "human", "language", "privacy", "help", "urgent"]
    return list(MENU)


def _may_begin(session: Session) -> bool:
    """Before she has agreed, everything but help begins with getting started."""
    if session.context.person.consented_at is not None:
        return True
    opening.open_talk(session, "onboarding")
    return False


def _start(session: Session) -> None:
    person = session.context.person
    if person.consented_at is None or person.stopped_at is not None:
        if person.stopped_at is not None:
            people.change_person(session.context.uow.db, person.id, stopped_at=None)
            person.stopped_at = None
        if person.consented_at is None:
            opening.open_talk(session, "onboarding")
            return
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
    session.post(session.notice("privacy.short"))
    more = Button(session.notice("privacy.more_button"), menu_data("privacy_full"))
    session.post(Message(session.notice("menu.title"), ((more,),)))


def _privacy_full(session: Session) -> None:
    for part in ("privacy.full_1", "privacy.full_2"):
        session.post(session.notice(part))


def _help(session: Session) -> None:
    urgent = Button(session.notice("menu.urgent"), menu_data("urgent"), "danger")
    menu = Button(session.notice("menu.human"), menu_data("human"))
    session.post(Message(session.notice("help.student"), ((urgent,), (menu,))))


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


def _unsure(session: Session) -> None:
    show_menu(session, lead=session.notice("unsure"))


def _open(flow: str) -> Callable[[Session], None]:
    return lambda session: opening.open_talk(session, flow)


_COMMANDS: Mapping[str, Callable[[Session], None]] = {
    "start": _start,
    "onboarding": _start,
    "menu": _menu,
    "help": _help,
    "privacy": _privacy,
    "privacy_full": _privacy_full,
    "checkin": _checkin,
    "problem": _open("problem"),
    "human": _open("human"),
    "language": _open("language"),
    "stop": _open("stopping"),
    "mydata": _open("exporting"),
    "forget": _open("forgetting"),
    "pause": _open("pausing"),
    "absence": _open("absence"),
    "urgent": _open("urgent"),
    "cases": _cases,
    "answers": listing.show,
}
_ALLOWED_BEFORE_CONSENT = frozenset(
    {"start", "onboarding", "menu", "help", "privacy", "privacy_full", "language", "urgent", "human",
     "cases", "mydata", "forget", "stop"}
)  # fmt: skip
"""Help never waits for consent, and neither do her rights."""


def _style(word: str) -> str:
    return "danger" if word == "urgent" else ""
