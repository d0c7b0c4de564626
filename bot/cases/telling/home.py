"""A coordinator's own page: the cases that are not resolved, the overdue ones first, then hers."""

from bot.cases.case_file import CaseFile
from bot.cases.rules.life_cycle import UNTAKEN, WAITING
from bot.cases.rules.permissions import STAFF
from bot.cases.telling.asked import has_climbed
from bot.cases.telling.card import due
from bot.cases.telling.texts import language_of, plain, severity_word
from bot.cases.verbs import OPEN, button_data
from bot.config import Settings
from bot.facts.context import Context
from bot.facts.desk import address_of
from bot.words.outgoing import Button, Home, HomeEntry, pack
from storage.cases import Case, unresolved
from storage.mentoring_profiles import count_waiting
from storage.mentorships import standing
from storage.outbox import Priority
from storage.parties import kept_from
from storage.people import Person
from storage.posting import post_to_chat
from storage.unit_of_work import UnitOfWork

_SECTIONS = ("overdue", "mine", "open", "waiting", "others")


def home_of(uow: UnitOfWork, settings: Settings, staff: Person) -> None:
    """Put a coordinator's page on its way to her; others get a page that tells them where to write."""
    where = address_of(staff, settings)
    if where:
        page = home_page(uow, settings, staff)
        post_to_chat(uow, where.lane, where.chat, pack(page), priority=Priority.PROMPT)


def home_page(uow: UnitOfWork, settings: Settings, staff: Person) -> Home:
    """The page: like the cards, it shows nothing of the students."""
    context = Context(uow, settings, staff)
    language = language_of(staff, context)
    title = plain("home.title", language)
    if staff.role not in STAFF:
        return Home(title, empty=plain("home.not_staff", language))
    entries: dict[str, list[HomeEntry]] = {section: [] for section in _SECTIONS}
    hidden = kept_from(uow.db, staff.id)
    for case in unresolved(uow.db):
        if case.person_id != staff.id and case.id not in hidden:
            # The page needs no student: the team's settings and clock are all that is looked at.
            file = CaseFile(context, case)
            entries[_section(file, staff)].append(_entry(file, language))
    sections = tuple((plain(f"home.{name}", language), tuple(found)) for name, found in entries.items() if found)
    return Home(title, sections, empty=plain("home.empty", language), note=mentorships_line(uow, language))


def mentorships_line(uow: UnitOfWork, language: str) -> str:
    """How many mentorships go on, how many wait for one and how many are quiet; "" where there is no mentoring."""
    (going_on, quiet), waiting = standing(uow.db), count_waiting(uow.db)
    if not (going_on or waiting):
        return ""
    return plain("mentoring.standing", language, count=going_on, total=waiting, left=quiet)


def is_overdue(file: CaseFile) -> bool:
    """Somebody should have acted by now; while we wait for her, nobody is late."""
    return file.case.state != WAITING and (has_climbed(file.case) or file.uow.now > file.case.deadline_at)


def _section(file: CaseFile, staff: Person) -> str:
    case: Case = file.case
    if is_overdue(file):
        return "overdue"
    if case.assignee_id == staff.id:
        return "mine"
    if case.state in UNTAKEN:
        return "open"
    return "waiting" if case.state == WAITING else "others"


def _entry(file: CaseFile, language: str) -> HomeEntry:
    case = file.case
    words = [plain(f"card_topic.{case.topic}", language), plain(f"card_state.{case.state}", language)]
    if case.state != WAITING:
        words.append(due(file, language))
    title = plain("home.entry", language, severity=severity_word(case, language), number=case.number)
    return HomeEntry(title, " · ".join(words), Button(plain("act.open", language), button_data(OPEN, file.id)))
