"""Something a person must look at was heard: a case opens, or a line is added to the one that is open about it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import metrics
from bot.cases.case_file import ADDED, CREATED, PROGRAM, RAISED, CaseFile
from bot.cases.rules.deadlines import respond_by
from bot.cases.rules.life_cycle import ALARM, ANSWER, RESOLVED, UNTAKEN, WAITING
from bot.cases.telling import alarm
from bot.cases.telling.card import log, post_card
from bot.cases.telling.colleagues import tell
from bot.cases.telling.student import news, receipt
from bot.cases.telling.texts import plain, severity_word, source_word
from bot.facts.context import Context
from flows.severity import Severity
from storage.cases import Case, find_case, open_case, unresolved_of
from storage.outbox import Priority
from storage.people import change_person

_STILL_ON_IT = timedelta(hours=1)
"""Whoever took an emergency less than this ago is taken to be on it: more of the same does not call everyone again."""


@dataclass(frozen=True, slots=True)
class Concern:
    """What was heard, and how soon a person must look.

    `topic` is as coarse as a card may show: safety, wellbeing, workload, practical. `restricted` is for safeguarding
    and the named coordinator only. `source` is the conversation it was said in, or `message`. `lines` are triples of
    kind (flag, words, answer), body in plain text, and marks: the ids of the flag or the patterns.
    """

    topic: str
    severity: Severity
    restricted: bool
    source: str
    lines: tuple[tuple[str, str, str], ...]


def hear(context: Context, concern: Concern) -> Case:
    """Open a case, or add to hers that is unresolved, of the same topic and equally restricted.

    Severity only rises; a deadline that is running only gets earlier.

    Raises:
        ValueError: the severity is below attention, which makes no case.
    """
    if concern.severity < Severity.ATTENTION:
        raise ValueError(f"{concern.severity.word} makes no case: only attention and above are for a person to look at")
    theme = (concern.topic, concern.restricted)
    open_cases = unresolved_of(context.uow.db, context.person.id)
    found = next((case for case in open_cases if (case.topic, case.restricted) == theme), None)
    file = _add(CaseFile(context, found), concern) if found else _open(context, concern)
    if concern.severity >= Severity.URGENT:
        change_person(context.uow.db, context.person.id, urgent_at=context.now)
    return file.case


def add_words(context: Context, case: Case, kind: str, body: str, source: str) -> None:
    """What she says in a case lands in it: a waiting one goes back to whoever has it, a closed one opens again.

    `kind` is words or answer: the further answers of a talk are added quietly, since its flag has been told.
    """
    file = CaseFile(context, find_case(context.uow.db, case.id or 0) or case)
    file.add_line(kind, body, source=source)
    before = file.case.state
    if kind == "answer" and before not in (WAITING, RESOLVED):
        return
    clock = {} if before not in (WAITING, RESOLVED) else {"deadline_at": _deadline(file)}
    again = {"resolved_at": None, "outcome": "", "page_at": alarm.next_page(file)} if before == RESOLVED else {}
    file.move(ANSWER, context.person.id, **clock, **again)
    log(file, "log.student_wrote")
    if assignee := file.assignee():
        tell(file, assignee, "page.student_wrote")
    if file.case.state != before:
        post_card(file)
    if before == RESOLVED:
        log(file, "log.reopened_by_student")
        news(file, "case.reopened")


def _open(context: Context, concern: Concern) -> CaseFile:
    zone, now = context.settings.programme.zone, context.now
    deadline = respond_by(concern.severity, concern.topic, concern.restricted, now, zone)
    case = Case(
        person_id=context.person.id, topic=concern.topic, severity=int(concern.severity), restricted=concern.restricted,
        source=concern.source, language=context.language, opened_at=now, deadline_at=deadline,
    )  # fmt: skip
    file = CaseFile(context, open_case(context.uow.db, case))
    file.note(context.person.id, CREATED, concern.severity.word)
    metrics.case_opened(concern.severity.word)
    _write_down(file, concern)
    post_card(file, first=True)
    language = context.team_language
    log(
        file, "log.opened", "log.thread_private", severity=severity_word(file.case, language),
        topic_word=plain(f"card_topic.{concern.topic}", language), source_word=source_word(concern.source, language),
    )  # fmt: skip
    alarm.raise_alarm(file)
    receipt(file)
    return file


def _add(file: CaseFile, concern: Concern) -> CaseFile:
    raised = concern.severity > file.case.severity
    before = file.case
    _write_down(file, concern)
    file.note(file.context.person.id, ADDED, concern.severity.word)
    if raised:
        file.change(severity=int(concern.severity))
        file.note(PROGRAM, RAISED, concern.severity.word)
    file.change(deadline_at=_deadline(file) if before.state == WAITING else min(before.deadline_at, _deadline(file)))
    alarming = _must_be_taken_anew(file, concern, raised)
    if not alarming and file.case.state == WAITING:
        file.move(ANSWER, file.context.person.id)
    log(file, "log.raised" if raised else "log.added", severity=severity_word(file.case, file.context.team_language))
    told = alarm.raise_alarm(file) if raised or alarming else set()
    assignee = file.assignee()
    if assignee and assignee.id not in told:
        tell(file, assignee, "page.student_wrote")
    post_card(file)
    if raised:
        emergency = concern.severity >= Severity.EMERGENCY
        news(file, "case.raised_emergency" if emergency else "case.raised", priority=Priority.REPLY)
    return file


def _must_be_taken_anew(file: CaseFile, concern: Concern, raised: bool) -> bool:
    """An emergency in a case that somebody took for something lesser, or long ago, calls people again."""
    if concern.severity < Severity.EMERGENCY or file.case.state in UNTAKEN:
        return False
    lately = file.case.taken_at is not None and file.uow.now - file.case.taken_at < _STILL_ON_IT
    if lately and not raised:
        return False
    return file.move(ALARM, file.context.person.id, taken_at=None)


def _write_down(file: CaseFile, concern: Concern) -> None:
    for kind, body, marks in concern.lines:
        file.add_line(kind, body, source=concern.source, severity=int(concern.severity), marks=marks)


def _deadline(file: CaseFile) -> datetime:
    case = file.case
    return respond_by(case.severity, case.topic, case.restricted, file.uow.now, file.context.settings.programme.zone)
