"""The pen: a conversation is a Python function that says it from top to bottom.

The function runs once, at import, and leaves a frozen `Flow`. We chose a pen over a table or a class because a new
colleague reads it as the talk it is, and we gave up `if` and loops over answers: a branch is `with talk.when(...)`.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import TypeGuard

from flows.answers import Answer as TextAnswer
from flows.answers import ChoiceAnswer, DateAnswer, Fact, ManyAnswer, NumberAnswer, WordsAnswer, YesNoAnswer
from flows.cadence import Cadence
from flows.conditions import AllOf, BrokenFlow, Condition, Fell, Heard, Test, tests_in
from flows.known_facts import KNOWN_FACTS
from flows.severity import Severity
from flows.steps import ALWAYS, Flag, Flow, Item, Kind, Opening, Option, Question, Reader, Room, Say, Subject, Threshold

YES_NO = (Option("yes", "Yes"), Option("no", "No"))
NOT_SURE = Option("not_sure", "Not sure")


class Talk:
    """The pen in the author's hand; every method writes one item under the branches it stands in."""

    def __init__(self) -> None:
        self._items: list[Item] = []
        self._branches: list[Condition] = []
        self._last_branch: dict[int, Condition] = {}

    def say(self, step: str, text: str, *, locked: bool = False, removable: bool = False) -> None:
        """Say something and go on; a `removable` step a programme may switch off, here as in questions."""
        self._write(Say(step, text, when=self._here(), locked=locked, removable=removable))

    def scale(
        self, step: str, text: str, *, low: str, high: str, locked: bool = False, removable: bool = False
    ) -> NumberAnswer:
        """Ask for a number from 1 to 5, with words at both ends."""
        self._write(
            Question(
                step, text, Kind.SCALE, when=self._here(), lowest=1, highest=5, low=low, high=high,
                locked=locked, removable=removable,
            )
        )  # fmt: skip
        return NumberAnswer(step)

    def yes_no(self, step: str, text: str, *, not_sure: bool = False, locked: bool = False) -> YesNoAnswer:
        """Ask for yes or no, and where the author says so, "not sure"."""
        options = (*YES_NO, NOT_SURE) if not_sure else YES_NO
        self._write(Question(step, text, Kind.YES_NO, when=self._here(), options=options, locked=locked))
        return YesNoAnswer(step, not_sure)

    def choice(
        self, step: str, text: str, options: Mapping[str, str], *,
        required: bool = False, stacked: bool = False, bare: bool = False, locked: bool = False,
        removable: bool = False, reader: Reader = Reader.NOBODY_SAID,
        offered: Mapping[str, Condition] | None = None,
    ) -> ChoiceAnswer:  # fmt: skip
        """Ask for one of several options, `{id: label}`; in a `bare` question they stand for the controls too.

        An option that `offered` names is there only when its condition holds. Labels may hold placeholders.
        """
        picked = _options(options, offered or {})
        self._write(
            Question(
                step, text, Kind.CHOICE, when=self._here(), options=picked, required=required,
                stacked=stacked, bare=bare, locked=locked, removable=removable, reader=reader,
            )
        )  # fmt: skip
        return ChoiceAnswer(step, tuple(options))

    def many(
        self, step: str, text: str, options: Mapping[str, str], *,
        at_most: int = 0, alone: tuple[str, ...] = (), offered: Mapping[str, Condition] | None = None,
    ) -> ManyAnswer:  # fmt: skip
        """Ask for any number of options, `at_most` if given; an option in `alone` completes the answer by itself.

        `offered` is as in `choice`.
        """
        self._write(
            Question(
                step, text, Kind.MANY, when=self._here(), options=_options(options, offered or {}),
                limit=at_most or len(options), alone=alone,
            )
        )  # fmt: skip
        return ManyAnswer(step, tuple(options))

    def text(
        self, step: str, text: str, *,
        limit: int, required: bool = False, removable: bool = False, reader: Reader = Reader.NOBODY_SAID,
    ) -> WordsAnswer:  # fmt: skip
        """Ask for words, at most `limit` characters; a longer answer is kept whole and she is told so."""
        self._write(
            Question(
                step, text, Kind.TEXT, when=self._here(),
                limit=limit, required=required, removable=removable, reader=reader,
            )
        )  # fmt: skip
        return WordsAnswer(step)

    def number(self, step: str, text: str, *, lowest: int, highest: int) -> NumberAnswer:
        """Ask for a whole number from `lowest` to `highest`."""
        self._write(Question(step, text, Kind.NUMBER, when=self._here(), lowest=lowest, highest=highest))
        return NumberAnswer(step)

    def date(self, step: str, text: str) -> DateAnswer:
        """Ask for a day; the answer is an ISO date, `2026-11-30`."""
        self._write(Question(step, text, Kind.DATE, when=self._here()))
        return DateAnswer(step)

    def time(self, step: str, text: str, *, common: tuple[str, ...] = ()) -> TextAnswer:
        """Ask for a time of day; the answer is `HH:MM`, and `common` ones are offered as buttons."""
        offered = tuple(Option(clock, clock) for clock in common)
        self._write(Question(step, text, Kind.TIME, when=self._here(), options=offered))
        return TextAnswer(step)

    def flag(
        self, flag_id: str, condition: Condition, *,
        severity: str, topic: str, restricted: bool = False, anew: bool = False, remark: str = "",
        tunable: tuple[int, int] | None = None,
    ) -> None:  # fmt: skip
        """Raise a flag as soon as the condition holds; from `attention` on it becomes a case about `topic`.

        It joins her open case about the same topic, unless it is raised `anew`. A `remark` tells whoever reads the case
        what to do about her answers; she does not see it.

        Between the two numbers of `tunable` a programme may move the one that the condition compares an answer with.
        """
        moved = _threshold(flag_id, condition, *tunable) if tunable else None
        self._write(Flag(flag_id, Severity.of(severity), topic, self._here(condition), restricted, anew, remark, moved))

    def opens(self, opening_id: str, conversation: str, *, after_days: int = 0) -> None:
        """Open another conversation: right after this one, or when so many days are over.

        One that comes later asks after the case of this talk, where it has one.
        """
        self._write(Opening(opening_id, conversation, self._here(), after_days))

    def room_for(self, room_id: str) -> None:
        """Leave room for questions of a programme's own."""
        self._write(Room(room_id, self._here()))

    def fact(self, name: str) -> Fact:
        """Something known besides the answers."""
        if name not in KNOWN_FACTS:
            raise BrokenFlow(f"no fact is called {name!r}: use one of {', '.join(sorted(KNOWN_FACTS))}")
        return Fact(name)

    def heard(self, severity: str, *, in_words: bool = False) -> Condition:
        """A flag or a triage hit of this severity or worse was heard in this conversation.

        `in_words`: in her own words, or in those that brought her here; flags do not count then.
        """
        return Heard(Severity.of(severity), in_words)

    @contextmanager
    def when(self, condition: Condition) -> Iterator[None]:
        """What is written inside happens only when the condition holds."""
        if not isinstance(condition, Condition):
            raise BrokenFlow(f"`talk.when` needs a condition such as mood.at_most(2), not {type(condition).__name__}")
        with self._branch(condition):
            yield
        self._last_branch[len(self._branches)] = condition

    @contextmanager
    def otherwise(self) -> Iterator[None]:
        """What is written inside happens when none of the `when` and `or_when` just above it did."""
        before = self._last_branch.get(len(self._branches))
        if before is None:
            raise BrokenFlow("`talk.otherwise` stands where no `talk.when` came before it")
        with self._branch(~before):
            yield

    @contextmanager
    def or_when(self, condition: Condition) -> Iterator[None]:
        """As `when`, but only if none of the branches just above it was taken: the first that fits."""
        before = self._last_branch.get(len(self._branches))
        if before is None:
            raise BrokenFlow("`talk.or_when` stands where no `talk.when` came before it")
        with self._branch(~before & condition):
            yield
        self._last_branch[len(self._branches)] = before | condition

    def items(self) -> tuple[Item, ...]:
        """All that was written."""
        return tuple(self._items)

    @contextmanager
    def _branch(self, condition: Condition) -> Iterator[None]:
        self._branches.append(condition)
        self._last_branch.pop(len(self._branches), None)
        try:
            yield
        finally:
            self._branches.pop()

    def _here(self, *more: Condition) -> Condition:
        parts = (*self._branches, *more)
        return parts[0] if len(parts) == 1 else AllOf(parts)

    def _write(self, item: Item) -> None:
        if any(item.id == earlier.id for earlier in self._items):
            raise BrokenFlow(f"two items are called {item.id!r}: give each an id of its own")
        if not isinstance(item, Flag | Opening | Room):
            # A `when` followed by something unconditional is a finished thought: `otherwise` may not reach over it.
            self._last_branch.pop(len(self._branches), None)
        self._items.append(item)


