"""The clock's part: an emergency that nobody has taken is called again, and she is told the truth about it."""

from bot.cases.case_file import CaseFile, load_file
from bot.cases.rules.deadlines import PAGE_EVERY
from bot.cases.telling.card import post_card
from bot.cases.telling.colleagues import call
from bot.cases.telling.student import news
from bot.cases.telling.texts import span
from bot.config import Settings
from storage.cases import claim_page, to_page
from storage.unit_of_work import UnitOfWork

_TOLD_EVERY_TIME, _THEN_EVERY = 3, 3


def page_due(uow: UnitOfWork, settings: Settings) -> int:
    """Call the next person for every emergency that is due; gives for how many cases.

    However long the program was down, each case is called once, and then every ten minutes.
    """
    files = (load_file(uow, settings, case.id or 0) for case in to_page(uow.db, uow.now))
    due = [file for file in files if file and claim_page(uow.db, file.case, uow.now + PAGE_EVERY)]
    for file in due:
        _page(file)
    return len(due)


def _page(file: CaseFile) -> None:
    calls_before = file.case.paged
    call(file, "page.emergency_again", since=span(file.uow.now - file.alarm_at()))
    file.read_again()
    post_card(file)
    if calls_before <= _TOLD_EVERY_TIME or calls_before % _THEN_EVERY == 0:
        # Two texts in turn: the same block never stands twice within ten minutes.
        news(file, "urgent.nobody_yet" if calls_before % 2 else "urgent.next_person")
