"""What a branch or a flag waits for: small frozen conditions, and what each of them means.

A condition looks at three things: the answers given so far, the facts computed before the turn, and how serious
this conversation has become (`heard`). An answer that was skipped satisfies no test.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias, cast

from flows.severity import Severity

Value: TypeAlias = int | float | str | bool | tuple[str, ...] | None
"""An answer or a fact. `None` is an answer that was skipped, or a fact nobody knows."""

Operator: TypeAlias = Literal["is", "among", "at_most", "at_least", "includes", "answered"]
Source: TypeAlias = Literal["answer", "fact"]

TODAY = "today"
"""The fact that days are held against: the day on her own calendar when the conversation began."""

_SIGNS = {"is": "=", "among": "in", "at_most": "≤", "at_least": "≥", "includes": "includes", "answered": "answered"}


class BrokenFlow(Exception):
    """A conversation is written in a way that cannot work; the message names the step and the remedy."""


@dataclass(frozen=True, slots=True)
class Situation:
    """All that a condition may look at: answers by step id, facts by name, the worst severity heard so far.

    `said` is the worst of her own words and of what brought her here; `heard` counts the flags too.
    """

    answers: Mapping[str, Value]
    facts: Mapping[str, Value]
    heard: Severity = Severity.NONE
    said: Severity = Severity.NONE


class Condition:
    """Something that holds or does not; combine with `&`, `|` and `~`."""

    __slots__ = ()

    def holds(self, situation: Situation) -> bool:
        """Whether it is true of this situation."""
        raise AssertionError("every condition says when it holds")

    def __and__(self, other: "Condition") -> "Condition":
        return AllOf((self, other))

    def __or__(self, other: "Condition") -> "Condition":
        return AnyOf((self, other))

    def __invert__(self) -> "Condition":
        return Not(self)

    def __bool__(self) -> bool:
        raise BrokenFlow(
            "an answer cannot be tested with `if`, `and`, `or` or `not` while the script is written: "
            "use `with talk.when(...)`, `&`, `|` and `~`"
        )


@dataclass(frozen=True, slots=True)
class Test(Condition):
    """One comparison of an answer or a fact with a value known when the script is written."""

    __test__ = False  # pytest would collect a class of this name
    source: Source
    name: str
    operator: Operator
    value: Value = None

    def holds(self, situation: Situation) -> bool:
        found = (situation.answers if self.source == "answer" else situation.facts).get(self.name)
        return found is not None and _COMPARE[self.operator](found, self.value)

    def __str__(self) -> str:
        if self.operator == "answered":
            return f"{self.name} answered"
        shown = ", ".join(self.value) if isinstance(self.value, tuple) else self.value
        return f"{self.name} {_SIGNS[self.operator]} {shown}"


@dataclass(frozen=True, slots=True)
class Fell(Condition):
    """The numeric answer `name` is lower than the numeric fact `since` by at least `by`."""

    name: str
    since: str
    by: int

    def holds(self, situation: Situation) -> bool:
        now, before = situation.answers.get(self.name), situation.facts.get(self.since)
        if now is None or before is None:
            return False
        return float(cast(float, before)) - float(cast(float, now)) >= self.by

    def __str__(self) -> str:
        return f"{self.name} fell by {self.by} since {self.since}"


@dataclass(frozen=True, slots=True)
class Exceeds(Condition):
    """The numeric answer `name` is higher than the numeric fact `fact`; a fact nobody knows is never exceeded."""

    name: str
    fact: str

    def holds(self, situation: Situation) -> bool:
        given, known = situation.answers.get(self.name), situation.facts.get(self.fact)
        return given is not None and known is not None and float(cast(float, given)) > float(cast(float, known))

    def __str__(self) -> str:
        return f"{self.name} > {self.fact}"


@dataclass(frozen=True, slots=True)
class Within(Condition):
    """The day given as `name` comes at most `days` days after today; a day that is over does too."""

    name: str
    days: int

    def holds(self, situation: Situation) -> bool:
        given, today = situation.answers.get(self.name), situation.facts.get(TODAY)
        if given is None or today is None:
            return False
        return (date.fromisoformat(str(given)) - date.fromisoformat(str(today))).days <= self.days

    def __str__(self) -> str:
        return f"{self.name} within {self.days} days"


@dataclass(frozen=True, slots=True)
class Says(Condition):
    """The words given as `name` say `what`, one of `flows.readings`.

    Words are sealed before a script meets them, so they are read before the turn; what was found stands among the facts
    as `reading(name)`.
    """

    name: str
    what: str

    def holds(self, situation: Situation) -> bool:
        found = situation.facts.get(reading(self.name))
        return situation.answers.get(self.name) is not None and isinstance(found, tuple) and self.what in found

    def __str__(self) -> str:
        return f"{self.name} says {self.what}"


@dataclass(frozen=True, slots=True)
class Heard(Condition):
    """A flag or a triage hit of at least this severity was heard in this conversation; `in_words`: a hit, no flag."""

    severity: Severity
    in_words: bool = False

    def holds(self, situation: Situation) -> bool:
        return (situation.said if self.in_words else situation.heard) >= self.severity

    def __str__(self) -> str:
        return f"heard {self.severity.word}{' in words' if self.in_words else ''}"


@dataclass(frozen=True, slots=True)
class AllOf(Condition):
    """Every part holds; with no parts it always does."""

    parts: tuple[Condition, ...]

    def holds(self, situation: Situation) -> bool:
        for part in self.parts:  # noqa: SIM110 - a turn asks hundreds of these; a generator doubles what one costs
            if not part.holds(situation):
                return False
        return True

    def __str__(self) -> str:
        return " and ".join(f"({part})" if isinstance(part, AnyOf) else str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class AnyOf(Condition):
    """At least one part holds."""

    parts: tuple[Condition, ...]

    def holds(self, situation: Situation) -> bool:
        for part in self.parts:  # noqa: SIM110 - as above
            if part.holds(situation):
                return True
        return False

    def __str__(self) -> str:
        return " or ".join(str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class SomeOf(Condition):
    """At least `number` of the parts hold."""

    number: int
    parts: tuple[Condition, ...]

    def holds(self, situation: Situation) -> bool:
        return sum(part.holds(situation) for part in self.parts) >= self.number

    def __str__(self) -> str:
        return f"{self.number} of: {', '.join(str(part) for part in self.parts)}"


@dataclass(frozen=True, slots=True)
class Not(Condition):
    """The part does not hold."""

    part: Condition

    def holds(self, situation: Situation) -> bool:
        return not self.part.holds(situation)

    def __str__(self) -> str:
        return f"not ({self.part})"


Comparison: TypeAlias = Test | Fell | Exceeds | Within | Says | Heard


def reading(step: str) -> str:
    """The name under which the facts of a talk hold what was found in the words given at this step."""
    return f"{step}_says"


def answer_in(test: Comparison) -> str:
    """The step whose answer a comparison looks at, or "" where it looks at none."""
    match test:
        case Test("answer", step) | Fell(step) | Exceeds(step) | Within(step) | Says(step):
            return step
        case _:
            return ""


def fact_in(test: Comparison) -> str:
    """The fact that a comparison looks at, or "" where it looks at none."""
    match test:
        case Test("fact", fact) | Fell(_, fact) | Exceeds(_, fact):
            return fact
        case Within():
            return TODAY
        case _:
            return ""


def tests_in(condition: Condition) -> tuple[Comparison, ...]:
    """Every comparison a condition is made of, left to right."""
    if isinstance(condition, Test | Fell | Exceeds | Within | Says | Heard):
        return (condition,)
    parts = (condition.part,) if isinstance(condition, Not) else cast(AllOf | AnyOf | SomeOf, condition).parts
    return tuple(test for part in parts for test in tests_in(part))


_COMPARE: Mapping[Operator, Callable[[Any, Any], bool]] = {
    "answered": lambda found, value: True,
    "is": lambda found, value: bool(found == value),
    "among": lambda found, value: found in value,
    "includes": lambda found, value: value in found,
    "at_most": lambda found, value: bool(found <= value),
    "at_least": lambda found, value: bool(found >= value),
}
