"""Opening a case: the words, after a role check at the click; every opening is written down and shown to her."""

from bot.cases.forms.files import OPENED, page_with_files
from bot.cases.forms.visit import Visit
from bot.cases.rules.permissions import Access, may_read
from bot.cases.telling.card import log
from bot.cases.telling.colleagues import tell
from bot.cases.verbs import OPEN, OPEN_BECAUSE
from bot.cases.views import Field, Passage, View
from storage.cases import changes_of

REASONS = ("covering", "supervision", "break_glass")
_LEAST_WORDS = 3


def open_case(visit: Visit) -> View:
    """Show the case at once, or ask for a reason first."""
    match may_read(visit.staff, visit.file.context, visit.file.case):
        case Access.AT_ONCE:
            return _shown(visit, "")
        case Access.WITH_REASON:
            return _ask_why(visit)
        case Access.NEVER:
            return visit.not_permitted(OPEN)


def open_because(visit: Visit) -> View:
    """Show the case for the reason that was picked; breaking the glass takes a few words too."""
    access = may_read(visit.staff, visit.file.context, visit.file.case)
    if access is not Access.WITH_REASON:
        return open_case(visit)
    reason, why = visit.field("reason"), visit.field("why")
    if reason not in REASONS or (reason == "break_glass" and len(why.split()) < _LEAST_WORDS):
        return _ask_why(visit, error=visit.text("refused.reason"))
    if why:
        visit.file.add_line("note", why, author=visit.staff.id, source=OPENED)
    return _shown(visit, reason)


def _ask_why(visit: Visit, error: str = "") -> View:
    reasons = tuple((reason, visit.text(f"reason.{reason}")) for reason in REASONS)
    fields = (
        Field("reason", visit.text("field.reason"), "choice", reasons, initial=visit.field("reason")),
        Field("why", visit.text("field.break_glass"), "text", initial=visit.field("why"), limit=500, optional=True),
    )
    logged = Passage("", visit.text("passage.logged"))
    return visit.page("modal.case", logged, fields=fields, verb=OPEN_BECAUSE, submit="modal.open", error=error)


def _shown(visit: Visit, reason: str) -> View:
    file, staff = visit.file, visit.staff
    seen_before = any(change.who == staff.id for change in changes_of(file.uow.db, [file.id], [OPENED]))
    file.note(staff.id, OPENED, reason)
    if reason == "break_glass":
        log(file, "log.break_glass", person=staff.name)
        for colleague in file.context.safeguarding:
            tell(file, colleague, "page.break_glass", person=staff.name)
    elif reason:
        log(file, "log.opened_because", person=staff.name, reason_word=visit.text(f"reason.{reason}"))
    elif not seen_before:
        log(file, "log.opened_by", person=staff.name)
    return page_with_files(visit)
