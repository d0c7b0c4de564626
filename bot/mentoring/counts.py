"""What a coordinator may see of a pair: how often the two met, and how often they did not."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from storage.meetings import states_of


@dataclass(frozen=True, slots=True)
class Counts:
    """Meetings that were held, and those that did not take place."""

    held: int = 0
    missed: int = 0


def counts(db: Connection, mentorships: Collection[int]) -> Mapping[int, Counts]:
    """By row id of the mentorship, for each of these, in one query."""
    found = states_of(db, mentorships)
    return {each: Counts(found.get((each, "held"), 0), found.get((each, "not_held"), 0)) for each in mentorships}
