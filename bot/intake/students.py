"""A student did something: words, a tap, a picture, an edit, leaving, coming back."""

from dataclasses import replace

from bot.intake.inbound import Inbound, Kind
from bot.intake.reply import Reply
from bot.intake.talk import answering, casework, commands, hearing, opening
from bot.intake.talk.news import tell_coordinator
from bot.intake.talk.session import Session
from bot.intake.triage import knows_a_word
from bot.words.buttons import AnswerTap, ControlTap, MenuTap, ReplyTap, read_tap
from bot.words.outgoing import Home, pack
from flows.severity import Severity
from flows.vocabulary import command_of, control_of, courtesy_of
from storage import conversations
from storage.conversations import Conversation
from storage.inbox import first_time
from storage.outbox import Priority
from storage.posting import post_to_chat

_MEDIA_NOTICE = {
    "photo": "photo", "voice": "voice", "audio": "voice", "video": "video", "sticker": "sticker",
    "location": "location", "document": "file",
}  # fmt: skip


def take(session: Session, event: Inbound, *, new: bool = False) -> Reply:
    """One event of a student; never silent to words or taps."""
    match event.kind:
        case Kind.TEXT if event.answers:
            _form(session, event)
        case Kind.TEXT:
            _text(session, event, new=new)
        case Kind.TAP:
            _tap(session, event)
        case Kind.MEDIA:
            _media(session, event)
        case Kind.EDITED:
            _edited(session, event)
        case Kind.BLOCKED:
            casework.lost(session, event.platform, event.chat)
        case Kind.UNBLOCKED:
            tell_coordinator(session.context, "news.back", platform=event.platform.capitalize())
        case Kind.OPENED if event.text == "home":
            _home(session, event)
    if session.show_menu:
        commands.show_menu(session, lead=session.notice("question.closed"))
    return Reply(toast=session.toast[:200])


def welcome(session: Session) -> None:
    """Just linked: begin, or go on where she was on the other platform."""
    if session.context.person.consented_at is None:
        opening.open_talk(session, "onboarding")
    elif not opening.resume_waiting(session):
        commands.show_menu(session)


def _text(session: Session, event: Inbound, *, new: bool) -> None:
    text = event.text
    if command := command_of(text):
        if not _words_after(session, command, text.strip().partition(" ")[2].strip()):
            commands.obey(session, command)
        return
    row = _open_row(session)
    if row is not None:
        if word := answering.typed(session, row, text):
            commands.obey(session, word)
        return
    if control := control_of(text):
        commands.obey(session, "stop" if control == "quit" else control)
        return
    if new or (session.context.person.consented_at is None and not casework.waits_for_her(session)):
        triage = hearing.screen(session, text)
        if not answering.heard_outside(session, triage, text, "message") or triage.severity < Severity.EMERGENCY:
            welcome(session)
        return
    _outside(session, text)


def _words_after(session: Session, command: str, words: str) -> bool:
    """What stands behind a command is heard like anything she writes; True when it was graver than the command."""
    if not words:
        return False
    triage = hearing.screen(session, words)
    heard = answering.heard_outside(session, triage, words, "message")
    if not heard and command in ("human", "problem", "urgent"):
        casework.asked_for_a_person(session, words)
    return triage.severity is Severity.EMERGENCY


def _outside(session: Session, text: str) -> None:
    """Words outside every conversation: to the person who waits for them, or heard, or answered with the menu."""
    triage = hearing.screen(session, text)
    if triage.screened and not triage.patterns and not knows_a_word(text):
        # Two or three words of another language: what nobody could read is never taken for nothing.
        triage = replace(triage, screened=False)
    if casework.land(session, text, triage):
        return
    if triage.severity < Severity.EMERGENCY and casework.keep_listening(session, text):
        return
    if not answering.heard_outside(session, triage, text, "message"):
        courtesy = courtesy_of(text)
        commands.show_menu(session, lead=session.notice(f"courtesy.{courtesy}" if courtesy else "unsure"))
    elif not triage.screened:
        session.post(casework.not_screened(session))
    elif triage.severity is Severity.ATTENTION:
        session.post(session.notice("support.noted"))


def _form(session: Session, event: Inbound) -> None:
    """A private form was sent; one that names no question of ours is words like any other."""
    tap = read_tap(event.answers)
    if isinstance(tap, AnswerTap):
        answering.form_sent(session, tap, event.text)
    else:
        _outside(session, event.text)


def _tap(session: Session, event: Inbound) -> None:
    match read_tap(event.data):
        case AnswerTap() as tap:
            answering.tapped_answer(session, tap)
        case ControlTap() as tap:
            answering.tapped_control(session, tap)
        case MenuTap(word):
            commands.obey(session, word)
        case ReplyTap(case_id):
            casework.invite_reply(session, case_id)
        case None:
            session.toast = session.notice("question.closed_toast")
            session.show_menu = True


def _media(session: Session, event: Inbound) -> None:
    """Nothing but words and buttons is kept; what is written under a picture is."""
    row = _open_row(session)
    if event.text.strip():
        _text(session, event, new=False)
        if row is None or hearing.screen(session, event.text).severity >= Severity.URGENT:
            return
    if event.album and not first_time(
        session.context.uow.db, event.platform, f"album:{event.album}", session.context.now
    ):
        return
    if casework.media_in_case(session, row):
        return
    session.post(session.notice(f"media.{_MEDIA_NOTICE.get(event.media, 'other')}"))
    if row is not None and not event.text.strip():
        opening.resume(session, row)


def _edited(session: Session, event: Inbound) -> None:
    """What she changed is heard like anything she writes; the answer she gave stands until she changes it."""
    triage = hearing.screen(session, event.text)
    if answering.heard_outside(session, triage, event.text, "message") and triage.severity >= Severity.URGENT:
        return
    session.post(session.notice("edited.noted"))


def _home(session: Session, event: Inbound) -> None:
    home = Home(session.context.settings.programme.bot_name, (), session.notice("home.not_staff"))
    post_to_chat(session.context.uow, event.platform, event.user, pack(home), priority=Priority.REPLY)


def _open_row(session: Session) -> Conversation | None:
    rows = conversations.unfinished_of(session.context.uow.db, session.context.person.id)
    return next((row for row in rows if row.status == "open"), None)
