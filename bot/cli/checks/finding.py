"""What `placemate check` has to say."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Finding:
    """An error keeps the program from doing its work; a warning is for a person to judge."""

    level: Literal["error", "warning"]
    where: str
    what: str


def error(where: str, what: str) -> Finding:
    """Something that must be mended."""
    return Finding("error", where, what)


def warning(where: str, what: str) -> Finding:
    """Something that somebody should look at."""
    return Finding("warning", where, what)
