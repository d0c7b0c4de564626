"""What a student is told when she asks: her cases, who has them and who has read her words; and whether help comes."""

from bot.cases.case_file import CaseFile
from bot.cases.rules.ladder import is_called
from bot.cases.rules.life_cycle import RESOLVED, UNTAKEN, WAITING
from bot.cases.telling.asked import has_climbed
from bot.cases.telling.student import news_text, reader_of
from bot.cases.telling.texts import to_student
from bot.facts.context import Context
from bot.facts.placeholders import clock_time, when
from bot.words.language import Trusted
from flows.severity import Severity
from storage.cases import Case, CaseChange, cases_of, changes_of, unresolved_of
from storage.people import Person, find_people

_MOST = 10
_MOST_OPENINGS = 5


def status_message(context: Context) -> str:
    """Her cases, the newest first: number, state, who has it, by when, and who opened it at what time."""
    cases = cases_of(context.uow.db, context.person.id)[:_MOST]
    if not cases:
        return to_student(context, "cases.none")
    told = ("\n".join(about_case(CaseFile(context, case))) for case in cases)
    return "\n\n".join((to_student(context, "cases.title"), *told))


def urgent_status(context: Context) -> str:
    """Where her urgent matter stands: who has seen it and when, or that nobody has answered yet and whom to call."""
    case = _gravest(context)
    if case is None:
        return status_message(context)
    file = CaseFile(context, case)
    seen = _first_seen(file)
    if seen:
        person, change = seen
        key = "urgent.seen" if case.state in UNTAKEN else "urgent.taken"
        return to_student(context, key, role=person.name, person=person.name, time=clock_time(context, change.at))
    if case.severity >= Severity.EMERGENCY:
        return to_student(context, "urgent.nobody_yet")
    return news_text(file, "urgent.late" if _is_late(file) else "urgent.told")


def _gravest(context: Context) -> Case | None:
    urgent = [case for case in unresolved_of(context.uow.db, context.person.id) if case.severity >= Severity.URGENT]
    return max(urgent, key=lambda case: (case.severity, case.id or 0), default=None)


def _first_seen(file: CaseFile) -> tuple[Person, CaseChange] | None:
    """Whoever has it, since when; else whoever opened it first since the alarm. None: no person has seen it."""
    changes = changes_of(file.uow.db, [file.id], ("opened", "taken"))
    if file.case.state in UNTAKEN:
        alarm = file.alarm_at()
        seen = [change for change in changes if change.what == "opened" and change.at >= alarm]
    else:
        seen = [change for change in changes if change.what == "taken" and change.who == file.case.assignee_id][-1:]
    people = find_people(file.uow.db, {change.who for change in seen})
    return next(((people[change.who], change) for change in seen if change.who in people), None)


def about_case(file: CaseFile) -> list[str]:
    """The lines about one case: number, topic and state, when it began, who has it or reads it, who has opened it."""
    case, context = file.case, file.context
    first = to_student(
        context, "cases.line", number=case.number,
        topic_word=to_student(context, f"topic.{case.topic}"), state_word=to_student(context, f"state.{case.state}"),
    )  # fmt: skip
    began = to_student(context, "cases.opened_on", time=when(context, case.opened_at))
    return [first, began, *_standing(file), *_openings(file)]


def _standing(file: CaseFile) -> list[str]:
    """Who has it, and by when she hears of it."""
    case, context, assignee = file.case, file.context, file.assignee()
    person = assignee.name if assignee else ""
    if case.state == RESOLVED:
        return [to_student(context, "cases.resolved_on", time=when(context, case.resolved_at or case.opened_at))]
    if case.state in UNTAKEN:
        return [to_student(context, "cases.nobody_has_it"), *_who_reads(file)]
    if case.state == WAITING:
        return [to_student(context, "cases.waits_for", person=person)]
    has_it = news_text(file, "cases.has_it", person=reader_of(file))
    return [has_it, news_text(file, "cases.deadline")] if file.uow.now <= case.deadline_at else [has_it]


def _who_reads(file: CaseFile) -> list[str]:
    """Who reads it by when, as far as that is true; else who was asked last."""
    if is_called(file.case):
        return [to_student(file.context, "urgent.nobody_yet")]
    late = [news_text(file, "late.standing")] if _is_late(file) else []
    return [*late, news_text(file, "cases.reader")] if file.uow.now <= file.case.deadline_at else late


def _is_late(file: CaseFile) -> bool:
    return has_climbed(file.case) or file.uow.now > file.case.deadline_at


def _openings(file: CaseFile) -> list[str]:
    """The last openings, by role and not by name."""
    openings = changes_of(file.uow.db, [file.id], ["opened"])
    if not openings:
        return [to_student(file.context, "cases.not_opened")]
    people = find_people(file.uow.db, {change.who for change in openings})
    return [_opening(file.context, change, people) for change in openings[-_MOST_OPENINGS:]]


def _opening(context: Context, change: CaseChange, people: dict[str, Person]) -> str:
    role = people[change.who].role if change.who in people else "coordinator"
    opener = Trusted(to_student(context, f"role.{role}"))
    today = change.at.astimezone(context.zone).date() == context.local_now.date()
    time = clock_time(context, change.at) if today else when(context, change.at)
    return to_student(context, "cases.opened_by", opener=opener, time=time)
