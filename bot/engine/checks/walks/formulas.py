"""Conditions as formulas over tests, made small as soon as an answer or a fact is assumed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from flows.conditions import Situation, Test, Value

Variable: TypeAlias = tuple[Literal["answer", "fact"], str]
"""An answer by step or a fact by name."""


@dataclass(frozen=True, slots=True)
class All:
    """Every part is true."""

    parts: "frozenset[Formula]"


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part is true."""

    parts: "frozenset[Formula]"


@dataclass(frozen=True, slots=True)
class No:
    """The part is not true."""

    part: "Formula"


Formula: TypeAlias = bool | Test | All | Either | No
"""Truth itself, one test, or several put together. Equal parts are one: they are sets, whose hash is computed once."""


def all_of(parts: Iterable[Formula]) -> Formula:
    """Every part is true; False as soon as two parts contradict one another."""
    kept = _flat(parts, All)
    if False in kept or any(isinstance(part, No) and part.part in kept for part in kept):
        return False
    kept.discard(True)
    return All(frozenset(kept)) if len(kept) > 1 else kept.pop() if kept else True


def either(parts: Iterable[Formula]) -> Formula:
    """At least one part is true."""
    kept = _flat(parts, Either)
    if True in kept or any(isinstance(part, No) and part.part in kept for part in kept):
        return True
    kept.discard(False)
    return Either(frozenset(kept)) if len(kept) > 1 else kept.pop() if kept else False


def no(part: Formula) -> Formula:
    """The part is not true."""
    if isinstance(part, bool):
        return not part
    return part.part if isinstance(part, No) else No(part)


def assume(formula: Formula, variable: Variable, value: Value, done: dict[Formula, Formula]) -> Formula:
    """What is left of the formula when the variable has this value; `done` saves work on parts that are shared."""
    if isinstance(formula, bool):
        return formula
    if formula not in done:
        done[formula] = _assume(formula, variable, value, done)
    return done[formula]


def _assume(
    formula: Test | All | Either | No, variable: Variable, value: Value, done: dict[Formula, Formula]
) -> Formula:
    match formula:
        case Test(source, name):
            return holds(formula, value) if (source, name) == variable else formula
        case All(parts):
            return all_of(assume(part, variable, value, done) for part in parts)
        case Either(parts):
            return either(assume(part, variable, value, done) for part in parts)
        case No(part):
            return no(assume(part, variable, value, done))


def holds(test: Test, value: Value) -> bool:
    """Whether a test is true of one value of what it looks at."""
    known = {test.name: value}
    return test.holds(Situation(known, {}) if test.source == "answer" else Situation({}, known))


def tests_of(formula: Formula) -> set[Test]:
    """Every test in the formula."""
    found: set[Test] = set()
    seen: set[Formula] = set()
    waiting = [formula]
    while waiting:
        part = waiting.pop()
        if part in seen:
            continue
        seen.add(part)
        match part:
            case Test():
                found.add(part)
            case All(parts) | Either(parts):
                waiting.extend(parts)
            case No(inner):
                waiting.append(inner)
            case _:
                pass
    return found


def _flat(parts: Iterable[Formula], kind: type[All] | type[Either]) -> set[Formula]:
    flat: set[Formula] = set()
    for part in parts:
        flat.update(part.parts if isinstance(part, kind) else (part,))
    return flat
