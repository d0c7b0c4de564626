"""Flags that would be raised before their answers are there, and that an answer would have held back.

A flag is raised as soon as it is true. One that waits for something *not* to be answered is true before the question
is asked: `~safe.is_yes` alarms somebody about a student who has only said hello.
"""

from collections.abc import Iterator

from bot.engine.checks.finding import Finding
from bot.engine.checks.walks.classes import one_of_each_class, possible_answers
from bot.engine.checks.walks.formulas import Formula, all_of, assume, no, tests_of
from bot.engine.checks.walks.walk import can_be
from bot.engine.checks.walks.ways import Ways
from flows.conditions import Value
from flows.steps import Flag, Flow, Question


def check_early(flow: Flow) -> Iterator[Finding]:
    """Findings about flags that are raised too early. The flow must have passed the checks of conditions."""
    ways = Ways(flow)
    for flag in flow.items:
        if isinstance(flag, Flag) and (question := _not_awaited(flow, ways, flag)):
            yield Finding(
                flow.id,
                flag.id,
                f"this flag is raised before {question.id!r} is asked, and an answer would have held it back:"
                f" add `& {question.id}.is_given`",
            )


def _not_awaited(flow: Flow, ways: Ways, flag: Flag) -> Question | None:
    """The first question whose answer the flag does not wait for although it depends on it."""
    formula = ways.to(flag)
    tested = {test.name for test in tests_of(formula) if test.source == "answer"}
    for question in (question for question in flow.questions if question.id in tested):
        tests = [test for test in tests_of(formula) if test.name == question.id]
        later = [other.id for other in flow.questions if flow.place(other.id) > flow.place(question.id)]
        before = all_of((ways.to(question), _without(formula, [question.id, *later])))
        if not can_be(flow, before):
            continue
        for value in one_of_each_class(possible_answers(question, tests), tests):
            after = _given(_without(formula, later), question.id, value)
            if can_be(flow, all_of((before, no(after)))):
                return question
    return None


def _without(formula: Formula, steps: list[str]) -> Formula:
    for step in steps:
        formula = _given(formula, step, None)
    return formula


def _given(formula: Formula, step: str, value: Value) -> Formula:
    return assume(formula, ("answer", step), value, {})
