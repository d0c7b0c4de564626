"""Routes a whole file of messages, for `placemate flows route`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.intake.routing.route import route
from bot.intake.triage import rows_of


def route_file(path: Path) -> Iterator[dict[str, Any]]:
    """Where each message of a file belongs, in its order; the file is read as `placemate triage` reads it.

    Yields:
        `{"id": str, "severity": word, "best": [conversation, conversation]}`

    Raises:
        BrokenFile: it is missing, or its first row names no column `text`.
    """
    for row in rows_of(path):
        routed = route(row.text, row.language)
        yield {"id": row.id, "severity": routed.severity.word, "best": list(routed.best)}
