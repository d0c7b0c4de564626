"""Walking the answers that matter until one walk makes a formula true.

Only answers and facts that bear on the formula are walked, so independent branches are walked apart; and what is left
of it after an answer is walked once, however she came there. Where even that takes too many situations, the caller is
told.
"""

from collections.abc import Iterable, Iterator

from bot.engine.checks.walks.classes import one_of_each_class, possible_answers
from bot.engine.checks.walks.formulas import Formula, Variable, assume, tests_of
from bot.engine.checks.walks.ways import HEARD_AT, READ_IN
from flows.conditions import Test, Value
from flows.known_facts import KNOWN_FACTS
from flows.severity import Severity
from flows.steps import Flow

CAP = 20_000
"""Situations walked for one formula."""


def can_be(flow: Flow, goal: Formula, cap: int = CAP) -> bool | None:
    """Whether some answers make the goal true; None where `cap` situations did not tell."""
    waiting, seen = [iter([goal])], set[Formula]()
    while waiting:
        left = next(waiting[-1], None)
        if left is None:
            waiting.pop()
        elif left is True:
            return True
        elif left is not False and left not in seen:
            if len(seen) == cap:
                return None
            seen.add(left)
            waiting.append(_after_next_answer(flow, left))
    return False


def _after_next_answer(flow: Flow, left: Formula) -> Iterator[Formula]:
    """What is left of the formula after each answer that matters to its earliest question or fact."""
    tests = sorted(tests_of(left), key=str)
    variable: Variable = min({(test.source, test.name) for test in tests}, key=lambda each: _order(flow, each))
    tests = [test for test in tests if (test.source, test.name) == variable]
    for value in one_of_each_class(_values(flow, variable, tests), tests):
        yield assume(left, variable, value, {})


def _order(flow: Flow, variable: Variable) -> tuple[int, str]:
    """Answers in the order of the script: what bears on everything stands at the top. Facts come first."""
    source, name = variable
    return (flow.place(name) if source == "answer" else -1), name


def _values(flow: Flow, variable: Variable, tests: list[Test]) -> Iterable[Value]:
    source, name = variable
    if source == "fact" and name.startswith(READ_IN):
        return (False, True)
    if source == "fact":
        return [int(level) for level in Severity] if name.startswith(HEARD_AT) else KNOWN_FACTS[name].values
    if question := flow.question(name):
        return possible_answers(question, tests)
    raise AssertionError(f"{name!r} is no question: conditions are checked before the walk")