def conversation(
    flow_id: str,
    *,
    title: str,
    expires_after_days: int,
    cadence: Cadence | None = None,
    report: bool = False,
    complaint: bool = False,
    framework: str = "",
    about: Subject = "case",
) -> Callable[[Callable[[Talk], None]], Flow]:
    """Turn the function below into the frozen flow it says.

    With a `cadence` it comes of its own accord. In a `report` every answer, not only words, is told in its case. A
    `complaint` is about somebody at work: all that is heard in it is one case, restricted from then on where it is,
    and safeguarding sees other complaints about the same workplace. `framework` names the scales it asks on.
    One that is `about` a goal or a mentorship speaks of one when it is opened by a talk about it or was promised about
    it; else what it asks after is a case.
    """

    def written(script: Callable[[Talk], None]) -> Flow:
        talk = Talk()
        script(talk)
        return Flow(flow_id, title, expires_after_days, talk.items(), cadence, report, complaint, framework, about)

    return written


def _threshold(flag_id: str, condition: Condition, lowest: int, highest: int) -> Threshold:
    """The one comparison of an answer with a number that stands in a flag's own condition."""
    numbers = {test for test in tests_in(condition) if isinstance(test, Fell) or _compares_an_answer(test)}
    if len(numbers) != 1:
        raise BrokenFlow(
            f"flag {flag_id!r} compares answers with {len(numbers)} numbers, so none can be moved: leave tunable out"
        )
    (test,) = numbers
    number = test.by if isinstance(test, Fell) else test.value
    if not isinstance(number, int) or not lowest <= number <= highest:
        raise BrokenFlow(
            f"flag {flag_id!r} stands at {number}, outside its own bounds: mend tunable=({lowest}, {highest})"
        )
    return Threshold(test, lowest, highest)


def _compares_an_answer(test: object) -> TypeGuard[Test]:
    return isinstance(test, Test) and test.source == "answer" and test.operator in ("at_most", "at_least")


def _options(labels: Mapping[str, str], offered: Mapping[str, Condition] = MappingProxyType({})) -> tuple[Option, ...]:
    if unknown := sorted(set(offered) - set(labels)):
        raise BrokenFlow(f"offered names {unknown[0]!r}, which is no option: use one of {', '.join(labels)}")
    return tuple(Option(option_id, label, offered.get(option_id, ALWAYS)) for option_id, label in labels.items())


__all__ = ["Reader", "Talk", "conversation"]
