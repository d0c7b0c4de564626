"""What the student is told of her case: a receipt when it begins, and each change once."""

from collections.abc import Sequence
from datetime import datetime

from bot.cases.case_file import CaseFile
from bot.cases.rules.alternates import first_reader
from bot.cases.rules.deadlines import by_the_clock, next_open
from bot.cases.rules.rota import on_call_for
from bot.cases.telling.asked import asked_of
from bot.cases.telling.card import priority_of
from bot.cases.telling.night import her_morning
from bot.cases.telling.texts import to_student
from bot.facts.context import Context
from bot.facts.placeholders import Placeholders, clock_time, when
from bot.words.buttons import reply_data
from bot.words.language import Trusted
from bot.words.outgoing import Button, Message, pack
from flows.severity import Severity
from storage.cases import find_case
from storage.outbox import Priority, withdraw
from storage.people import Person
from storage.posting import post_to, reachable_account


def news(file: CaseFile, key: str, *, button: str = "", priority: int | None = None, **values: object) -> bool:
    """Tell her something about her case; `button` is the label's key of a way to write back. False: unreachable."""
    return send(file, news_text(file, key, **values), button=button, priority=priority)


def send(
    file: CaseFile, text: str, *, button: str = "", more: tuple[tuple[Button, ...], ...] = (),
    priority: int | None = None, words: bool = False, key: str = "", not_before: datetime | None = None,
) -> bool:  # fmt: skip
    """Put a message to her on its way; `words` are a colleague's, shown as typed; `more` are further buttons.

    `key` names it, to take it back while it waits: for `not_before`, else for her morning where it can wait.
    """
    label = to_student(file.context, button) if button else ""
    rows = (*(((Button(label, reply_data(file.id)),),) if button else ()), *more)
    return post_to(
        file.uow, file.context.person, pack(Message(text, rows, plain=words)),
        priority=priority_of(file) if priority is None else priority, case_id=file.case.id, key=key,
        not_before=not_before or her_morning(file, words=words),
    )  # fmt: skip


def news_text(file: CaseFile, key: str, **values: object) -> str:
    """A notice about her case, in her language and on her clock."""
    duty = file.context.on_duty(file.parties())
    known: dict[str, object] = {
        "number": file.case.number,
        "reader": lambda: reader_of(file),
        "deadline": when(file.context, file.case.deadline_at),
        # Whom she is told of is never somebody it is kept from.
        "coordinator": lambda: _name(file, [duty.coordinator] if duty.coordinator else [], "coordinator"),
        "safeguarding": lambda: _name(file, duty.safeguarding, "safeguarding"),
        "role": lambda: _name(file, duty.on_call, "role"),
    }
    return to_student(file.context, key, **{**known, **values})


def receipt(file: CaseFile) -> None:
    """Number, who reads it, by when; outside working hours also when that is, and whom to call until then.

    Of several cases that begin in one turn she gets one receipt, which lists them.
    """
    before = [CaseFile(file.context, case) for id_ in file.context.receipted if (case := find_case(file.uow.db, id_))]
    files = [*before, file]
    if before and (account := reachable_account(file.uow, file.context.person.id)):
        withdraw(file.uow.db, account.platform, _receipt_key(before[-1].id))
    file.context.receipted.append(file.id)
    said = [_receipt_text(each, also=place > 0) for place, each in enumerate(files)]
    until_then = dict.fromkeys(line for each in files for line in _outside_hours(each))
    send(file, "\n\n".join((*said, *until_then)), priority=Priority.REPLY, key=_receipt_key(file.id))


def _receipt_text(file: CaseFile, *, also: bool) -> str:
    if file.case.severity >= Severity.EMERGENCY:
        return news_text(file, "case.receipt_emergency")
    return news_text(file, "case.receipt_also" if also else "case.receipt")


def _receipt_key(case_id: int) -> str:
    return f"receipt:{case_id}"


def numbers_of(context: Context) -> Trusted:
    """The emergency number and the help lines."""
    known = Placeholders(context)
    return Trusted(f"{known['emergency']}, {known['helplines']}")


def reader_of(file: CaseFile) -> str:
    """Who reads a case: who was asked last; else the assignee, who is called at an emergency, or who reads first."""
    case, context, kept = file.case, file.context, file.parties()
    if asked := asked_of(file):
        return asked[-1].name
    if assignee := file.assignee():
        return context.on_duty(kept).in_place_of(assignee).name
    called = on_call_for(context, kept) if case.severity >= Severity.EMERGENCY else []
    first = first_reader(context, case, kept)
    return _name(file, called or ([first] if first else []), "safeguarding" if case.restricted else "coordinator")


def _name(file: CaseFile, people: Sequence[Person], otherwise: str) -> str:
    """Whoever comes first, or a word for somebody the roster does not name."""
    return people[0].name if people else to_student(file.context, f"someone.{otherwise}")


def _outside_hours(file: CaseFile) -> list[str]:
    case, context = file.case, file.context
    if case.severity >= Severity.EMERGENCY:
        return []
    opening = next_open(file.uow.now, context.settings)
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
