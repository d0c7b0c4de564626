"""An emergency that nobody has taken: somebody is called again and again, and she is told the truth about it."""

from datetime import datetime, timedelta

from bot.cases.case_file import CaseFile, load_file
from bot.cases.clock.apart import MOST_AT_ONCE, each_apart
from bot.cases.rules.deadlines import page_every
from bot.cases.rules.rota import place_in
from bot.cases.telling.card import post_card
from bot.cases.telling.colleagues import call, callable_for
from bot.cases.telling.student import news
from bot.cases.telling.texts import span
from bot.config import Settings
from bot.facts.checkin_time import is_quiet
from storage.cases import Case, changes_of, claim_page, to_page
from storage.unit_of_work import UnitOfWork

_TOLD_EVERY_TIME, _THEN_EVERY = 3, 3
_FIRST_DAY, _LATER_EVERY = timedelta(days=1), timedelta(hours=3)
"""On the first day she is told at night too: somebody is being called for her. A text each half hour for days, or one
that wakes her to say that nothing is new, helps nobody: /cases and whatever she writes still tell her."""


def page_due(uow: UnitOfWork, settings: Settings) -> int:
    """Call whose turn it is for every emergency that is due; gives for how many cases.

    However long the program was down, each case is called once, and then every few minutes.
    """
    until = uow.now + page_every(settings)

    def page(case: Case) -> bool:
        file = load_file(uow, settings, case.id or 0)
        if file is None or not claim_page(uow.db, case, until):
            return False
        _page(file)
        return True

    return each_apart(uow, to_page(uow.db, uow.now, until, MOST_AT_ONCE), "page_at", page)


def call_next_soon(file: CaseFile) -> None:
    """Somebody who was called could not be reached: call the next at once, but go round the rota only once.

    Where nobody can be reached, what fails at once would else be tried again at once, without end.
    """
    since = file.uow.now - page_every(file.context.settings)
    paged = [change for change in changes_of(file.uow.db, [file.id], ["paged"]) if change.at > since]
    if len(paged) < len(callable_for(file)):
        file.change(page_at=file.uow.now, paged=max(file.case.paged, 2))  # the first of all is called twice


def _page(file: CaseFile) -> None:
    calls_before, due, order = file.case.paged, file.case.page_at or file.uow.now, callable_for(file)
    another = bool(order) and place_in(order, calls_before) != place_in(order, calls_before - 1)
    call(file, "page.emergency_again", since=span(file.uow.now - file.alarm_at()))
    file.read_again()
    post_card(file)
    if _tells_her(file, calls_before, due - page_every(file.context.settings)):
        # Two texts in turn: the same block never stands twice within ten minutes.
        news(file, "urgent.nobody_yet" if calls_before % 2 else "urgent.next_person" if another else "urgent.go_on")


def _tells_her(file: CaseFile, calls: int, last: datetime) -> bool:
    """Whether she reads of this call; `last` is when somebody was called before."""
    alarm, now, context = file.alarm_at(), file.uow.now, file.context
    if now - alarm <= _FIRST_DAY:
        return calls <= _TOLD_EVERY_TIME or calls % _THEN_EVERY == 0
    anew = (now - alarm) // _LATER_EVERY > (last - alarm) // _LATER_EVERY
    return anew and not is_quiet(now, context.zone, context.settings)
