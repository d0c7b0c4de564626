"""A coordinator lets the first check-ins of a cohort go out: the button under the question about it."""

from bot.cases.telling.texts import language_of, plain
from bot.cases.views import Passage, View
from bot.config import Settings
from bot.facts.context import Context
from bot.intake.inbound import CaseAct
from bot.intake.staff.chat import STAFF
from bot.programmes.cohorts import confirm, name_of
from storage.cohorts import cohort_with_id
from storage.people import Person
from storage.unit_of_work import UnitOfWork


def confirm_cohort(uow: UnitOfWork, settings: Settings, staff: Person, event: CaseAct) -> View | None:
    """Confirm, where her role allows it at the click; None when it is done and the message shows it."""
    language = language_of(staff, Context(uow, settings, staff))
    if staff.role not in STAFF:
        return _refused(language, "refused.not_staff")
    cohort = cohort_with_id(uow.db, event.case)
    if cohort is None:
        return _refused(language, "refused.cohort_gone")
    if confirm(uow, settings, cohort, staff.id):
        return None
    again = cohort_with_id(uow.db, event.case) or cohort
    return _refused(language, "refused.cohort_confirmed", person=name_of(uow, settings, again.confirmed_by))


def _refused(language: str, key: str, **values: object) -> View:
    text = plain(key, language, **values)
    return View(plain("modal.refused", language), 0, (Passage("", text),), close=plain("modal.close", language))
