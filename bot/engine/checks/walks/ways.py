"""What leads to an item, as one formula over answers, facts and hits in free text that do not depend on one another."""

from datetime import date, timedelta
from functools import cache
from itertools import chain

from bot.engine.checks.walks.formulas import Formula, all_of, either, no
from flows.conditions import (
    TODAY,
    AllOf,
    AnyOf,
    Condition,
    Exceeds,
    Fell,
    Heard,
    Not,
    Says,
    SomeOf,
    Test,
    Within,
    answer_in,
    tests_in,
)  # fmt: skip
from flows.known_facts import KNOWN_FACTS
from flows.severity import Severity
from flows.steps import ALWAYS, Flag, Flow, Item

READ_IN = "read in "
"""A fact of this name stands for what is found in words: true or false."""
HEARD_AT = "heard at "
"""A fact of this name stands for the worst hit in free text since the item before that looks at severity."""


class Ways:
    """Formulas of one flow, each worked out once."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._flags = [(_moment(flow, item), item) for item in flow.items if isinstance(item, Flag)]
        self._listening = [flow.place(item.id) for item in flow.items if _looks_at_severity(item)]
        self._of = cache(self._work_out)

    def to(self, item: Item) -> Formula:
        """What must be true for the item to be said, asked, raised or opened."""
        return self._of(item.when, self._flow.place(item.id))

    def _work_out(self, condition: Condition, place: int) -> Formula:
        match condition:
            case AllOf(parts):
                return all_of(self._of(part, place) for part in parts)
            case AnyOf(parts):
                return either(self._of(part, place) for part in parts)
            case SomeOf(number, parts):
                return _at_least(number, tuple(self._of(part, place) for part in parts))
            case Not(part):
                return no(self._of(part, place))
            case Test("answer", step):
                return all_of((self._asked(step), self._offered(condition)))
            case Test():
                return condition
            case Fell(step) | Exceeds(step) | Within(step) | Says(step):
                return all_of((self._asked(step), _compared(condition)))
            case Heard(severity, in_words):
                return self._heard(severity, place, in_words)
            case _:
                raise AssertionError(f"no formula for {type(condition).__name__}")

    def _asked(self, step: str) -> Formula:
        """A question that was never asked has no answer."""
        return self.to(self._flow.items[self._flow.place(step)])

    def _offered(self, test: Test) -> Formula:
        """An option that was not offered was not chosen."""
        options = question.options if (question := self._flow.question(test.name)) else ()
        narrowed = {each.id: each.when for each in options if each.when != ALWAYS}
        chosen = test.value if isinstance(test.value, tuple) else (test.value,)
        if not narrowed.keys() & set(chosen):
            return test
        place, operator = self._flow.place(test.name), "is" if test.operator == "among" else test.operator
        return either(
            all_of((Test("answer", test.name, operator, one), self._of(narrowed.get(str(one), ALWAYS), place)))
            for one in chosen
        )

    def _heard(self, severity: Severity, place: int, in_words: bool) -> Formula:
        """Raised by a flag before, or by words at some moment before: what was heard stays heard."""
        moments = (moment for moment in self._listening if moment <= place)
        words = [Test("fact", f"{HEARD_AT}{moment}", "at_least", int(severity)) for moment in moments]
        if in_words:
            return either(words)
        flags = (self.to(flag) for moment, flag in self._flags if moment < place and flag.severity >= severity)
        return either(chain(words, flags))


@cache
def _at_least(number: int, parts: tuple[Formula, ...]) -> Formula:
    """So many of the parts are true: with the first one and one fewer of the rest, or without it."""
    if number == 0 or len(parts) < number:
        return number == 0
    first, rest = parts[0], parts[1:]
    return either((all_of((first, _at_least(number - 1, rest))), _at_least(number, rest)))


def _compared(condition: Fell | Exceeds | Within | Says) -> Formula:
    """What an answer must be, and what must be known beside it."""
    match condition:
        case Fell(step, since, by):
            return _fell(step, since, by)
        case Exceeds(step, fact):
            return _exceeds(step, fact)
        case Within(step, days):
            return _within(step, days)
        case Says(step, what):
            return all_of((Test("answer", step, "answered"), Test("fact", f"{READ_IN}{step} {what}", "is", True)))


def _fell(step: str, since: str, by: int) -> Formula:
    before = [value for value in KNOWN_FACTS[since].values if isinstance(value, int)]
    return either(
        all_of((Test("fact", since, "is", value), Test("answer", step, "at_most", value - by))) for value in before
    )


def _exceeds(step: str, fact: str) -> Formula:
    known = [value for value in KNOWN_FACTS[fact].values if isinstance(value, int)]
    return either(
        all_of((Test("fact", fact, "is", value), Test("answer", step, "at_least", value + 1))) for value in known
    )


def _within(step: str, days: int) -> Formula:
    """ISO days are in order as text is."""
    todays = [value for value in KNOWN_FACTS[TODAY].values if isinstance(value, str)]
    return either(
        all_of((Test("fact", TODAY, "is", today), Test("answer", step, "at_most", _after(today, days))))
        for today in todays
    )


def _after(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _moment(flow: Flow, flag: Flag) -> int:
    """The place at which a flag is raised: right after the last answer it looks at, wherever it is written."""
    if _looks_at_severity(flag):
        return flow.place(flag.id)
    steps = (step for test in tests_in(flag.when) if (step := answer_in(test)))
    return max(map(flow.place, steps), default=-1)


def _looks_at_severity(item: Item) -> bool:
    return any(isinstance(test, Heard) for test in tests_in(item.when))
