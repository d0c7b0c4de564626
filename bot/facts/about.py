"""What a talk speaks of: one case, one goal or one mentorship. A talk keeps it among its facts."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from flows.conditions import Value
from flows.steps import Subject


@dataclass(frozen=True, slots=True)
class About:
    """The row ids of what a talk speaks of; 0 where it speaks of none of that kind."""

    case: int = 0
    goal: int = 0
    mentorship: int = 0

    @classmethod
    def of(cls, subject: Subject, row: int) -> "About":
        """About this row of this kind."""
        return cls(**{subject: row})

    @classmethod
    def among(cls, facts: Mapping[str, Value]) -> "About":
        """What a talk with these facts speaks of."""
        kept = {each.name: facts.get(f"about_{each.name}") for each in fields(cls)}
        return cls(**{name: row for name, row in kept.items() if isinstance(row, int)})

    @property
    def facts(self) -> dict[str, Value]:
        """What is kept among a talk's facts: `about_case`, `about_goal`, `about_mentorship`, those that are there."""
        return {f"about_{each.name}": row for each in fields(self) if (row := getattr(self, each.name))}


NOTHING = About()
