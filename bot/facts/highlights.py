"""Her highlights: what she said she learned or is proud of, kept where she said it and nowhere else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import orjson

from bot.facts.context import Context
from flows.highlights import HIGHLIGHTS
from storage.conversations import lately

MOST_TALKS = 200
"""More than a check-in a week for three years, with goals between them."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """One of them: when she said it, and her sealed words."""

    at: datetime
    sealed: str


def highlights_of(context: Context) -> Iterator[Highlight]:
    """All of them, the newest first: one indexed query, so nothing has to be kept twice, changed twice or erased twice.

    The answers are those of today: one that she has changed or that was deleted is no other highlight.
    """
    for talk in lately(context.uow.db, context.person.id, tuple(HIGHLIGHTS), MOST_TALKS):
        sealed = orjson.loads(talk.answers).get(HIGHLIGHTS[talk.flow])
        if isinstance(sealed, str) and sealed:
            yield Highlight(talk.touched_at, sealed)
