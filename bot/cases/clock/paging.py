"""An emergency that nobody has taken: somebody is called again and again, and she is told the truth about it."""

from bot.cases.case_file import CaseFile, load_file
from bot.cases.clock.apart import MOST_AT_ONCE, each_apart
from bot.cases.rules.deadlines import page_every
from bot.cases.rules.rota import place_in
from bot.cases.telling.card import post_card
from bot.cases.telling.colleagues import call, callable_for
from bot.cases.telling.student import news
from bot.cases.telling.texts import span
from bot.config import Settings
from storage.cases import Case, changes_of, claim_page, to_page
from storage.unit_of_work import UnitOfWork

_TOLD_EVERY_TIME, _THEN_EVERY = 3, 3


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
    paged = [change for change in changes_of(file.uow.db, [file.id]) if change.what == "paged" and change.at > since]
    if len(paged) < len(callable_for(file)):
        file.change(page_at=file.uow.now, paged=max(file.case.paged, 2))  # the first of all is called twice


def _page(file: CaseFile) -> None:
    calls_before, order = file.case.paged, callable_for(file)
    another = bool(order) and place_in(order, calls_before) != place_in(order, calls_before - 1)
    call(file, "page.emergency_again", since=span(file.uow.now - file.alarm_at()))
    file.read_again()
    post_card(file)
    if calls_before <= _TOLD_EVERY_TIME or calls_before % _THEN_EVERY == 0:
        # Two texts in turn: the same block never stands twice within ten minutes.
        news(file, "urgent.nobody_yet" if calls_before % 2 else "urgent.next_person" if another else "urgent.go_on")
