"""Conditions: they look upward only, at answers and facts that exist, with tests that can have both outcomes."""

from collections.abc import Iterator
from typing import TypeGuard

from bot.engine.checks.finding import Finding
from flows.conditions import Comparison, Exceeds, Fell, Heard, Operator, Says, Test, Value, Within, tests_in
from flows.known_facts import KNOWN_FACTS
from flows.readings import READINGS
from flows.severity import Severity
from flows.steps import Flow, Kind, Question, conditions_of

_NUMBERS: tuple[Operator, ...] = ("is", "at_most", "at_least")
_PICKED: tuple[Operator, ...] = ("is", "among")
OPERATORS: dict[Kind, tuple[Operator, ...]] = {
    Kind.SCALE: _NUMBERS, Kind.NUMBER: _NUMBERS, Kind.YES_NO: _PICKED, Kind.CHOICE: _PICKED, Kind.MANY: ("includes",),
    Kind.TEXT: (), Kind.DATE: (), Kind.TIME: (),
}  # fmt: skip
"""What may be asked of an answer besides whether it was given."""


def check_conditions(flow: Flow) -> Iterator[Finding]:
    """Findings about what branches and flags test."""
    for place, item in enumerate(flow.items):
        above = {earlier.id: earlier for earlier in flow.items[:place] if isinstance(earlier, Question)}
        for test in (test for condition in conditions_of(item) for test in tests_in(condition)):
            yield from (Finding(flow.id, item.id, message) for message in _test(flow, above, test))


def _test(flow: Flow, above: dict[str, Question], test: Comparison) -> Iterator[str]:
    match test:
        case Test("answer", step):
            yield from _missing(flow, above, step) or _answer(above[step], test)
        case Test("fact", name):
            yield from _unknown_fact(name) or _fact(test)
        case Fell(step, since, by):
            yield from _missing(flow, above, step) or _unknown_fact(since) or _fell(above[step], since, by)
        case Exceeds(step, fact):
            yield from _missing(flow, above, step) or _unknown_fact(fact) or _exceeds(above[step], fact)
        case Within(step, days):
            yield from _missing(flow, above, step) or _within(above[step], days)
        case Says(step, what):
            yield from _missing(flow, above, step) or _says(above[step], what)
        case Heard(Severity.NONE):
            yield "'heard none' is always true: name a severity, or write it outside the branch"
        case _:
            pass


def _missing(flow: Flow, above: dict[str, Question], step: str) -> list[str]:
    if step in above:
        return []
    if flow.question(step):
        return [f"tests the answer to {step!r}, which is not given yet: move this below the question"]
    asked = f"use one of {', '.join(above)}" if above else "no question stands above"
    return [f"tests the answer to {step!r}, and no question has this id: {asked}"]


def _unknown_fact(name: str) -> list[str]:
    if name in KNOWN_FACTS:
        return []
    return [f"tests the fact {name!r}, which nobody computes: use one of {', '.join(sorted(KNOWN_FACTS))}"]


def _answer(question: Question, test: Test) -> Iterator[str]:
    allowed = OPERATORS[question.kind]
    if test.operator == "answered":
        return
    if test.operator not in allowed:
        remedy = f"use {' or '.join(allowed)}" if allowed else "test only whether it was answered"
        yield f"tests {str(test)!r}, but {question.id!r} is a {question.kind} question: {remedy}"
    elif question.kind in (Kind.SCALE, Kind.NUMBER):
        yield from _in_range(question, test)
    else:
        options = [option.id for option in question.options]
        for value in test.value if isinstance(test.value, tuple) else (test.value,):
            if value not in options:
                yield f"step {question.id!r} has no option {value!r}: use one of {', '.join(options)}"


def _in_range(question: Question, test: Test) -> Iterator[str]:
    value = test.value
    if not _is_number(value) or not question.lowest <= value <= question.highest:
        yield (
            f"compares {question.id!r} with {value!r}, but its answers go from {question.lowest} to"
            f" {question.highest}: use a number between them"
        )


def _fact(test: Test) -> Iterator[str]:
    values = KNOWN_FACTS[test.name].values
    possible: tuple[Value, ...] = values
    if test.operator == "includes":
        possible = tuple(one for value in values if isinstance(value, tuple) for one in value)
    match test.operator:
        case "answered":
            return
        case "at_most" | "at_least":
            fits = _is_number(test.value) and any(_is_number(value) for value in values)
        case "among":
            fits = isinstance(test.value, tuple) and set(test.value) <= {v for v in values if isinstance(v, str)}
        case "is" | "includes":
            # `1 == True`, and a number where a yes or no is meant is a mistake.
            fits = any(value == test.value and type(value) is type(test.value) for value in possible)
    if not fits:
        shown = f"one of: {', '.join(map(repr, possible))}" if possible else "no list"
        yield f"tests {str(test)!r}, but this fact is {shown}"


def _fell(question: Question, since: str, by: int) -> Iterator[str]:
    if question.kind not in (Kind.SCALE, Kind.NUMBER):
        yield f"{question.id!r} is a {question.kind} question and cannot fall: only a scale or a number can"
    elif not 0 < by <= question.highest - question.lowest:
        yield f"{question.id!r} cannot fall by {by}: use 1 to {question.highest - question.lowest}"
    if not any(_is_number(value) for value in KNOWN_FACTS[since].values):
        yield f"the fact {since!r} is no number: name one that holds an earlier answer"


def _exceeds(question: Question, fact: str) -> Iterator[str]:
    if question.kind not in (Kind.SCALE, Kind.NUMBER):
        yield f"{question.id!r} is a {question.kind} question and exceeds nothing: only a scale or a number can"
    if not any(_is_number(value) for value in KNOWN_FACTS[fact].values):
        yield f"the fact {fact!r} is no number: name one that is"


def _within(question: Question, days: int) -> Iterator[str]:
    if question.kind is not Kind.DATE:
        yield f"{question.id!r} is a {question.kind} question and comes on no day: only a date can"
    elif days < 0:
        yield f"{question.id!r} is compared with {days} days from today: use 0 for today or before, or more"


def _says(question: Question, what: str) -> Iterator[str]:
    if question.kind is not Kind.TEXT:
        yield f"{question.id!r} is a {question.kind} question and no words are read in it: only a text says something"
    if what not in READINGS:
        yield f"nobody reads {what!r} in words: use one of {', '.join(READINGS)}"


def _is_number(value: Value) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)
