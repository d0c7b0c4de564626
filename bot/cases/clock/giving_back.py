"""Whoever has taken a case and then does nothing: reminded first, then it goes to the next person."""

from bot.cases.case_file import PROGRAM, CaseFile
from bot.cases.clock.truth import tell_her_we_call_again
from bot.cases.rules.deadlines import page_every
from bot.cases.rules.ladder import FRESH, is_called
from bot.cases.rules.life_cycle import GIVE_BACK
from bot.cases.telling.card import log, post_card
from bot.cases.telling.colleagues import call, callable_for, due_for, tell
from bot.cases.telling.holding import end_and_say
from bot.cases.telling.texts import span
from bot.cases.verbs import ON_IT, OPEN
from storage.people import Person


def nudge(file: CaseFile) -> None:
    """Remind whoever has it that it waits for her, with a button that says she is on it."""
    assignee = file.assignee()
    if assignee is None:
        return
    staff = file.context.on_duty(file.parties()).in_place_of(assignee)
    if tell(file, staff, "page.idle", verbs=(OPEN, ON_IT), since=_idle_since(file), deadline=due_for(file, staff)):
        file.note(PROGRAM, "reminded", staff.id)
        log(file, "log.reminded", person=staff.name)


def tell_of_silence(file: CaseFile) -> None:
    """The student has not answered in something urgent: whoever waits for her tries another way."""
    assignee = file.assignee()
    if assignee is None:
        return
    staff = file.context.on_duty(file.parties()).in_place_of(assignee)
    if tell(file, staff, "page.no_answer", verbs=(OPEN,), since=_idle_since(file)):
        file.note(PROGRAM, "reminded", staff.id)
        log(file, "log.reminded", person=staff.name)


def give_back(file: CaseFile) -> Person | None:
    """Take it from whoever has it.

    Gives who that was, for whoever asks the next person; None when nobody is to be asked, because somebody acted
    meanwhile or the next ones are called at once.
    """
    had_it, since = file.assignee(), _idle_since(file)
    cleared = {"assignee_id": "", "taken_at": None, "acted_at": None}
    if had_it is None or not file.move(GIVE_BACK, PROGRAM, had_it.id, **cleared):
        return None
    end_and_say(file)
    log(file, "log.given_back", person=had_it.name, since=since)
    tell(file, had_it, "page.given_back", verbs=(OPEN,), since=since)
    if not is_called(file.case):
        return had_it
    _call_the_deputy(file, had_it)
    return None


def _call_the_deputy(file: CaseFile, had_it: Person) -> None:
    """In an emergency the calls go on, at the deputy."""
    order, deputy = callable_for(file), file.context.on_duty(file.parties()).deputy
    ids = [person.id for person in order]
    turn = ids.index(deputy.id) if deputy and deputy.id in ids else ids.index(had_it.id) + 1 if had_it.id in ids else 0
    file.change(paged=turn + 1)
    call(file, "page.emergency_again", since=_since_alarm(file))
    until = file.uow.now + page_every(file.context.settings)
    file.change(paged=turn + 2, page_at=until, deadline_at=until, climb_at=None, climbed=FRESH)
    post_card(file)
    tell_her_we_call_again(file, had_it)


def _idle_since(file: CaseFile) -> str:
    return span(file.uow.now - (file.case.acted_at or file.case.taken_at or file.case.opened_at))


def _since_alarm(file: CaseFile) -> str:
    return span(file.uow.now - file.alarm_at())
