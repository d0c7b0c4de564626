"""A roster file as rows: whichever program wrote it, in whatever encoding and with whatever separator."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

REQUIRED = ("id", "name", "role")
COLUMNS = (
    *REQUIRED, "email", "language", "timezone", "country", "starts_on", "ends_on", "host", "supervisor", "coordinator",
    "mentor", "slack_id", "cohort", "hours_per_week", "remote", "home_country",
)  # fmt: skip
_SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns a file may have, which it must have, and those that whoever has no file begins with."""

    required: tuple[str, ...]
    columns: tuple[str, ...]
    shown: tuple[str, ...]


ROSTER = Layout(REQUIRED, COLUMNS, COLUMNS[:14])


class UnreadableRoster(ValueError):
    """The file is no roster at all; the message says what to mend."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: where it begins in the file, from 1, its cells by column, and how many cells were too many."""

    line: int
    cells: Mapping[str, str]
    surplus: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file, and what was noticed while it was read."""

    rows: tuple[Row, ...]
    notices: tuple[str, ...]


def read_table(content: bytes, layout: Layout = ROSTER) -> Table:
    """The rows of a roster file, or of another with such rows.

    UTF-8 with and without a byte order mark, UTF-16 with one, and Windows-1252 (what a Norwegian Excel saves) are read;
    cells may be separated by commas, semicolons or tabs. Empty lines are left out.

    Raises:
        UnreadableRoster: the first line does not name the columns it must, such as id, or one twice.
    """
    text, notices = _decoded(content)
    lines = text.splitlines(keepends=True)
    head = lines[0] if lines else ""
    separator = max(_SEPARATORS, key=head.count)
    cells = _cells(lines, separator)
    _, first = next(cells, (1, []))
    columns = [_column(cell) for cell in first]
    _check(columns, layout)
    rows = tuple(_rows(cells, columns, layout))
    if unknown := [column for column in columns if column and column not in layout.columns]:
        notices.append(f"ignored, because unknown: {', '.join(unknown)}")
    return Table(rows, tuple(notices))


def _decoded(content: bytes) -> tuple[str, list[str]]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace"), []
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace"), ["the file is not UTF-8; it was read as Windows-1252"]


def _column(cell: str) -> str:
    return "_".join(cell.strip().casefold().replace("-", "_").split())


def _check(columns: list[str], layout: Layout) -> None:
    if missing := [column for column in layout.required if column not in columns]:
        raise UnreadableRoster(
            f"the first line names no column {' and no '.join(missing)}; begin the file with {','.join(layout.shown)}"
        )
    if twice := [column for column in layout.columns if columns.count(column) > 1]:
        raise UnreadableRoster(f"the first line names a column twice: {', '.join(twice)}; remove one of them")


def _cells(lines: list[str], separator: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins in: a cell in quotation marks may go on over several."""
    reader = csv.reader(lines, delimiter=separator)
    begins = 1
    try:
        for cells in reader:
            yield begins, [" ".join(cell.split()) for cell in cells]
            begins = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableRoster(f"line {reader.line_num} cannot be read ({error}); save the file as CSV again") from None


def _rows(records: Iterable[tuple[int, list[str]]], columns: list[str], layout: Layout) -> Iterator[Row]:
    for line, cells in records:
        if any(cells):
            named = dict(zip(columns, cells, strict=False))
            kept = {column: named.get(column, "") for column in columns if column in layout.columns}
            yield Row(line, kept, len([cell for cell in cells[len(columns) :] if cell]))
