"""A notice about a case could not be sent: that is an alarm of its own, told on the ways that are left.

It ends: what is told here about a message to a person is told in the card's thread, and a line of the thread that
cannot be sent is no alarm.
"""

from collections.abc import Collection
from datetime import timedelta

from bot.cases.case_file import PROGRAM, CaseFile, load_file
from bot.cases.clock.paging import call_next_soon
from bot.cases.rules.ladder import ASKED_LEAD, is_called
from bot.cases.rules.life_cycle import UNTAKEN
from bot.cases.telling.asked import MISSED_CHANGE, asked_of, has_climbed, missed_of
from bot.cases.telling.card import card_key, log, post_card
from bot.cases.telling.colleagues import (
    callable_for,
    post_to_second_channel,
    responsible,
    second_channel,
    tell,
    ways_to,
)
from bot.cases.telling.student import news
from bot.cases.telling.texts import language_of, plain
from bot.config import Settings
from bot.facts.desk import Address
from flows.severity import Severity
from storage import outbox
from storage.cases import clear_undelivered, mark_undelivered
from storage.outbox import OutboxRow, anyone_told
from storage.people import Person, accounts_of, people_with_role
from storage.posting import reachable_account
from storage.unit_of_work import UnitOfWork

LATE_AFTER = timedelta(minutes=10)
"""How long a message to a student may be on its way before her card says so."""
_NOT_DELIVERED = "undelivered"


def notice_died(uow: UnitOfWork, settings: Settings, row: OutboxRow) -> None:
    """Tell people that this notice about a case was given up; a row without a case concerns nobody here.

    The card: colleagues are told directly, and the second channel. A colleague's message: the thread, and in an
    emergency the next on the rota at once. A message to the student: the thread, and whoever has the case. When no
    way to the team is left, the student is told the truth.
    """
    file = load_file(uow, settings, row.case_id) if row.case_id else None
    if file is None:
        return
    if row.key == card_key(file.id):
        _card_died(file, row)
    elif _is_hers(file, row):
        _news_died(file)
    else:
        _colleague_missed(file, row)


def news_waits(uow: UnitOfWork, settings: Settings) -> int:
    """The clock's part: say of which cases a message to the student has been waiting for long; gives of how many."""
    late = outbox.late_news(uow.db, uow.now - LATE_AFTER)
    new = [case_id for case_id, since in late if mark_undelivered(uow.db, case_id, since)]
    for case_id in new:
        if file := load_file(uow, settings, case_id):
            log(file, "log.news_waits")
            post_card(file)
    return len(new)


def news_arrived(uow: UnitOfWork, settings: Settings, case_ids: Collection[int]) -> None:
    """The student was reached about these cases: what their cards said of it is over."""
    for case_id in clear_undelivered(uow.db, case_ids):
        if file := load_file(uow, settings, case_id):
            log(file, "log.delivered_again_but" if outbox.refused_news(uow.db, case_id) else "log.delivered_again")
            post_card(file)


def _card_died(file: CaseFile, row: OutboxRow) -> None:
    told = [staff for staff in _whom_it_concerns(file).values() if tell(file, staff, "page.card_failed")]
    post_to_second_channel(file, "page.card_failed")
    if not told:
        _tell_her_the_truth(file, row)


def _news_died(file: CaseFile) -> None:
    log(file, "log.news_failed")
    if mark_undelivered(file.uow.db, file.id, file.uow.now):
        file.read_again()
        post_card(file)
    assignee = file.assignee()
    unreachable = reachable_account(file.uow, file.case.person_id) is None
    for staff in [assignee] if assignee else responsible(file).values():
        reason = plain("failed.unreachable" if unreachable else "failed.refused", language_of(staff, file.context))
        tell(file, staff, "news.not_delivered", reason_word=reason)


def _colleague_missed(file: CaseFile, row: OutboxRow) -> None:
    missed = _whose(file, row)
    if missed:
        log(file, "log.page_failed", person=missed.name)
        file.note(PROGRAM, MISSED_CHANGE, missed.id)
    else:
        log(file, "log.second_channel_failed")
    if missed and is_called(file.case):
        call_next_soon(file)
    if missed and _was_asked_last(file, missed) and (file.case.climbed < ASKED_LEAD or _others_are_left(file)):
        file.change(climb_at=file.uow.now)  # the next tick asks the lead, or whoever is left, and tells her so
    _tell_her_the_truth(file, row)


def _was_asked_last(file: CaseFile, staff: Person) -> bool:
    """She was told that this colleague would answer."""
    return has_climbed(file.case) and staff.id in {person.id for person in asked_of(file)[-1:]}


def _others_are_left(file: CaseFile) -> bool:
    """Somebody on the rota has neither been asked nor been out of reach."""
    done = missed_of(file) | {person.id for person in asked_of(file)}
    return any(person.id not in done for person in callable_for(file))


def _tell_her_the_truth(file: CaseFile, row: OutboxRow) -> None:
    """Once, when it cannot wait and nothing about this case has reached anybody on the team."""
    if file.case.severity < Severity.URGENT or file.case.state not in UNTAKEN:
        return
    if anyone_told(file.uow.db, file.id, row.id or 0) or file.has_change(_NOT_DELIVERED):
        return
    file.note(PROGRAM, _NOT_DELIVERED)
    news(file, "urgent.not_delivered")


def _whom_it_concerns(file: CaseFile) -> dict[str, Person]:
    assignee = file.assignee()
    return {assignee.id: assignee} if assignee and file.case.state not in UNTAKEN else responsible(file)


def _is_hers(file: CaseFile, row: OutboxRow) -> bool:
    accounts = accounts_of(file.uow.db, file.case.person_id)
    return bool(row.person_id) or any((account.platform, account.chat) == (row.lane, row.chat) for account in accounts)


def _whose(file: CaseFile, row: OutboxRow) -> Person | None:
    """The colleague whose chat this is; None for the second channel."""
    settings, here = file.context.settings, Address(row.lane, row.chat)
    if here == second_channel(settings):
        return None
    staff = people_with_role(file.uow.db, "coordinator", "safeguarding", "lead")
    return next((person for person in staff if here in ways_to(file.uow, settings, person)), None)
