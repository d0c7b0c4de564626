"""Conditions as plain JSON data: how they travel inside a stored script."""

from collections.abc import Mapping
from typing import Any

from flows.conditions import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Exceeds,
    Fell,
    Heard,
    Not,
    Says,
    SomeOf,
    Test,
    Within,
)  # fmt: skip
from flows.severity import Severity


def to_json(condition: Condition) -> dict[str, Any]:
    """The condition as plain JSON data; `from_json` gives it back."""
    match condition:
        case Not(part):
            return {"not": to_json(part)}
        case AllOf(parts):
            return {"all": [to_json(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [to_json(part) for part in parts]}
        case SomeOf(number, parts):
            return {"some": number, "of": [to_json(part) for part in parts]}
        case Test() | Fell() | Exceeds() | Within() | Says() | Heard():
            return _comparison_to_json(condition)
        case _:
            raise AssertionError(f"no JSON form for {type(condition).__name__}")


def from_json(data: Mapping[str, Any]) -> Condition:
    """The condition that `to_json` wrote.

    Raises:
        ValueError: the data are not a condition.
    """
    match data:
        case {"not": part}:
            return Not(from_json(part))
        case {"all": parts}:
            return AllOf(tuple(from_json(part) for part in parts))
        case {"some": number, "of": parts}:
            return SomeOf(number, tuple(from_json(part) for part in parts))
        case {"any": parts}:
            return AnyOf(tuple(from_json(part) for part in parts))
        case _:
            return _comparison_from_json(data)


def _comparison_to_json(comparison: Comparison) -> dict[str, Any]:
    match comparison:
        case Test(source, name, operator, value):
            return {"test": source, "name": name, "op": operator, "value": value}
        case Fell(name, since, by):
            return {"fell": name, "since": since, "by": by}
        case Exceeds(name, fact):
            return {"exceeds": name, "fact": fact}
        case Within(name, days):
            return {"day": name, "within": days}
        case Says(name, what):
            return {"words": name, "say": what}
        case Heard(severity, in_words):
            return {"heard": severity.word} | ({"in_words": True} if in_words else {})


def _comparison_from_json(data: Mapping[str, Any]) -> Comparison:
    match data:
        case {"test": source, "name": name, "op": operator, "value": value}:
            return Test(source, name, operator, tuple(value) if isinstance(value, list) else value)
        case {"fell": name, "since": since, "by": by}:
            return Fell(name, since, by)
        case {"exceeds": name, "fact": fact}:
            return Exceeds(name, fact)
        case {"day": name, "within": days}:
            return Within(name, days)
        case {"words": name, "say": what}:
            return Says(name, what)
        case {"heard": word}:
            return Heard(Severity.of(word), bool(data.get("in_words")))
        case _:
            raise ValueError(f"not a condition: {sorted(data)}")
