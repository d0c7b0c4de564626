"""What conditions mean, and that they survive JSON."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.answers import DateAnswer, Fact, NumberAnswer, WordsAnswer
from flows.condition_json import from_json, to_json
from flows.conditions import (
    AllOf,
    AnyOf,
    BrokenFlow,
    Condition,
    Fell,
    Heard,
    Not,
    Operator,
    Says,
    Situation,
    Test,
    Value,
    Within,
)  # fmt: skip
from flows.conditions import tests_in as comparisons_in  # pytest would collect its own name
from flows.readings import READINGS
from flows.severity import Severity

NAMES = st.sampled_from(["mood", "safe", "ways"])
VALUES = st.one_of(st.integers(1, 5), st.booleans(), st.text(max_size=5), st.tuples(st.text(max_size=3)))
LEAVES: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Test, st.sampled_from(["answer", "fact"]), NAMES, st.sampled_from(["is", "answered", "among"]), VALUES),
    st.builds(Fell, NAMES, NAMES, st.integers(1, 4)),
    st.builds(Within, NAMES, st.integers(0, 60)),
    st.builds(Says, NAMES, st.sampled_from(sorted(READINGS))),
    st.builds(Heard, st.sampled_from(Severity), st.booleans()),
)


def _grown(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, max_size=3).map(tuple)
    return st.one_of(st.builds(Not, parts), st.builds(AllOf, several), st.builds(AnyOf, several))


CONDITIONS = st.recursive(LEAVES, _grown, max_leaves=8)


@given(CONDITIONS)
def test_a_condition_comes_back_from_json_as_it_went(condition: Condition) -> None:
    assert from_json(json.loads(json.dumps(to_json(condition)))) == condition


@given(CONDITIONS)
def test_a_condition_says_what_it_is_made_of(condition: Condition) -> None:
    assert all(str(test) in str(condition) for test in comparisons_in(condition))


@pytest.mark.parametrize("data", [{}, {"test": "answer", "name": "mood"}, {"all": 3, "more": 1, "not": {}}])
def test_other_data_are_refused(data: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        from_json(data)


@pytest.mark.parametrize(
    ("operator", "value", "true_of", "false_of"),
    [
        ("is", "yes", ["yes"], ["no", ""]),
        ("is", 3, [3], [2, 4]),
        ("among", ("a", "b"), ["a", "b"], ["c"]),
        ("includes", "a", [("a",), ("b", "a")], [(), ("b",)]),
        ("at_most", 2, [1, 2], [3, 5]),
        ("at_least", 4, [4, 5], [1, 3]),
        ("answered", None, ["no", 1, (), False], []),
    ],
)
def test_an_operator_is_true_of_what_it_says(
    operator: Operator, value: Value, true_of: list[Value], false_of: list[Value]
) -> None:
    for source in ("answer", "fact"):
        condition = Test("answer" if source == "answer" else "fact", "it", operator, value)

        def holds(found: Value, condition: Condition = condition, source: str = source) -> bool:
            known = {"it": found}
            return condition.holds(Situation(known, {}) if source == "answer" else Situation({}, known))

        assert [found for found in [*true_of, *false_of] if holds(found)] == true_of


@given(LEAVES)
def test_a_skipped_answer_and_an_unknown_fact_satisfy_no_test(condition: Condition) -> None:
    nothing = Situation({"mood": None, "safe": None}, {"ways": None})
    always = isinstance(condition, Heard) and condition.severity is Severity.NONE
    assert condition.holds(nothing) is always


@pytest.mark.parametrize(
    ("now", "before", "fell"), [(3, 5, True), (4, 5, False), (5, 3, False), (None, 5, False), (1, None, False)]
)
def test_an_answer_fell_when_it_is_that_much_lower(now: int | None, before: int | None, fell: bool) -> None:
    assert Fell("mood", "previous_mood", 2).holds(Situation({"mood": now}, {"previous_mood": before})) is fell


@pytest.mark.parametrize(
    ("now", "known", "exceeds"), [(46, 45, True), (45, 45, False), (None, 45, False), (60, None, False)]
)
def test_an_answer_exceeds_a_fact_that_is_known_and_lower(now: int | None, known: int | None, exceeds: bool) -> None:
    above = NumberAnswer("hours").exceeds(Fact("hours_agreed_most"))
    assert above.holds(Situation({"hours": now}, {"hours_agreed_most": known})) is exceeds
    assert from_json(to_json(above)) == above


def test_what_a_flag_said_is_not_heard_in_words() -> None:
    by_a_flag = Situation({}, {}, heard=Severity.URGENT, said=Severity.INFO)
    assert Heard(Severity.URGENT).holds(by_a_flag)
    assert not Heard(Severity.URGENT, in_words=True).holds(by_a_flag)
    assert Heard(Severity.INFO, in_words=True).holds(by_a_flag)


@pytest.mark.parametrize(
    ("given", "today", "soon"),
    [
        ("2026-12-15", "2026-12-01", True), ("2026-12-16", "2026-12-01", False), ("2026-11-01", "2026-12-01", True),
        ("2027-01-05", "2026-12-22", True), (None, "2026-12-01", False), ("2026-12-15", None, False),
    ],
)  # fmt: skip
def test_a_day_is_soon_when_it_comes_within_so_many_days(given: str | None, today: str | None, soon: bool) -> None:
    assert DateAnswer("deadline").within_days(14).holds(Situation({"deadline": given}, {"today": today})) is soon


def test_what_was_heard_counts_from_its_severity_up() -> None:
    heard = [level for level in Severity if Heard(Severity.ATTENTION).holds(Situation({}, {}, level))]
    assert heard == [Severity.ATTENTION, Severity.URGENT, Severity.EMERGENCY]


@pytest.mark.parametrize("a", [True, False])
@pytest.mark.parametrize("b", [True, False])
def test_conditions_combine_as_and_or_and_not(a: bool, b: bool) -> None:
    one, other = (AllOf(()) if truth else AnyOf(()) for truth in (a, b))
    nothing = Situation({}, {})
    assert (one & other).holds(nothing) is (a and b)
    assert (one | other).holds(nothing) is (a or b)
    assert (~one).holds(nothing) is not a


@pytest.mark.parametrize(
    "mistake", [lambda one: not one, lambda one: one and one, lambda one: one or one, lambda one: 1 if one else 2]
)
def test_python_may_not_decide_a_condition_while_the_script_is_written(mistake: Callable[[Condition], object]) -> None:
    with pytest.raises(BrokenFlow, match=r"use `with talk\.when"):
        mistake(Test("answer", "mood", "is", 3))


@pytest.mark.parametrize(
    ("answers", "facts", "holds"),
    [
        ({"tell": "sealed"}, {"tell_says": ("date",)}, True),
        ({"tell": "sealed"}, {"tell_says": ("result",)}, False),
        ({"tell": "sealed"}, {}, False),
        ({"tell": None}, {"tell_says": ("date",)}, False),
        ({}, {"tell_says": ("date",)}, False),
    ],
)
def test_words_say_what_was_read_in_them_as_long_as_they_are_given(
    answers: dict[str, Value], facts: dict[str, Value], holds: bool
) -> None:
    situation = Situation(answers, facts)
    assert WordsAnswer("tell").says("date").holds(situation) is holds
    assert WordsAnswer("tell").lacks("date").holds(situation) is (answers.get("tell") is not None and not holds)
