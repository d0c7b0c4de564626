"""Play a conversation on the engine: the answers by step, the facts that matter, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.engine.script import Script
from bot.engine.turn import Answer, Asked, Effect, Ended, FlagRaised, Opened, Progress, Spoken, begin, take_turn
from flows.conditions import Value
from flows.known_facts import KNOWN_FACTS
from flows.severity import Severity
from flows.steps import Flag, Flow

USUAL_FACTS: Mapping[str, Value] = {
    **{name: fact.values[0] for name, fact in KNOWN_FACTS.items()},
    "fast_path_allowed": False,
}


@dataclass
class Played:
    """What came of it: the steps asked, the ids of what was said, the flags, the conversations opened."""

    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    raised: list[Flag] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    ended: bool = False
    raised_at: dict[str, str] = field(default_factory=dict)

    @property
    def flags(self) -> dict[str, str]:
        """The flags raised and how serious they are."""
        return {flag.id: flag.severity.word for flag in self.raised}

    @property
    def restricted(self) -> set[str]:
        """The flags raised that only safeguarding reads."""
        return {flag.id for flag in self.raised if flag.restricted}

    def note(self, effects: list[Effect]) -> None:
        """Write down what happened in one turn."""
        waited_on = self.asked[-1] if self.asked else ""
        for effect in effects:
            match effect:
                case Asked(question=question):
                    self.asked.append(question.id)
                case Spoken(say=say):
                    self.said.append(say.id)
                case FlagRaised(flag=flag):
                    self.raised.append(flag)
                    self.raised_at[flag.id] = waited_on
                case Opened(conversation=conversation):
                    self.opened.append(conversation)
                case Ended():
                    self.ended = True
                case _:
                    pass


def play(
    flow: Flow, answers: Mapping[str, Value] | None = None, *,
    heard: Mapping[str, str] | None = None, stop_at: str = "", **facts: Value,
) -> Played:  # fmt: skip
    """Answer the steps named and skip the others; `heard` are triage hits by step; at `stop_at` she walks away."""
    script, known, played = Script(flow), {**USUAL_FACTS, **facts}, Played()
    progress, effects = begin(script, known)
    played.note(effects)
    while not played.ended and progress.step != stop_at:
        step = progress.step
        progress = _hearing(progress, (heard or {}).get(step))
        progress, effects = take_turn(script, progress, Answer((answers or {}).get(step)), known)
        played.note(effects)
        assert played.ended or progress.step != step, f"{step} needs an answer in this test"
    return played


def _hearing(progress: Progress, severity: str | None) -> Progress:
    if severity is None:
        return progress
    words = Severity.of(severity)
    return replace(progress, heard=max(progress.heard, words), said=max(progress.said, words))


def options(flow: Flow, step: str) -> dict[str, str]:
    """The options of a question, id and English label."""
    question = flow.question(step)
    assert question is not None, f"{flow.id} has no question {step}"
    return {option.id: option.label for option in question.options}
