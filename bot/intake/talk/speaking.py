"""Composing what a conversation says: a question with its keyboard, a chosen answer, a passage."""

from collections.abc import Mapping
from functools import partial

from bot.engine.turn import Asked
from bot.facts.placeholders import about_case
from bot.intake.talk.finding import found_text
from bot.intake.talk.keeping import Talk
from bot.intake.talk.session import Session
from bot.words.answers import chosen_words
from bot.words.buttons import Control, answer_data, control_data, menu_data
from bot.words.language import say, translate
from bot.words.outgoing import Button, Form, Message
from flows.conditions import Value
from flows.steps import Kind, Option, Question, Reader, Say
from storage import conversations

Rows = tuple[tuple[Button, ...], ...]
TICK = "✓ "


def question_key(talk: Talk) -> str:
    """The name under which the message with a talk's present question is remembered."""
    return conversations.question_key(talk.id)


def about(session: Session, talk: Talk) -> Mapping[str, object]:
    """Placeholders of what a talk speaks of: its case, or what was found for her; none where it speaks of none."""
    case = talk.facts.get("about_case")
    return about_case(session.context, case) if case else {"resources": partial(found_text, session, talk)}


def post_say(session: Session, talk: Talk, say: Say) -> None:
    """Say a passage."""
    session.post(session.text(f"{talk.flow}.{say.id}", say.text, **about(session, talk)))


def post_question(session: Session, talk: Talk, asked: Asked, *, lead: str = "", first: Rows = ()) -> None:
    """Ask, with all that can be tapped; `lead` is said in the same message first, and `first` are its first buttons."""
    message = question_message(session, talk, asked.question, number=asked.number, total=asked.total)
    if lead or first:
        text = f"{lead}\n\n{message.text}" if lead else message.text
        message = Message(text, (*first, *message.buttons), form=message.form)
    session.post(message, key=question_key(talk))


def post_ticks(session: Session, talk: Talk, question: Question) -> None:
    """Show the ticks on the message that holds them."""
    message = question_message(session, talk, question)
    if session.tapped:
        session.post(message, edits=session.tapped)
    else:
        session.post(message, edits_key=question_key(talk))


def post_chosen(session: Session, talk: Talk, question: Question, value: Value) -> None:
    """Take the keyboard away from an answered question and leave her answer standing there instead."""
    text = session.text(f"{talk.flow}.{question.id}", question.text, **about(session, talk))
    if question.kind is not Kind.TEXT:
        text += f"\n\n{TICK}{answer_text(session, talk.flow, question, value)}"
    if session.tapped:
        session.post(Message(text), edits=session.tapped)
    else:
        session.post(Message(text), edits_key=question_key(talk))


def question_message(session: Session, talk: Talk, question: Question, *, number: int = 0, total: int = 0) -> Message:
    """The whole message of a question: words, legend, who reads it, progress, buttons."""
    parts = [session.text(f"{talk.flow}.{question.id}", question.text, **about(session, talk))]
    if question.kind is Kind.SCALE:
        parts.append(f"{question.lowest} – {_end(session, talk, question, 'low')} · "
                     f"{question.highest} – {_end(session, talk, question, 'high')}")  # fmt: skip
    foot = [session.notice(f"reader.{question.reader.value}")] if question.reader is not Reader.NOBODY_SAID else []
    if total > 1 and not question.bare and talk.flow != "urgent" and not talk.changes:
        foot.append(session.notice("question.progress", number=number, total=total))
    if foot:
        parts.append("*" + " ".join(foot) + "*")
    buttons = (*_options(session, talk, question), *_controls(session, talk, question))
    return Message("\n\n".join(parts), buttons, form=_form(session, talk, question))


def answer_text(session: Session, flow: str, question: Question, value: Value, language: str = "") -> str:
    """An answer as she would read it; words are opened."""
    language = language or session.language
    if value is None:
        return say("question.skipped", language)
    if question.kind is Kind.TEXT:
        return session.context.uow.open(session.context.person, str(value))
    return chosen_words(flow, question, value, language)


def _end(session: Session, talk: Talk, question: Question, end: str) -> str:
    return translate(f"{talk.flow}.{question.id}.{end}", getattr(question, end), session.language)


def _options(session: Session, talk: Talk, question: Question) -> Rows:
    match question.kind:
        case Kind.SCALE:
            numbers = range(question.lowest, question.highest + 1)
            return (tuple(Button(str(n), answer_data(talk.id, question.id, str(n))) for n in numbers),)
        case Kind.MANY:
            buttons = [_option(session, talk, question, option) for option in question.options]
            done = Button(session.notice("control.done"), control_data(talk.id, question.id, "done"), "primary")
            return (*_in_rows(buttons, 2), (done,))
        case _:
            buttons = [_option(session, talk, question, option) for option in question.options]
            return _in_rows(buttons, 1 if question.stacked else 2 if len(buttons) > 3 else 3)


def _option(session: Session, talk: Talk, question: Question, option: Option) -> Button:
    label = translate(f"{talk.flow}.{question.id}.{option.id}", option.label, session.language)
    ticked = TICK if option.id in talk.progress.picks else ""
    return Button(ticked + label, answer_data(talk.id, question.id, option.id))


def _controls(session: Session, talk: Talk, question: Question) -> Rows:
    """Skip, back, finish later and urgent help: under every question but the few whose options say it all."""
    if question.bare:
        return ()
    urgent = Button(session.notice("control.urgent"), menu_data("urgent"), "danger")
    if talk.changes:
        skip = [] if question.required else [_control(session, talk, question, "skip")]
        return _in_rows([*skip, _control(session, talk, question, "back", "answers.keep"), urgent], 2)
    words: list[Control] = [
        *(() if question.required else ("skip",)),
        *(("back",) if talk.progress.answers else ()),
        "later",
    ]
    buttons = [_control(session, talk, question, word) for word in words]
    if talk.flow == "urgent":
        return _in_rows(buttons, 3)
    return _in_rows([*buttons, urgent], 2)


def _control(session: Session, talk: Talk, question: Question, word: Control, label: str = "") -> Button:
    return Button(session.notice(label or f"control.{word}"), control_data(talk.id, question.id, word))


def _form(session: Session, talk: Talk, question: Question) -> Form | None:
    if question.kind is not Kind.TEXT:
        return None
    return Form(
        open=session.notice("control.write_private"),
        title=session.notice("form.title"), label=session.notice("form.label"),
        submit=session.notice("form.submit"), cancel=session.notice("form.cancel"),
        data=answer_data(talk.id, question.id, "text"), limit=3000,
    )  # fmt: skip


def _in_rows(buttons: list[Button], width: int) -> Rows:
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))
