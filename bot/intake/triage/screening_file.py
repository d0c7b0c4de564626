"""Screens a whole file of messages, for tuning the lexicon and for `placemate triage`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .assessment import assess


class BrokenFile(ValueError):
    """The file cannot be screened at all; the message names file, row and remedy."""


def assess_file(path: Path) -> Iterator[dict[str, Any]]:
    r"""One finding for each row of a tab-separated file, in its order.

    The first row names the columns: `text` must be among them, `id` (default: the row's number, from 1) and `lang` may
    be; others are ignored. A quotation mark is only a character, so that a lone one in a message swallows no lines; a
    message ends where its line ends. Empty lines are skipped, an empty or missing text is a finding of its own.

    Yields:
        `{"id": str, "severity": word, "categories": [str], "patterns": [str]}`

    Raises:
        BrokenFile: it is missing, is not UTF-8, or names no column `text`.
    """
    lines = _lines(path)
    columns = next(lines, "").lower().split("\t")
    columns = [column.strip() for column in columns]
    if "text" not in columns:
        raise BrokenFile(f"{path}: row 1 names no column 'text'; begin the file with id<TAB>text<TAB>lang")
    for number, line in enumerate((line for line in lines if line.strip("\r\n")), start=1):
        row = dict(zip(columns, line.split("\t"), strict=False))
        found = assess(row.get("text", ""), row.get("lang", "").strip() or None)
        yield {
            "id": row.get("id", "").strip() or str(number),
            "severity": found.severity.word,
            "categories": list(found.categories),
            "patterns": list(found.patterns),
        }


def _lines(path: Path) -> Iterator[str]:
    # Split at line feeds alone: a form feed or a Unicode line separator may stand inside a message.
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as file:
            for line in file:
                yield line.rstrip("\r\n")
    except FileNotFoundError:
        raise BrokenFile(f"{path}: no such file; give the path of a tab-separated file") from None
    except IsADirectoryError:
        raise BrokenFile(f"{path}: a folder; give the path of a tab-separated file") from None
    except UnicodeDecodeError as mistake:
        raise BrokenFile(f"{path}: not UTF-8 at byte {mistake.start}; save it as UTF-8") from None
