"""Both sides of a match, with everything that is looked at. All names are as people write them."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.facts.mentoring.availability import WORKING_HOURS, Window

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """What both sides have.

    `languages` are codes; `windows` are on the clock of `zone`; `topics` are keys of `TOPICS`, `skills` and `fields`
    words in lower case; `style` is a key of `STYLES` or ""; `apart_from` roster ids and names of workplaces;
    `most_hours_apart` the widest gap between the two clocks, None for any.
    """

    id: str
    zone: ZoneInfo
    languages: frozenset[str]
    windows: tuple[Window, ...] = WORKING_HOURS
    topics: frozenset[str] = _NONE
    skills: frozenset[str] = _NONE
    fields: frozenset[str] = _NONE
    style: str = ""
    gender: str = ""
    apart_from: frozenset[str] = _NONE
    opted_out: bool = False
    most_hours_apart: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentee(Someone):
    """A student without a mentor.

    `supervisor` is a name; `prefers` are of `WISHES`; `parted` are the ids of mentors she had before. Who has waited
    longest comes first; None comes last.
    """

    host: str = ""
    supervisor: str = ""
    coordinator_id: str = ""
    prefers: frozenset[str] = _NONE
    parted: frozenset[str] = _NONE
    waiting_since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentor(Someone):
    """A mentor with so many places in all, of which some are taken."""

    name: str = ""
    employer: str = ""
    capacity: int = 1
    taken: int = 0

    @property
    def free(self) -> int:
        """How many more mentees there is room for."""
        return max(self.capacity - self.taken, 0)


@dataclass(frozen=True, slots=True)
class Pool:
    """Everybody at one moment. `monday` begins the week in which hours in common are looked for."""

    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]
    monday: date
