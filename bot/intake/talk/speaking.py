"""Composing what a conversation says: a question with its keyboard, a chosen answer, a passage."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from bot.engine.turn import Asked
from bot.facts.goals import goals_spoken_of
from bot.facts.placeholders import Placeholders, about_case, number_of
from bot.intake.talk.finding import found_text
from bot.intake.talk.keeping import Talk
from bot.intake.talk.session import Session
from bot.mentoring.words import mentorship_spoken_of
from bot.words.answers import chosen_words
from bot.words.buttons import Control, answer_data, control_data, menu_data
from bot.words.language import LANGUAGES, fill, say, translate
from bot.words.limits import shortened
from bot.words.outgoing import Button, Form, Message
from flows.closings import CLOSING_URGENT
from flows.conditions import Value
from flows.steps import ALWAYS, Kind, Option, Question, Reader, Say
from flows.wording import Wording
from storage import conversations
from storage.outbox import Priority

Rows = tuple[tuple[Button, ...], ...]
TICK = "✓ "


def question_key(talk: Talk) -> str:
    """The name under which the message with a talk's present question is remembered."""
    return conversations.question_key(talk.id)


def about(session: Session, talk: Talk) -> Mapping[str, object]:
    """Placeholders of what a talk speaks of: its case, what was found for her, her goals, and a mentorship.

    Its case is the one that it asks after, else the last that was made in it.
    """
    case = talk.facts.get("about_case")
    if case:
        return about_case(session.context, case)
    mine = {"case_number": lambda: number_of(session.context, talk.cases[-1])} if talk.cases else {}
    goals = goals_spoken_of(session.context, talk.facts, talk.progress.answers)
    pair = mentorship_spoken_of(session.context, talk.facts, talk.progress.answers)
    return {"resources": partial(found_text, session, talk), **mine, **goals, **pair}


def as_offered(session: Session, talk: Talk, question: Question) -> Question:
    """A question with the options that are there for her now; a label that holds words of hers carries them itself.

    So a button, a number and typed words all lead to what she sees, and the script never holds her words.
    """
    if all(option.when == ALWAYS and "{" not in option.label for option in question.options):
        return question
    situation = talk.progress.seen_with(talk.facts)
    there = [option for option in question.options if option.when.holds(situation)]
    known = Placeholders(session.context, about(session, talk))
    return replace(question, options=tuple(replace(each, label=_filled(talk, question, each, known)) for each in there))


def _filled(talk: Talk, question: Question, option: Option, known: Placeholders) -> str:
    """What she sees in each language; not escaped, because a label has no formatting."""
    if "{" not in option.label:
        return option.label
    context = f"{talk.flow}.{question.id}.{option.id}"
    return Wording({each: translate(context, option.label, each).format_map(known) for each in LANGUAGES})


def post_say(session: Session, talk: Talk, say: Say) -> None:
    """Say a passage, but not what the card that answered her words has just said."""
    if say.id == CLOSING_URGENT and session.supported:
        return
    priority = Priority.EMERGENCY if talk.flow == "urgent" else None
    session.post(session.text(f"{talk.flow}.{say.id}", say.text, **about(session, talk)), priority=priority)


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
        text += fill(f"\n\n{TICK}{{answer}}", {"answer": answer_text(session, talk, question, value)})
    if session.tapped:
        session.post(Message(text), edits=session.tapped)
    else:
        session.post(Message(text), edits_key=question_key(talk))


def question_message(session: Session, talk: Talk, question: Question, *, number: int = 0, total: int = 0) -> Message:
    """The whole message of a question: words, legend, who reads it, progress, buttons."""
    question = as_offered(session, talk, question)
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


def answer_text(session: Session, talk: Talk, question: Question, value: Value, language: str = "") -> str:
    """An answer as she would read it; words are opened."""
    language = language or session.language
    if value is None:
        return say("question.skipped", language)
    if question.kind is Kind.TEXT:
        return session.context.uow.open(session.context.person, str(value))
    known = Placeholders(session.context, about(session, talk))
    return chosen_words(talk.flow, question, value, language, known)


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
    return Button(shortened(ticked + label), answer_data(talk.id, question.id, option.id))


def _controls(session: Session, talk: Talk, question: Question) -> Rows:
    """Skip, back, finish later and urgent help: under every question but the few whose options say it all."""
    if question.bare:
        return ()
    urgent = [Button(session.notice("control.urgent"), menu_data("urgent"), "danger")]
    if any(option.id == "urgent" for option in question.options):
        urgent = []  # it stands there already
    if talk.changes:
        skip = [] if question.required else [_control(session, talk, question, "skip")]
        return _in_rows([*skip, _control(session, talk, question, "back", "answers.keep"), *urgent], 2)
    words: list[Control] = [
        *(() if question.required else ("skip",)),
        *(("back",) if talk.progress.answers else ()),
        "later",
    ]
    buttons = [_control(session, talk, question, word) for word in words]
    if talk.flow == "urgent":
        return _in_rows(buttons, 3)
    return _in_rows([*buttons, *urgent], 2)


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
