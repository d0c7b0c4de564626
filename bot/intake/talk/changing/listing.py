"""The list of her answers, each with a button that asks it again; everything on it can be typed."""

from collections.abc import Iterator

from bot.facts.placeholders import when
from bot.intake.talk import opening
from bot.intake.talk.changing import asking
from bot.intake.talk.changing.given import changeable, loaded, recent
from bot.intake.talk.keeping import Talk, load
from bot.intake.talk.session import Session
from bot.intake.talk.speaking import about, answer_text
from bot.words.buttons import EDIT, edit_data
from bot.words.language import fill
from bot.words.outgoing import Button, Message
from flows.cadence import CHECKINS
from flows.steps import Question
from flows.vocabulary import command_of, control_of

MOST_TALKS = 3
_COMMAND = "answers"
_LONGEST_LINE, _LONGEST_LABEL = 90, 30


def show(session: Session) -> None:
    """The answers of her latest check-in, or of her latest talk; buttons lead to the others."""
    talks = _talks(session)
    if talks:
        _show(session, talks[0], talks[1:])
    else:
        session.post(session.notice("answers.none"))


def pressed(session: Session, word: str) -> None:
    """A button of the list, `edit:<talk>` or `edit:<talk>:<step>`; one that has gone stale is answered so."""
    conversation, _, step = word.removeprefix(EDIT).partition(":")
    talk = loaded(session, int(conversation)) if conversation.isdecimal() else None
    if talk is None:
        session.post(session.notice("answers.too_late"))
    elif step:
        asking.ask(session, talk, step)
    else:
        _show(session, talk, [other for other in _talks(session) if other.id != talk.id])


def typed(session: Session, text: str) -> bool:
    """`/answers 3`, or `/answers` with a talk's title and perhaps a number; False: it says something else."""
    words = text.split()
    heads = (place for place in range(len(words) - 1, 0, -1) if _is_command(" ".join(words[:place])))
    head = next(heads, 0)
    number = int(words[-1]) if head and words[-1].isdecimal() else 0
    title = " ".join(words[head:-1] if number else words[head:]).casefold()
    talks = _talks(session) if head else []
    talk = next((talk for talk in talks if not title or title == _title(session, talk).casefold()), None)
    if talk is None:
        return False
    questions = list(changeable(talk))
    if number and number <= len(questions):
        asking.ask(session, talk, questions[number - 1].id)
    else:
        _show(session, talk, [other for other in talks if other.id != talk.id])
    return True


def _is_command(text: str) -> bool:
    return control_of(text) == _COMMAND or (" " not in text and command_of(text) == _COMMAND)


def _talks(session: Session) -> list[Talk]:
    """The newest talks with answers, at most three, the latest check-in first."""
    talks = [load(session.context.uow, session.scripts, row) for row in recent(session)]
    answered = [talk for talk in talks if any(True for _ in changeable(talk))]
    latest = [talk for talk in answered if talk.flow in CHECKINS][:1]
    return [*latest, *(talk for talk in answered if talk not in latest)][:MOST_TALKS]


def _show(session: Session, talk: Talk, others: list[Talk]) -> None:
    questions = list(changeable(talk))
    labels = [_label(session, talk, number, question) for number, question in enumerate(questions, start=1)]
    buttons = [
        Button(label, edit_data(talk.id, question.id)) for label, question in zip(labels, questions, strict=True)
    ]
    rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    rows += [(Button(_named(session, "answers.other", other), edit_data(other.id)),) for other in others]
    lines = (_named(session, "answers.which", talk), *_lines(session, talk, questions))
    session.post(Message("\n".join(lines), tuple(rows)))


def _lines(session: Session, talk: Talk, questions: list[Question]) -> Iterator[str]:
    for number, question in enumerate(questions, start=1):
        asked = session.text(f"{talk.flow}.{question.id}", question.text, **about(session, talk))
        answer = answer_text(session, talk, question, talk.progress.answers[question.id])
        shown = {"asked": _short(asked.replace("*", ""), _LONGEST_LINE), "answer": _short(answer, _LONGEST_LINE)}
        yield fill(f"{number}. {{asked}} – {{answer}}", shown)


def _label(session: Session, talk: Talk, number: int, question: Question) -> str:
    answer = answer_text(session, talk, question, talk.progress.answers[question.id])
    return f"{number}. {_short(answer, _LONGEST_LABEL)}"


def _named(session: Session, key: str, talk: Talk) -> str:
    return session.notice(key, title=_title(session, talk), when=when(session.context, talk.row.opened_at))


def _title(session: Session, talk: Talk) -> str:
    return opening.title_of(session, talk.row)


def _short(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
