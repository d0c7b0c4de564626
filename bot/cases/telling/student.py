"""What the student is told of her case: a receipt when it begins, and each change once."""

from bot.cases.case_file import CaseFile
from bot.cases.rules.deadlines import by_the_clock, next_open
from bot.cases.telling.card import priority_of
from bot.cases.telling.texts import to_student
from bot.facts.context import Context
from bot.facts.placeholders import Placeholders, clock_time, when
from bot.words.buttons import reply_data
from bot.words.language import Trusted
from bot.words.outgoing import Button, Message, pack
from flows.severity import Severity
from storage.cases import Case
from storage.outbox import Priority
from storage.posting import post_to


def news(file: CaseFile, key: str, *, button: str = "", priority: int | None = None, **values: object) -> bool:
    """Tell her something about her case; `button` is the label's key of a way to write back. False: unreachable."""
    return send(file, news_text(file, key, **values), button=button, priority=priority)


def send(file: CaseFile, text: str, *, button: str = "", priority: int | None = None, words: bool = False) -> bool:
    """Put a message to her on its way; `words` are a colleague's, shown exactly as typed."""
    label = to_student(file.context, button) if button else ""
    rows = ((Button(label, reply_data(file.id)),),) if button else ()
    return post_to(
        file.uow, file.context.person, pack(Message(text, rows, plain=words)),
        priority=priority_of(file) if priority is None else priority, case_id=file.case.id,
    )  # fmt: skip


def news_text(file: CaseFile, key: str, **values: object) -> str:
    """A notice about her case, in her language and on her clock."""
    known = {
        "number": file.case.number,
        "reader": reader_of(file.context, file.case),
        "deadline": when(file.context, file.case.deadline_at),
    }
    return to_student(file.context, key, **{**known, **values})


def receipt(file: CaseFile) -> None:
    """Number, who reads it, by when; outside working hours also when that is, and whom to call until then."""
    if file.case.severity >= Severity.EMERGENCY:
        news(file, "case.receipt_emergency", priority=Priority.REPLY)
        return
    parts = [news_text(file, "case.receipt"), *_outside_hours(file)]
    send(file, "\n\n".join(parts), priority=Priority.REPLY)


def numbers_of(context: Context) -> Trusted:
    """The emergency number and the help lines."""
    known = Placeholders(context)
    return Trusted(f"{known['emergency']}, {known['helplines']}")


def reader_of(context: Context, case: Case) -> str:
    """Who reads a case: the assignee; else who is called at an emergency, safeguarding, or her coordinator."""
    assignee = CaseFile(context, case).assignee()
    if assignee:
        return assignee.name
    if case.severity >= Severity.EMERGENCY and context.on_call:
        return context.on_call[0].name
    readers = context.safeguarding if case.restricted else [context.coordinator] if context.coordinator else []
    return readers[0].name if readers else to_student(
        context, "someone.safeguarding" if case.restricted else "someone.coordinator"
    )  # fmt: skip


def _outside_hours(file: CaseFile) -> list[str]:
    case, context = file.case, file.context
    opening = next_open(file.uow.now, context.settings.programme.zone)
    if opening is None:
        return []
    if by_the_clock(case.severity, case.topic, case.restricted):
        return [to_student(context, "case.cannot_wait", numbers=numbers_of(context))]
    return [
        to_student(
            context, "case.outside_hours", numbers=numbers_of(context),
            time=clock_time(context, file.uow.now), next_open=when(context, opening),
        )
    ]  # fmt: skip
