"""The menu: all that she can do now, and only what exists."""

from collections.abc import Sequence

from bot.intake.talk import opening
from bot.intake.talk.session import Session
from bot.words.buttons import menu_data
from bot.words.outgoing import Button, Message
from flows.vocabulary import (
    COMMANDS,
    FOR_MENTORS,
    MENTOR_MENU,
    MENU,
    ONLY_FOR_MENTORS,
    OPENS,
    PARTS,
    SUBJECTS,
    exists,
)  # fmt: skip
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
    words = [*(word for word in PARTS[part] if is_for(session, word)), "menu"]
    session.post(Message(session.notice(f"menu.{part}"), _rows(session, words)))


def entries(session: Session) -> list[str]:
    """The menu's words for her: without consent, only what needs none."""
    everything = MENTOR_MENU if session.is_mentor else MENU
    words = everything if session.context.person.consented_at is not None else _BEFORE_CONSENT
    return [word for word in words if is_for(session, word)]


def is_for(session: Session, word: str) -> bool:
    """This word may be said by her: what it needs exists, and it is there for whom she is, a student or a mentor."""
    allowed = word in FOR_MENTORS if session.is_mentor else word not in ONLY_FOR_MENTORS
    return allowed and exists(word, session.scripts.ids)


def subjects(session: Session) -> list[str]:
    """The commands that open a conversation about one subject, as far as it exists."""
    named = (word for word in COMMANDS if word in SUBJECTS and word != "start")
    return [word for word in named if is_for(session, word)]


def command_for(session: Session, conversation: str) -> str | None:
    """The command that opens a conversation; None where it does not exist, or cannot be asked for."""
    command = _COMMAND_FOR.get(conversation)
    return command if command and is_for(session, command) else None


def button(session: Session, word: str) -> Button:
    """The button of an entry."""
    return Button(session.notice(f"menu.{word}"), menu_data(word), "danger" if word == "urgent" else "")


def _rows(session: Session, words: Sequence[str]) -> tuple[tuple[Button, ...], ...]:
    return tuple((button(session, word),) for word in words)
