"""A student or a mentor did something: words, a tap, a picture, an edit, leaving, coming back."""

from dataclasses import replace
from functools import partial

from bot.cases.telling.holding import held_case
from bot.intake.identify import Known
from bot.intake.inbound import Inbound, Kind
from bot.intake.reply import Reply
from bot.intake.talk import answering, casework, commands, hearing, holding, leading, media, opening, pausing, silence
from bot.intake.talk.changing import editing, listing
from bot.intake.talk.menu import show_menu
from bot.intake.talk.news import tell_coordinator
from bot.intake.talk.session import Session
from bot.intake.triage import Triage, knows_a_word
from bot.words.buttons import AnswerTap, ControlTap, MenuTap, ReplyTap, read_tap
from bot.words.outgoing import Home, pack
from flows.severity import Severity
from flows.vocabulary import COMMANDS, command_of, control_of, courtesy_of, subject_of
from storage import conversations
from storage.conversations import Conversation
from storage.outbox import Priority
from storage.posting import post_to_chat


def take(session: Session, event: Inbound, known: Known) -> Reply:
    """One event of a student or a mentor; never silent to words or taps."""
    _is_there_again(session, event, known)
    match event.kind:
        case Kind.TEXT if event.answers:
            _form(session, event)
        case Kind.TEXT:
            _text(session, event, new=known.new)
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
        _where_she_is(session)
    return Reply(toast=session.toast[:200])


def _is_there_again(session: Session, event: Inbound, known: Known) -> None:
    """Whatever she does, she is silent no longer; and what could not reach her is offered again."""
    if known.missed and event.kind in (Kind.TEXT, Kind.TAP, Kind.MEDIA):
        silence.heard_again(session.context, known.missed)
    if known.back and event.kind is not Kind.BLOCKED:
        silence.came_back(session.context)


def _where_she_is(session: Session) -> None:
    """After a button that says nothing any more: the menu, which is not put between her and a person."""
    if held_case(session.context) is not None:
        session.post(session.notice("question.closed_toast"))
    else:
        show_menu(session, lead=session.notice("question.closed"))


def welcome(session: Session) -> None:
    """Just linked: begin, or go on where she was on the other platform."""
    if session.context.person.consented_at is None:
        opening.open_talk(session, session.beginning)
    elif held_case(session.context) is None and not opening.resume_waiting(session):
        show_menu(session)


def _text(session: Session, event: Inbound, *, new: bool) -> None:
    text = event.text
    if _wished_in_one_line(session, text):
        return
    if command := command_of(text):
        if not _words_after(session, command, text.strip().partition(" ")[2].strip()):
            commands.obey(session, command)
        return
    row = _open_row(session)
    if row is not None:
        if word := answering.typed(session, row, text, partial(_beside, session)):
            commands.obey(session, word)
        return
    held = held_case(session.context) is not None
    if word := _word_alone(text, held):
        commands.obey(session, word)
        return
    if held and holding.take_words(session, text):
        return
    if new or (session.context.person.consented_at is None and not casework.waits_for_her(session)):
        triage = hearing.screen(session, text)
        if not answering.heard_outside(session, triage, text, "message") or triage.severity < Severity.EMERGENCY:
            welcome(session)
        return
    _outside(session, text)


def _word_alone(text: str, held: bool) -> str | None:
    """The word that acts where she writes nothing else; while a person holds the chat, words are for that person."""
    control = control_of(text)
    if control and (control in COMMANDS or not held):
        return "stop" if control == "quit" else control
    return None if held else subject_of(text)


def _wished_in_one_line(session: Session, text: str) -> bool:
    """A pause with its length, or an answer to change with its number: done at once."""
    if wish := pausing.wish_in(session, text):
        pausing.grant(session, wish)
        return True
    return listing.typed(session, text)


def _beside(session: Session, text: str, gentle: bool) -> bool:
    """Words beside a question: for the person who holds the chat, or for her emergency after which it came back."""
    if holding.take_words(session, text):
        return True
    grave = gentle and hearing.screen(session, text).severity < Severity.EMERGENCY
    return grave and casework.keep_listening(session, text)


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
        _nothing_in_it(session, text, triage)
    elif triage.severity < Severity.EMERGENCY:
        _heard(session, text, triage)


def _heard(session: Session, text: str, triage: Triage) -> None:
    """A person will read it: what is urgent opens the conversation about it, of the rest it is offered."""
    if not triage.screened:
        session.post(casework.not_screened(session))
    elif triage.severity is Severity.ATTENTION:
        leading.offer_to_look(session, text, triage)
    elif leading.open_fitting(session, triage):
        return
    opening.come_back(session)


def _nothing_in_it(session: Session, text: str, triage: Triage) -> None:
    """She says hello, or what means nothing grave: back to a talk that was interrupted, else what she may mean."""
    if leading.call_for_help(session, text, triage) or opening.come_back(session):
        return
    if courtesy := courtesy_of(text):
        show_menu(session, lead=session.notice(f"courtesy.{courtesy}"))
    else:
        leading.offer_likeliest(session, text, triage)


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
    """What is written under a picture is heard like all words; the picture goes to a person, or is not kept."""
    row = _open_row(session)
    grave = event.text.strip() and hearing.screen(session, event.text).severity >= Severity.ATTENTION
    if media.with_its_album(session, event) or (not grave and _media_for_a_person(session, event, row)):
        return
    landing = media.case_for(session, row)
    if event.text.strip():
        _text(session, event, new=False)
    if grave and landing is not None:
        # What is written under a picture decides who may see it.
        landing = media.restricted_case(session) or landing
    media.take(session, event, row, landing)


def _media_for_a_person(session: Session, event: Inbound, row: Conversation | None) -> bool:
    """While a person holds the chat, pictures and what is written under them are for that person."""
    if (row is not None and row.flow == "urgent") or not holding.take_media(session, event):
        return False
    if event.text.strip():
        holding.take_words(session, event.text)
    return True


def _edited(session: Session, event: Inbound) -> None:
    """An answer changes with the message it was typed in; other words that she changed are heard like any."""
    if editing.edited(session, event):
        return
    if holding.take_words(session, event.text):
        return
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
