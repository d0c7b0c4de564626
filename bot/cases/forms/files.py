"""Files of a case: listed on its page, and handed to a colleague in her own chat, after a role check at the click."""

from dataclasses import replace
from datetime import timedelta

from bot.cases import attachments
from bot.cases.attachments import KEPT, REFUSED
from bot.cases.forms.case_page import case_page, clock_of
from bot.cases.forms.visit import Visit
from bot.cases.rules.permissions import Access, may_read
from bot.cases.verbs import FILE
from bot.cases.views import Passage, View
from bot.facts.desk import address_of
from bot.words.outgoing import Enclosure, pack
from storage.attachments import Attachment
from storage.cases import changes_of
from storage.outbox import Priority
from storage.posting import post_to_chat

OPENED = "opened"
MOST_BUTTONS = 10
"""The newest files have a button: a window with more of them would be over Slack's limits."""
_STILL_READING = timedelta(hours=1)
"""How long a reason to open a case holds for its files."""


def page_with_files(visit: Visit, lead: str = "") -> View:
    """The case's page with what was sent into it; `lead` stands first."""
    files = attachments.of_case(visit.file)
    shown = "\n".join(_line(visit, place, each) for place, each in files)
    listed = [Passage(visit.text("passage.files"), shown)] if files else []
    page = case_page(visit, [Passage("", lead)] if lead else [], listed)
    ready = [(place, each) for place, each in files if each.state == KEPT][-MOST_BUTTONS:]
    buttons = tuple((f"{FILE}:{each.id}", visit.text("act.file", count=place)) for place, each in ready)
    return replace(page, buttons=(*page.buttons, *buttons))


def send_file(visit: Visit) -> View:
    """Put a file on its way to her own chat; it counts as an opening of the case, which the student can see."""
    file, staff = visit.file, visit.staff
    access = may_read(staff, file.context, file.case)
    if access is Access.NEVER:
        return visit.not_permitted(FILE)
    if access is Access.WITH_REASON and not _gave_a_reason(visit):
        return visit.refused("refused.file_reason")
    wanted = visit.field("item")
    found = attachments.in_case(file, int(wanted)) if wanted.isdecimal() else None
    where = address_of(staff, file.context.settings)
    if found is None or where is None:
        return visit.refused("refused.gone")
    place, attachment = found
    if attachment.state != KEPT:
        return visit.refused("refused.file", state_word=_state(visit, attachment))
    file.note(staff.id, OPENED, f"{FILE} {place}")
    name = attachments.filename_of(file.case, place, attachment)
    caption = visit.text("file.caption", number=file.case.number, count=place)
    sent = pack(Enclosure(attachment.id or 0, name, caption))
    post_to_chat(file.uow, where.lane, where.chat, sent, priority=Priority.REPLY)
    return page_with_files(visit, visit.text("passage.file_sent", number=file.case.number, count=place))


def _gave_a_reason(visit: Visit) -> bool:
    since = visit.file.uow.now - _STILL_READING
    openings = changes_of(visit.file.uow.db, [visit.file.id], [OPENED])
    return any(each.who == visit.staff.id and each.at >= since for each in openings)


def _line(visit: Visit, place: int, attachment: Attachment) -> str:
    return visit.text(
        "file.line", count=place, kind_word=attachments.kind_word(attachment.kind, visit.language),
        size=f"{max(attachment.size // 1000, 1)} kB", when=clock_of(visit, attachment.at),
        state_word=_state(visit, attachment),
    )  # fmt: skip


def _state(visit: Visit, attachment: Attachment) -> str:
    reason = visit.text(f"file_refused.{attachment.failure}") if attachment.state == REFUSED else ""
    return visit.text(f"file_state.{attachment.state}", reason_word=reason)
