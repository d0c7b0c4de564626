"""The menu: all that she can do now, and only what exists."""

from collections.abc import Sequence

from bot.intake.talk import opening
from bot.intake.talk.session import Session
from bot.words.buttons import menu_data
from bot.words.outgoing import Button, Message
from flows.vocabulary import COMMANDS, MENU, OPENS, PARTS, SUBJECTS, exists
from storage import conversations

MOST_UNFINISHED = 3
_BEFORE_CONSENT = ("start", "human", "language", "privacy", "help", "urgent")
_COMMAND_FOR = {OPENS[command]: command for command in OPENS if command != "highlights"} | {"privacy": "privacy"}


def show_menu(session: Session, *, lead: str = "") -> None:
    """Everything, with the talks she has not finished first."""
    unfinished = conversations.unfinished_of(session.context.uow.db, session.context.person.id)
    going_on = [(opening.continue_button(session, row, titled=True),) for row in unfinished[:MOST_UNFINISHED]]
    session.post(Message(lead or session.notice("menu.title"), (*going_on, *_rows(session, entries(session)))))


def show_part(session: Session, part: str) -> None:
    """One part of the menu, with the way back to all of it."""
    words = [*(word for word in PARTS[part] if exists(word, session.scripts.ids)), "menu"]
    session.post(Message(session.notice(f"menu.{part}"), _rows(session, words)))


def entries(session: Session) -> list[str]:
    """The menu's words for her: without consent, only what needs none."""
    words = MENU if session.context.person.consented_at is not None else _BEFORE_CONSENT
    return [word for word in words if exists(word, session.scripts.ids)]


def subjects(session: Session) -> list[str]:
    """The commands that open a conversation about one subject, as far as it exists."""
    named = (word for word in COMMANDS if word in SUBJECTS and word != "start")
    return [word for word in named if exists(word, session.scripts.ids)]


def command_for(session: Session, conversation: str) -> str | None:
    """The command that opens a conversation; None where it does not exist, or cannot be asked for."""
    command = _COMMAND_FOR.get(conversation)
    return command if command and exists(command, session.scripts.ids) else None


def button(session: Session, word: str) -> Button:
    """The button of an entry."""
    return Button(session.notice(f"menu.{word}"), menu_data(word), "danger" if word == "urgent" else "")


def _rows(session: Session, words: Sequence[str]) -> tuple[tuple[Button, ...], ...]:
    return tuple((button(session, word),) for word in words)
