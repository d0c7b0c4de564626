"""A file of profiles read: good lines, and bad ones by number with column, reason and remedy. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.mentoring.profiles.cells import READERS, side
from bot.programmes.roster import BadLine
from bot.programmes.roster_file import Layout, Row, read_table

REQUIRED = ("id", "side")
LAYOUT = Layout(REQUIRED, (*REQUIRED, *READERS), (*REQUIRED, *READERS))


@dataclass(frozen=True, slots=True)
class Line:
    """What one line says of a person: the columns of the table that the file has."""

    line: int
    id: str
    side: str
    says: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """What a file says."""

    lines: tuple[Line, ...]
    bad: tuple[BadLine, ...]
    notices: tuple[str, ...]


def read_profiles(content: bytes) -> ProfileFile:
    """Every line that can be used, and the others as bad lines. Of two with the same id the first is good.

    Lists are separated by semicolons within a cell.

    Raises:
        UnreadableRoster: the first line does not name the columns id and side, or one twice.
    """
    table = read_table(content, LAYOUT)
    lines: dict[str, Line] = {}
    bad: list[BadLine] = []
    for row in table.rows:
        try:
            line = _line(row)
            if line.id in lines:
                raise ValueError(f"id {line.id!r} stands in line {lines[line.id].line} already; remove one of them")
            lines[line.id] = line
        except ValueError as error:
            bad.append(BadLine(row.line, str(error)))
    return ProfileFile(tuple(lines.values()), tuple(bad), table.notices)


def _line(row: Row) -> Line:
    if row.surplus:
        raise ValueError("more cells than columns; put quotation marks around a cell that holds the separator")
    wrong = [f"{column} is empty; fill it in" for column in REQUIRED if not row.cells[column]]
    says: dict[str, Any] = {}
    for column, read in {"side": side, **READERS}.items():
        if column in row.cells and (row.cells[column] or column != "side"):
            try:
                says[column] = read(row.cells[column])
            except ValueError as error:
                wrong.append(str(error))
    if wrong:
        raise ValueError("; and ".join(wrong))
    return Line(row.line, row.cells["id"], says.pop("side"), says)
