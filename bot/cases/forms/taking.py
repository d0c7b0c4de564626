"""I take it: one of several who press at once has it, the others are told who."""

from bot.cases.forms.visit import Visit
from bot.cases.rules.life_cycle import TAKE as TAKE_WORD
from bot.cases.rules.life_cycle import TAKEN, WAITING
from bot.cases.rules.permissions import may_take
from bot.cases.telling.card import log, post_card, verbs_of
from bot.cases.telling.student import news
from bot.cases.verbs import TAKE
from bot.cases.views import Passage, View
from bot.facts.placeholders import clock_time
from flows.severity import Severity


def take(visit: Visit) -> View | None:
    """Take the case; nothing is shown where the card shows it."""
    file = visit.file
    if not may_take(visit.staff, file.context, file.case):
        return visit.not_permitted(TAKE)
    columns = {"assignee_id": visit.staff.id, "taken_at": file.uow.now, "page_at": None}
    if not file.move(TAKE_WORD, visit.staff.id, **columns):
        return _already(visit)
    post_card(file)
    log(file, "log.taken", person=visit.staff.name)
    _tell_her(visit)
    return None


def take_here(visit: Visit) -> View | None:
    """Take the case from a page that is open, which then says so."""
    yours = Passage("", visit.text("passage.yours_now", number=visit.file.case.number))
    return take(visit) or visit.page("modal.case", yours, buttons=verbs_of(TAKEN))


def _already(visit: Visit) -> View:
    case, has_it = visit.file.case, visit.file.assignee()
    if case.state not in (TAKEN, WAITING) or has_it is None:
        return visit.not_now()
    if has_it.id == visit.staff.id:
        return visit.refused("refused.already_yours")
    return visit.refused("refused.taken_by", person=has_it.name)


def _tell_her(visit: Visit) -> None:
    file, person = visit.file, visit.staff.name
    if file.case.severity >= Severity.EMERGENCY:
        news(
            file, "urgent.taken", person=person, time=clock_time(file.context, file.uow.now), button="case.reply_button"
        )
    else:
        news(file, "case.taken", person=person, button="case.reply_button")
