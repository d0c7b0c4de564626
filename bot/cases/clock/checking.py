"""The day on which somebody wanted to look at a case again: whoever has it is told, once."""

from datetime import timedelta

from bot.cases.case_file import PROGRAM, load_file
from bot.cases.clock.apart import MOST_AT_ONCE, each_apart
from bot.cases.telling.card import log
from bot.cases.telling.colleagues import responsible, tell
from bot.config import Settings
from storage.cases import Case, claim_check, to_check
from storage.unit_of_work import UnitOfWork

_FURTHEST = timedelta(days=3660)
"""Nobody plans further ahead; what is later comes from a clock that was wrong."""


def check_due(uow: UnitOfWork, settings: Settings) -> int:
    """Remind of every case whose day has come, at most `MOST_AT_ONCE`; gives of how many."""

    def remind(case: Case) -> bool:
        file = load_file(uow, settings, case.id or 0)
        if not claim_check(uow.db, case) or file is None:
            return False
        assignee = file.assignee()
        for staff in [assignee] if assignee else responsible(file).values():
            if tell(file, staff, "page.check"):
                file.note(PROGRAM, "reminded", staff.id)
        log(file, "log.check")
        return True

    return each_apart(uow, to_check(uow.db, uow.now, uow.now + _FURTHEST, MOST_AT_ONCE), "check_at", remind)
