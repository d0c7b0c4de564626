"""A flow with its machine: what a conversation is held on, compiled once for each revision."""

from functools import cached_property
from typing import TypeGuard

from bot.engine.machine import ENDED, compile_machine
from flows.conditions import Situation, Value
from flows.steps import Flag, Flow, Item, Kind, Opening, Question, Say


class Script:
    """One revision of one flow, ready to be walked."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self._machine = compile_machine(flow)

    @cached_property
    def flags(self) -> tuple[Flag, ...]:
        """Every flag, in order."""
        return tuple(item for item in self.flow.items if isinstance(item, Flag))

    @cached_property
    def _afterwards(self) -> tuple[Opening, ...]:
        return tuple(item for item in self.flow.items if isinstance(item, Opening) and not item.after_days)

    def after(self, step: str, situation: Situation) -> str:
        """The step that follows `step` ("" for the beginning), or `ENDED`."""
        return self._machine.next(step, situation)

    def said_between(self, step: str, following: str, situation: Situation) -> list[Say | Opening]:
        """What is said, and which conversations are to open, on the way from one step to the next.

        Those that follow this one are all named at its end, wherever they are written.
        """
        start = self.flow.place(step) + 1 if step else 0
        end = len(self.flow.items) if following == ENDED else self.flow.place(following)
        passed = [item for item in self.flow.items[start:end] if isinstance(item, Say) or _comes_later(item)]
        afterwards = self._afterwards if following == ENDED else ()
        return [item for item in (*passed, *afterwards) if item.when.holds(situation)]

    def place_of(self, step: str, situation: Situation) -> tuple[int, int]:
        """Which question this is, and of how many as far as one can tell: unanswered ones are taken to go well."""
        answers = dict(situation.answers)
        ahead = Situation(answers, situation.facts, situation.heard, situation.said)
        number = total = 0
        for question in self.flow.questions:
            if not question.when.holds(ahead):
                continue
            total += 1
            if question.id == step:
                number = total
            answers.setdefault(question.id, _going_well(question, ahead))
        return number, total


def _comes_later(item: Item) -> TypeGuard[Opening]:
    return isinstance(item, Opening) and item.after_days > 0


def _going_well(question: Question, ahead: Situation) -> Value:
    """The answer that the count of questions assumes: the happy end of a scale, else what is named first."""
    if question.kind in (Kind.SCALE, Kind.NUMBER):
        return question.highest
    offered = [option.id for option in question.options if option.when.holds(ahead)]
    if question.kind is Kind.MANY:
        return question.alone or tuple(offered[:1])
    return offered[0] if offered else "given"
