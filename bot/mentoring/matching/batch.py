"""What a matching comes to, as data: pairs with their reasons, and who is left with why."""

from dataclasses import dataclass
from enum import IntEnum


class Bar(IntEnum):
    """What stands between two people, in the order in which it is looked at; `OPEN`: nothing does.

    The later a bar stands, the nearer the two have come: a mentee's nearest miss is the highest of hers.
    """

    OPTED_OUT = 0
    CHAIN_OF_COMMAND = 1
    KEPT_APART = 2
    PARTED = 3
    SAME_COMPANY = 4
    LANGUAGE = 5
    TOO_FAR_APART = 6
    TIME = 7
    CAPACITY = 8
    OPEN = 9


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for a match.

    `code` is topics, skills, field, wish, style, language or hours; `values` are keys, words or codes, or a number of
    hours such as "7.5"; a wish that is met is not named.
    """

    code: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """Two people who fit. `points` are 0 to 100."""

    mentee_id: str
    mentor_id: str
    points: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A mentee without a match.

    `why` is opted_out, only_excluded, no_common_language, too_far_apart, no_common_time, no_capacity or no_mentor.
    """

    mentee_id: str
    why: str


@dataclass(frozen=True, slots=True)
class Batch:
    """All of it, each in the order of waiting."""

    matches: tuple[Match, ...]
    unmatched: tuple[Unmatched, ...]
