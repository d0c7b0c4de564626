"""The answers that matter: one value for each class that some test tells apart."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from bot.engine.checks.walks.formulas import holds
from flows.conditions import Test, Value
from flows.steps import Kind, Question

_WIDEST_SCALE = 20
"""A number with more values than this is represented by the borders that tests draw."""


def one_of_each_class(values: Iterable[Value], tests: Sequence[Test]) -> Iterator[Value]:
    """The first value of every class; two values are of one class when no test tells them apart."""
    seen = set()
    for value in values:
        if (mark := tuple(holds(test, value) for test in tests)) not in seen:
            seen.add(mark)
            yield value


def possible_answers(question: Question, tests: Collection[Test]) -> Iterator[Value]:
    """Answers of every class that the tests may tell apart, and None: skipped, unless the question is required."""
    match question.kind:
        case Kind.SCALE | Kind.NUMBER:
            yield from _numbers(question, tests)
        case Kind.YES_NO | Kind.CHOICE:
            yield from (option.id for option in question.options)
        case Kind.MANY:
            yield from _picks(question, tests)
        case Kind.DATE:
            yield from (*sorted({test.value for test in tests if isinstance(test.value, str)}), date.max.isoformat())
        case Kind.TEXT | Kind.TIME:
            yield "anything"
    if not question.required:
        yield None


def _numbers(question: Question, tests: Collection[Test]) -> Sequence[int]:
    every = range(question.lowest, question.highest + 1)
    if len(every) <= _WIDEST_SCALE:
        return every
    borders = {question.lowest, *(test.value for test in tests if isinstance(test.value, int))}
    return sorted({near for border in borders for near in (border - 1, border, border + 1) if near in every})


def _picks(question: Question, tests: Collection[Test]) -> Iterator[tuple[str, ...]]:
    tested = {test.value for test in tests}
    together = [option.id for option in question.options if option.id not in question.alone]
    yield from ((option,) for option in question.alone)
    # Options that nothing tests are all alike: the first stands for them.
    others = [option for option in together if option not in tested][:1]
    telling = [option for option in together if option in tested] + others
    for size in range(1, min(question.limit, len(telling)) + 1):
        yield from combinations(telling, size)
