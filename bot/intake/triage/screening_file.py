"""Reads a file of messages, and screens it: for tuning the lexicon, `placemate triage` and `placemate flows route`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.intake.triage.assessment import assess


class BrokenFile(ValueError):
    """The file cannot be screened at all; the message names file, row and remedy."""


@dataclass(frozen=True, slots=True)
class Row:
    """One message of a file: its id, its words, and the writer's language where the file says it."""

    id: str
    text: str
    language: str | None


def assess_file(path: Path) -> Iterator[dict[str, Any]]:
    """One finding for each row of a file as `rows_of` reads it, in its order.

    Yields:
        `{"id": str, "severity": word, "categories": [str], "patterns": [str]}`

    Raises:
        BrokenFile: it is missing, or its first row names no column `text`.
    """
    for row in rows_of(path):
        found = assess(row.text, row.language)
        yield {
            "id": row.id,
            "severity": found.severity.word,
            "categories": list(found.categories),
            "patterns": list(found.patterns),
        }


def rows_of(path: Path) -> Iterator[Row]:
    r"""The messages of a tab-separated file, in its order.

    The first row names the columns: `text` must be among them, `id` (default: the row's number, from 1) and `lang` may
    be; others are ignored. A quotation mark is only a character, so that a lone one in a message swallows no lines; a
    message ends where its line ends. What stands beyond the last column belongs to the message (a tab inside it). An
    empty or missing text is a message too; a line with nothing at all is one only where `text` is the only column.

    Raises:
        BrokenFile: it is missing, or its first row names no column `text`.
    """
    lines = _lines(path)
    columns = next(lines, "").lower().split("\t")
    columns = [column.strip() for column in columns]
    if "text" not in columns:
        raise BrokenFile(
            f"{path}: row 1 names no column 'text'; begin the file with id, text and lang, with tabs between, in UTF-8"
        )
    for number, line in enumerate(lines, start=1):
        if not line and len(columns) > 1:
            continue
        cells = line.split("\t")
        row = dict(zip(columns, cells, strict=False))
        text = " ".join([row.get("text", ""), *cells[len(columns) :]])
        yield Row(row.get("id", "").strip() or str(number), text, row.get("lang", "").strip() or None)


def _lines(path: Path) -> Iterator[str]:
    # Split at line feeds alone: a form feed or a Unicode line separator may stand inside a message.
    try:
        # Bytes that are no UTF-8 spoil their own message, not the file.
        with path.open(encoding="utf-8-sig", errors="replace", newline="\n") as file:
            for line in file:
                yield line.rstrip("\r\n")
    except FileNotFoundError:
        raise BrokenFile(f"{path}: no such file; give the path of a tab-separated file") from None
    except IsADirectoryError:
        raise BrokenFile(f"{path}: a folder; give the path of a tab-separated file") from None
