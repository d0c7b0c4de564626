"""What the pen hands back for each question, so that a branch reads as speech: `mood.at_most(2)`, `safe.is_("no")`.

Each kind of question has its own class with only the tests that make sense for it; a wrong test is a type error.
"""

from dataclasses import dataclass

from flows.conditions import BrokenFlow, Condition, Exceeds, Fell, Says, Test, Value, Within
from flows.readings import READINGS


@dataclass(frozen=True)
class Answer:
    """The answer to one step."""

    step: str

    @property
    def is_given(self) -> Condition:
        """It was answered, not skipped."""
        return Test("answer", self.step, "answered")

    def __bool__(self) -> bool:
        raise BrokenFlow(
            f"the answer to {self.step!r} cannot be tested with `if` while the script is written: "
            f"use `with talk.when({self.step}.…)`"
        )


@dataclass(frozen=True)
class WordsAnswer(Answer):
    """Words of her own."""

    def says(self, what: str) -> Condition:
        """Answered, and the words say it; see `flows.readings` for what can be read."""
        return Says(self.step, _readable(what))

    def lacks(self, what: str) -> Condition:
        """Answered, and the words do not say it."""
        return self.is_given & ~self.says(what)


@dataclass(frozen=True)
class NumberAnswer(Answer):
    """A scale or a number."""

    def at_most(self, highest: int) -> Condition:
        """Answered, and this or lower."""
        return Test("answer", self.step, "at_most", highest)

    def at_least(self, lowest: int) -> Condition:
        """Answered, and this or higher."""
        return Test("answer", self.step, "at_least", lowest)

    def is_(self, value: int) -> Condition:
        """Answered with exactly this."""
        return Test("answer", self.step, "is", value)

    def fell_since(self, fact: "Fact", by: int) -> Condition:
        """Lower by at least `by` than the fact, which holds an earlier answer."""
        return Fell(self.step, fact.name, by)

    def exceeds(self, fact: "Fact") -> Condition:
        """Answered, and higher than the fact; false where nobody knows the fact."""
        return Exceeds(self.step, fact.name)


@dataclass(frozen=True)
class DateAnswer(Answer):
    """A day."""

    def within_days(self, days: int) -> Condition:
        """Answered, and at most so many days after today; a day that is over counts too."""
        return Within(self.step, days)


@dataclass(frozen=True)
class YesNoAnswer(Answer):
    """Yes or no; sometimes also "not sure"."""

    not_sure: bool = False

    @property
    def is_yes(self) -> Condition:
        """Answered with yes."""
        return Test("answer", self.step, "is", "yes")

    @property
    def is_no(self) -> Condition:
        """Answered with no."""
        return Test("answer", self.step, "is", "no")

    @property
    def is_not_sure(self) -> Condition:
        """Answered with "not sure", where that was offered."""
        if not self.not_sure:
            raise BrokenFlow(f"step {self.step!r} does not offer 'not sure': write yes_no(..., not_sure=True)")
        return Test("answer", self.step, "is", "not_sure")


@dataclass(frozen=True)
class _PickedAnswer(Answer):
    options: tuple[str, ...]

    def _known(self, option: str) -> str:
        if option not in self.options:
            raise BrokenFlow(f"step {self.step!r} has no option {option!r}: use one of {', '.join(self.options)}")
        return option


@dataclass(frozen=True)
class ChoiceAnswer(_PickedAnswer):
    """One option."""

    def is_(self, option: str) -> Condition:
        """Answered with this option."""
        return Test("answer", self.step, "is", self._known(option))

    def among(self, *options: str) -> Condition:
        """Answered with one of these options."""
        return Test("answer", self.step, "among", tuple(self._known(option) for option in options))


@dataclass(frozen=True)
class ManyAnswer(_PickedAnswer):
    """Several options."""

    def includes(self, option: str) -> Condition:
        """This option was picked, alone or with others."""
        return Test("answer", self.step, "includes", self._known(option))


@dataclass(frozen=True)
class Fact:
    """Something known before the turn; see `flows.known_facts` for the list and what each one means."""

    name: str

    @property
    def is_true(self) -> Condition:
        """The fact is known and true."""
        return Test("fact", self.name, "is", True)

    @property
    def is_known(self) -> Condition:
        """The fact has a value."""
        return Test("fact", self.name, "answered")

    def is_(self, value: Value) -> Condition:
        """The fact has exactly this value."""
        return Test("fact", self.name, "is", value)

    def includes(self, value: str) -> Condition:
        """The fact is a list that holds this value."""
        return Test("fact", self.name, "includes", value)

    def at_most(self, highest: int) -> Condition:
        """The fact is a number, this or lower."""
        return Test("fact", self.name, "at_most", highest)

    def at_least(self, lowest: int) -> Condition:
        """The fact is a number, this or higher."""
        return Test("fact", self.name, "at_least", lowest)

    def __bool__(self) -> bool:
        raise BrokenFlow(
            f"the fact {self.name!r} cannot be tested with `if` while the script is written: "
            f"use `with talk.when(talk.fact({self.name!r}).…)`"
        )


def _readable(what: str) -> str:
    if what not in READINGS:
        raise BrokenFlow(f"nobody reads {what!r} in words: use one of {', '.join(READINGS)}")
    return what
