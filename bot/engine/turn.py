"""One turn of a conversation: what she did goes in, what happened comes out, in the past tense.

Pure: no clock, no I/O, no chance. The same state, input and facts always give the same effects.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from bot.engine.machine import ENDED
from bot.engine.script import Script
from flows.conditions import Situation, Value
from flows.severity import Severity
from flows.steps import Flag, Opening, Question, Say

Facts: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a conversation is: the step it waits on and the answers in the order they were given.

    `heard` is the worst it has heard, `said` the worst of it in words; `picks` is what is ticked so far in a question
    with several answers.
    """

    step: str = ""
    answers: Mapping[str, Value] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()
    heard: Severity = Severity.NONE
    said: Severity = Severity.NONE
    picks: tuple[str, ...] = ()

    @property
    def ended(self) -> bool:
        """Nothing is left to ask."""
        return self.step == ENDED

    def seen_with(self, facts: Facts) -> Situation:
        """What conditions look at."""
        return Situation(self.answers, facts, self.heard, self.said)


@dataclass(frozen=True, slots=True)
class Answer:
    """She answered the step she is on; None skips it."""

    value: Value


@dataclass(frozen=True, slots=True)
class Tick:
    """She ticked or unticked one option of several."""

    option: str


@dataclass(frozen=True, slots=True)
class Done:
    """What is ticked is her answer."""


@dataclass(frozen=True, slots=True)
class Back:
    """She takes her last answer back."""


Input: TypeAlias = Answer | Tick | Done | Back


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something was said."""

    say: Say


@dataclass(frozen=True, slots=True)
class Asked:
    """A question was asked; it is number `number` of `total` as things stand."""

    question: Question
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Answered:
    """A question was answered; None means it was skipped."""

    question: Question
    value: Value


@dataclass(frozen=True, slots=True)
class Ticked:
    """The ticks of a question changed."""

    question: Question
    picks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlagRaised:
    """A flag became true."""

    flag: Flag


@dataclass(frozen=True, slots=True)
class Opened:
    """Another conversation is to open: after this one, or so many days later."""

    conversation: str
    after_days: int = 0


@dataclass(frozen=True, slots=True)
class Refused:
    """It could not be done; `reason` is required, nothing_before, nothing_ticked or too_many."""

    question: Question
    reason: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The conversation is over."""


Effect: TypeAlias = Spoken | Asked | Answered | Ticked | FlagRaised | Opened | Refused | Ended
Turn: TypeAlias = tuple[Progress, list[Effect]]


def begin(script: Script, facts: Facts, heard: Severity = Severity.NONE, said: Severity | None = None) -> Turn:
    """Start a conversation; `heard` is what brought her here: all of it in words, unless `said` is less."""
    return _go_on(script, Progress(heard=heard, said=heard if said is None else said), facts, [])


def take_turn(script: Script, progress: Progress, given: Input, facts: Facts) -> Turn:
    """What happens when she does this."""
    question = _waiting(script, progress)
    match given:
        case Answer(None) if question.required:
            return progress, [Refused(question, "required")]
        case Answer(value):
            return _answered(script, progress, question, value, facts)
        case Tick(option):
            return _ticked(script, progress, question, option, facts)
        case Done() if not progress.picks:
            return progress, [Refused(question, "nothing_ticked")]
        case Done():
            return _answered(script, progress, question, progress.picks, facts)
        case Back():
            return _back(script, progress, question, facts)


def ask_again(script: Script, progress: Progress, facts: Facts) -> Asked:
    """The question it waits on, once more."""
    return _asked(script, progress, _waiting(script, progress), facts)


def _waiting(script: Script, progress: Progress) -> Question:
    question = script.flow.question(progress.step)
    if question is None:
        raise ValueError(f"conversation {script.flow.id!r} does not wait on a question: {progress.step!r}")
    return question


def _answered(script: Script, progress: Progress, question: Question, value: Value, facts: Facts) -> Turn:
    answers = {**progress.answers, question.id: value}
    moved = replace(progress, answers=answers, picks=())
    return _go_on(script, moved, facts, [Answered(question, value)])


def _ticked(script: Script, progress: Progress, question: Question, option: str, facts: Facts) -> Turn:
    if option in question.alone:
        return _answered(script, progress, question, (option,), facts)
    if option in progress.picks:
        picks = tuple(pick for pick in progress.picks if pick != option)
    elif len(progress.picks) >= question.limit:
        return progress, [Refused(question, "too_many")]
    else:
        # In the order of the script, so that the same ticks are the same answer.
        picks = tuple(each.id for each in question.options if each.id in (*progress.picks, option))
    return replace(progress, picks=picks), [Ticked(question, picks)]


def _back(script: Script, progress: Progress, question: Question, facts: Facts) -> Turn:
    if not progress.answers:
        return progress, [Refused(question, "nothing_before")]
    *kept, last = progress.answers.items()
    earlier = script.flow.question(last[0])
    assert earlier is not None, "answers are only ever written for questions of the script"
    rewound = replace(progress, step=earlier.id, answers=dict(kept), picks=())
    return rewound, [_asked(script, rewound, earlier, facts)]


def _go_on(script: Script, progress: Progress, facts: Facts, effects: list[Effect]) -> Turn:
    """Raise what is true now, say what stands on the way, and ask the next question."""
    progress, raised = _raise_flags(script, progress, facts)
    situation = progress.seen_with(facts)
    following = script.after(progress.step, situation)
    on_the_way = script.said_between(progress.step, following, situation)
    effects += [*raised, *(_said(item) for item in on_the_way)]
    moved = replace(progress, step=following)
    if following == ENDED:
        return moved, [*effects, Ended()]
    return moved, [*effects, _asked(script, moved, _waiting(script, moved), facts)]


def _said(item: Say | Opening) -> Effect:
    return Spoken(item) if isinstance(item, Say) else Opened(item.conversation, item.after_days)


def _raise_flags(script: Script, progress: Progress, facts: Facts) -> tuple[Progress, list[Effect]]:
    """Every flag that is true and was not raised before. A flag stands when its answer is changed later."""
    situation = progress.seen_with(facts)
    raised = [flag for flag in script.flags if flag.id not in progress.flags and flag.when.holds(situation)]
    heard = max((progress.heard, *(flag.severity for flag in raised)))
    flags = progress.flags | {flag.id for flag in raised}
    return replace(progress, flags=flags, heard=heard), [FlagRaised(flag) for flag in raised]


def _asked(script: Script, progress: Progress, question: Question, facts: Facts) -> Asked:
    number, total = script.place_of(question.id, progress.seen_with(facts))
    return Asked(question, number, total)
