"""The roster read: good entries, bad lines by number with the reason, and what was noticed. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from bot.programmes import cells
from bot.programmes.roster_file import REQUIRED, Row, Table

Value: TypeAlias = str | float | bool | date | None
STUDENT = "student"
_UNIQUE = ("id", "email", "slack_id")
_ABOUT_PLACEMENT = ("host", "supervisor", "cohort")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person as the roster has her.

    `person` and `placement` hold columns of the tables, only those the file has; `placement` is empty for staff.
    `coordinator` and `mentor` are still as they were written: an id, an e-mail address or a name.
    """

    line: int
    id: str
    person: Mapping[str, Value]
    placement: Mapping[str, Value] = field(default_factory=dict)
    coordinator: str | None = None
    mentor: str | None = None

    @property
    def is_student(self) -> bool:
        """Whether she has a placement."""
        return self.person["role"] == STUDENT


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that could not be used, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Roster:
    """What a file says."""

    entries: tuple[Entry, ...]
    bad: tuple[BadLine, ...]
    notices: tuple[str, ...]


def read_roster(table: Table) -> Roster:
    """Every line that can be used as an entry; the others as bad lines. Of two with the same id the first is good."""
    entries: list[Entry] = []
    bad: list[BadLine] = []
    notices = list(table.notices)
    taken: dict[tuple[str, str], int] = {}
    for row in table.rows:
        try:
            entry = _entry(row)
            _refuse_twice(row.line, {"id": entry.id, **entry.person}, taken)
        except ValueError as error:
            bad.append(BadLine(row.line, str(error)))
            continue
        if entry.person.get("language") is None and "language" in entry.person:
            notices.append(
                f"line {row.line}: language {row.cells['language']!r} is not spoken here; the programme's is used"
            )
            entry = replace(entry, person={**entry.person, "language": ""})
        entries.append(entry)
    return Roster(tuple(entries), tuple(bad), tuple(notices))


def _entry(row: Row) -> Entry:
    if row.surplus:
        raise ValueError("more cells than columns; put quotation marks around a cell that holds the separator")
    wrong = [f"{column} is empty" for column in REQUIRED if not row.cells[column]]
    person = _present(row, wrong, {
        "name": lambda cell: cell, "role": cells.role, "email": cells.email, "language": cells.language,
        "timezone": cells.timezone, "slack_id": cells.slack_id,
    })  # fmt: skip
    placement = _placement(row, wrong) if person.get("role") == STUDENT else {}
    if wrong:
        raise ValueError("; and ".join(wrong))
    if person["role"] != STUDENT:
        return Entry(row.line, row.cells["id"], person)
    return Entry(
        row.line, row.cells["id"], person, placement,
        coordinator=row.cells.get("coordinator"), mentor=row.cells.get("mentor"),
    )  # fmt: skip


def _present(row: Row, wrong: list[str], readers: Mapping[str, Callable[[str], Value]]) -> dict[str, Value]:
    """The columns that the file has, read; what cannot be used is added to `wrong`, so that all of it is named."""
    present: dict[str, Value] = {}
    for column, read in readers.items():
        if not row.cells.get(column) and (column in REQUIRED or column not in row.cells):
            continue
        try:
            present[column] = read(row.cells[column])
        except ValueError as error:
            wrong.append(str(error))
    return present


def _refuse_twice(line: int, values: Mapping[str, Value], taken: dict[tuple[str, str], int]) -> None:
    """An id, an address and a Slack account belong to one person: of two lines with the same one the first keeps it."""
    mine = {(column, str(values[column])): line for column in _UNIQUE if values.get(column)}
    for column, value in mine:
        if (column, value) in taken:
            raise ValueError(f"{column} {value!r} stands in line {taken[column, value]} already")
    taken.update(mine)


def _placement(row: Row, wrong: list[str]) -> dict[str, Value]:
    placement = _present(row, wrong, {
        **{column: lambda cell: cell for column in _ABOUT_PLACEMENT},
        "country": cells.country, "home_country": cells.country,
        "starts_on": lambda cell: cells.day("starts_on", cell), "ends_on": lambda cell: cells.day("ends_on", cell),
        "hours_per_week": cells.hours, "remote": lambda cell: cells.yes("remote", cell),
    })  # fmt: skip
    starts, ends = placement.get("starts_on"), placement.get("ends_on")
    if isinstance(starts, date) and isinstance(ends, date) and ends < starts:
        wrong.append(f"ends_on {ends} is before starts_on {starts}")
    return placement
