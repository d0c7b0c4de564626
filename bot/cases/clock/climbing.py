"""A case in which nobody acts climbs: a reminder, the deputy, the lead; and she is told the truth at each change.

Somebody who has taken a case and then does nothing is reminded and loses it, and the climb goes on at the deputy.
"""

from functools import partial

from bot import log as program_log
from bot.cases.case_file import PROGRAM, CaseFile, load_file
from bot.cases.clock.apart import MOST_AT_ONCE, each_apart
from bot.cases.clock.giving_back import give_back, nudge, tell_of_silence
from bot.cases.clock.truth import tell_her_who_was_asked
from bot.cases.rules.ladder import Rung, Step, furthest, is_called, mended, next_rung
from bot.cases.rules.rota import to_ask
from bot.cases.telling.asked import ASKED_CHANGE, missed_of, named_to_her
from bot.cases.telling.card import log, post_card
from bot.cases.telling.colleagues import due_for, may_act, responsible, tell
from bot.cases.telling.texts import span
from bot.config import Settings
from flows.severity import Severity
from storage.cases import Case, change_case, claim_climb, climbing, to_climb
from storage.people import Person
from storage.unit_of_work import UnitOfWork

_log = program_log.get_logger(__name__)


def climb_due(uow: UnitOfWork, settings: Settings) -> int:
    """Do the next step in every case in which nobody acted in time, at most `MOST_AT_ONCE`; gives in how many.

    However long the program was down, each case takes one step, and then waits for the next in its own time.
    """
    due = to_climb(uow.db, uow.now, furthest(uow.now, settings), MOST_AT_ONCE)
    return each_apart(uow, due, "climb_at", partial(_climb, uow, settings))


def mend_clocks(uow: UnitOfWork, settings: Settings) -> int:
    """Set right what is due later than its rule can give; gives how many. It looks at every case that waits."""
    wrong = [(case, columns) for case in climbing(uow.db) if (columns := mended(case, uow.now, settings))]
    for case, columns in wrong:
        change_case(uow.db, case.id or 0, **columns)
    return len(wrong)


def _climb(uow: UnitOfWork, settings: Settings, case: Case) -> bool:
    if columns := mended(case, uow.now, settings):
        return claim_climb(uow.db, case, **columns)
    rung = next_rung(case, uow.now, settings)
    clock = {"climbed": rung.climbed, "climb_at": rung.climb_at, "deadline_at": rung.deadline_at}
    if not claim_climb(uow.db, case, **clock) or (file := load_file(uow, settings, case.id or 0)) is None:
        return False
    _do(file, rung, case)
    return True


def _do(file: CaseFile, rung: Rung, before: Case) -> None:
    match rung.step:
        case Step.REMIND:
            _remind(file)
        case Step.ASK:
            ask(file, before)
        case Step.NUDGE:
            nudge(file)
        case Step.NO_ANSWER:
            tell_of_silence(file)
        case Step.GIVE_BACK:
            if lost_it := give_back(file):
                ask(file, before, lost_it)
        case Step.REST if is_called(file.case) and file.case.page_at is None:
            file.change(page_at=file.uow.now)  # one from before cases climbed
        case Step.REST:
            pass


def _remind(file: CaseFile) -> None:
    """Tell whoever should take it, before the promise is broken."""
    duty = file.context.on_duty(file.parties())
    for staff in map(duty.in_place_of, _readers(file)):
        if may_act(file, staff) and tell(file, staff, "page.remind", deadline=due_for(file, staff)):
            file.note(PROGRAM, "reminded", staff.id)
            log(file, "log.reminded", person=staff.name)


def ask(file: CaseFile, before: Case, lost_it: Person | None = None) -> None:
    """Ask the next person, and tell her; `before` is the case before this step, `lost_it` who had it until now."""
    failed = {person.id for person in named_to_her(file)}
    asked = _tell_the_next(file, before, lost_it, failed)
    for person in asked:
        file.note(PROGRAM, ASKED_CHANGE, person.id)
        log(file, "log.asked", person=person.name)
    if not asked:
        _log.error("nobody can be asked about a case that is late: mend the roster", case=file.case.number)
        log(file, "log.nobody_to_ask")
        file.change(deadline_at=before.deadline_at)  # nobody can keep a new promise
    post_card(file)
    tell_her_who_was_asked(file, asked, lost_it, anew=any(person.id not in failed for person in asked))


def _tell_the_next(file: CaseFile, before: Case, lost_it: Person | None, failed: set[str]) -> list[Person]:
    """Write to the next group of the ladder in which anybody can be reached; gives who that was."""
    left_out = {lost_it.id} if lost_it else {before.assignee_id}
    told, missed = {person.id for person in _readers(file)}, missed_of(file)
    since = span(file.uow.now - file.alarm_at())
    groups = to_ask(file.context, file.parties() | left_out, file.case.climbed, told, failed)
    for group in (*([person for person in group if person.id not in missed] for group in groups), *groups):
        if reached := [person for person in group if tell(file, person, "page.asked", since=since)]:
            return reached
    return []


def _readers(file: CaseFile) -> list[Person]:
    """Who should take it: whoever it was handed to; of what is urgent all who were told of it; else who reads it."""
    if assignee := file.assignee():
        return [assignee]
    if file.case.severity >= Severity.URGENT:
        return list(responsible(file).values())
    duty = file.context.on_duty(file.parties())
    return duty.safeguarding if file.case.restricted else [duty.coordinator] if duty.coordinator else []
