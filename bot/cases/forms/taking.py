"""I take it: one of several who press at once has it, the others are told who."""

from bot.cases.case_file import CaseFile
from bot.cases.clock.restart import restart_clock
from bot.cases.forms.visit import Visit
from bot.cases.rules.life_cycle import TAKE as TAKE_WORD
from bot.cases.rules.life_cycle import TAKEN, WAITING
from bot.cases.rules.permissions import may_take, may_work
from bot.cases.telling.card import log, post_card, verbs_of
from bot.cases.telling.colleagues import due_for, tell
from bot.cases.telling.holding import begin, end
from bot.cases.telling.student import news, news_text, send
from bot.cases.verbs import ON_IT, OPEN, TAKE
from bot.cases.views import Passage, View
from bot.facts.placeholders import clock_time
from flows.severity import Severity
from storage.people import Person


def take(visit: Visit) -> View | None:
    """Take the case; nothing is shown where the card shows it."""
    file = visit.file
    if not may_take(visit.staff, file.context, file.case):
        return visit.not_permitted(TAKE)
    if not file.move(TAKE_WORD, visit.staff.id, assignee_id=visit.staff.id, taken_at=file.uow.now):
        return _already(visit)
    restart_clock(file)
    post_card(file)
    log(file, "log.taken", person=visit.staff.name)
    end(file)
    _tell_her(visit)
    return None


def take_here(visit: Visit) -> View | None:
    """Take the case from a page that is open, which then says so."""
    yours = Passage("", visit.text("passage.yours_now", number=visit.file.case.number))
    return take(visit) or visit.page("modal.case", yours, buttons=verbs_of(TAKEN))


def on_it(visit: Visit) -> View | None:
    """She is on it, and has it for as long again; only whoever has it, or stands in for her, can say so."""
    file, has_it = visit.file, visit.file.assignee()
    if not may_work(visit.staff, file.context, file.case):
        return visit.not_permitted(ON_IT)
    if file.case.state != TAKEN or has_it is None:
        return visit.not_now()
    if visit.staff.id not in (has_it.id, _stand_in(file, has_it).id):
        return visit.refused("refused.not_yours", person=has_it.name)
    restart_clock(file)
    file.note(visit.staff.id, ON_IT)
    post_card(file)
    log(file, "log.on_it", person=visit.staff.name)
    tell(file, visit.staff, "page.on_it", verbs=(OPEN,), deadline=due_for(file, visit.staff))
    return None


def _stand_in(file: CaseFile, has_it: Person) -> Person:
    return file.context.on_duty(file.parties()).in_place_of(has_it)


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
        taken = news_text(file, "urgent.taken", person=person, time=clock_time(file.context, file.uow.now))
        send(file, "\n\n".join(filter(None, (taken, begin(file, visit.staff)))), button="case.reply_button")
    else:
        news(file, "case.taken", person=person, button="case.reply_button")
