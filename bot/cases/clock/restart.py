"""The clock of a case begins anew: called wherever somebody acts, its state changes or its deadline moves."""

from datetime import datetime

from bot.cases.case_file import CaseFile
from bot.cases.rules.ladder import ASKED, started
from storage import outbox
from storage.people import accounts_of


def restart_clock(file: CaseFile, *, not_after: datetime | None = None) -> None:
    """Begin the clock anew in the state that the case is in now.

    Untaken: `deadline_at` is when somebody must have taken it. Taken: when whoever has it must have acted, and
    `acted_at` is now. Waiting for her or resolved: nothing is due. `not_after` is a promise that is not put off.
    """
    take_back_apology(file)
    file.change(**started(file.case, file.uow.now, file.context.settings, not_after))


def apology_key(case_id: int) -> str:
    """The name of what she is told in the morning about a case that was late in the night."""
    return f"late:{case_id}"


def take_back_apology(file: CaseFile) -> None:
    """What she was to be told in the morning is no longer true."""
    if file.case.climbed < ASKED:
        return
    for account in accounts_of(file.uow.db, file.case.person_id):
        outbox.withdraw(file.uow.db, account.platform, apology_key(file.id))
