"""A case as rows of a table, and its words for whoever may read them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from rich.table import Table

from bot.cases import verbs
from bot.cases.acts import act
from bot.cases.views import View
from bot.cli.mistakes import Mistake
from bot.cli.printing import table
from bot.config import Settings
from flows.severity import Severity
from storage import people
from storage.cases import Case, changes_of, find_by_number
from storage.parties import parties_of
from storage.people import Person
from storage.unit_of_work import UnitOfWork

COLUMNS = ("number", "severity", "topic", "state", "respond by", "with", "restricted", "source", "kept from")
_OPENED = "opened"


@dataclass(frozen=True, slots=True)
class _Asked:
    """The same click that a button in Slack makes."""

    verb: str
    case: int
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """What whoever asked is shown, and whether that is the case itself."""

    text: str
    permitted: bool


def row_of(case: Case, uow: UnitOfWork, settings: Settings) -> tuple[str, ...]:
    """A case in the order of `COLUMNS`; its assignee is named, its student is not; whom it is kept from, by id."""
    kept = ", ".join(sorted(parties_of(uow.db, case.id or 0)))
    assignee = people.find_person(uow.db, case.assignee_id) if case.assignee_id else None
    return (
        case.number, Severity(case.severity).word, case.topic, case.state, _local(case.deadline_at, settings),
        assignee.name if assignee else "–", "yes" if case.restricted else "no", case.source, kept or "–",
    )  # fmt: skip


def case_numbered(uow: UnitOfWork, number: str) -> Case:
    """The case with this number.

    Raises:
        Mistake: there is none.
    """
    case = find_by_number(uow.db, number)
    if case is None:
        raise Mistake(f"there is no case {number!r}; `placemate cases list --all` shows them")
    return case


def tables_of(case: Case, uow: UnitOfWork, settings: Settings) -> tuple[Table, Table]:
    """The case, and what was done in it."""
    return (
        table(COLUMNS, [row_of(case, uow, settings)]),
        table(("when", "who", "what", "detail"), _changes(case, uow, settings)),
    )


def _changes(case: Case, uow: UnitOfWork, settings: Settings) -> Iterator[tuple[str, ...]]:
    """Every change: when, by whom, what. The student is called that, and who reported without a name anonymous."""
    rows = changes_of(uow.db, [case.id or 0])
    hers = "anonymous" if case.source == "anonymous" else "student"
    staff = people.find_people(uow.db, {row.who for row in rows} - {case.person_id})
    for row in rows:
        who = hers if row.who == case.person_id else staff[row.who].name if row.who in staff else row.who
        yield _local(row.at, settings), who, row.what, row.detail


def said(uow: UnitOfWork, settings: Settings, case: Case, staff: Person, reason: str, why: str) -> Said:
    """Open the case as the coordinator's button does: the same check, the same log."""
    assert case.id is not None, "a case that was read has an id"
    before = _openings(uow, case.id)
    verb, fields = (verbs.OPEN_BECAUSE, {"reason": reason, "why": why}) if reason else (verbs.OPEN, {})
    view = act(uow, settings, staff, _Asked(verb, case.id, fields))
    permitted = _openings(uow, case.id) > before
    return Said(_text(view) + ("" if permitted else "\n(give --reason, if you are asked for one)"), permitted)


def _openings(uow: UnitOfWork, case_id: int) -> int:
    return len(changes_of(uow.db, [case_id], [_OPENED]))


def _text(view: View | None) -> str:
    if view is None:
        return ""
    passages = (f"{passage.heading}\n{passage.text}" if passage.heading else passage.text for passage in view.passages)
    return "\n\n".join([view.title, *passages, *([view.error] if view.error else [])])


def _local(moment: datetime, settings: Settings) -> str:
    return f"{moment.astimezone(settings.programme.zone):%Y-%m-%d %H:%M}"
