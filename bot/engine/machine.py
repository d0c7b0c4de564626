"""Compiling a flow to a `transitions` machine: a state is a question we wait on.

One machine serves every conversation on its script. Nothing is registered with it: `machine.events[...]` moves any
object that has a `state`, so nothing leaks and a turn costs microseconds. The tables of case life cycles compile here
too. (Building a machine per event costs 300 µs and `add_model` keeps 6.8 kB each; measured with transitions 0.9.3.)
"""

from collections.abc import Iterable
from dataclasses import dataclass

from transitions import Machine, MachineError

from flows.conditions import Condition, Situation
from flows.steps import ALWAYS, Flow

START, ENDED = "start", "ended"
_NEXT = "next"


@dataclass(slots=True)
class _Pointer:
    state: str


class ScriptMachine:
    """The compiled flow."""

    def __init__(self, machine: Machine) -> None:
        self._next = machine.events[_NEXT]

    def next(self, step: str, situation: Situation) -> str:
        """The step after `step`, "" being the beginning."""
        pointer = _Pointer(f"at_{step}" if step else START)
        self._next.trigger(pointer, situation)
        return pointer.state.removeprefix("at_")


def compile_machine(flow: Flow) -> ScriptMachine:
    """One state for each question, and from each a transition to every question that may come next."""
    states = [START, *(f"at_{question.id}" for question in flow.questions), ENDED]
    machine = Machine(model=None, states=states, initial=START, auto_transitions=False)
    questions = flow.questions
    for place, source in enumerate(states[:-1]):
        for question in questions[place:]:
            machine.add_transition(_NEXT, source, f"at_{question.id}", conditions=_Named(question.when))
            if question.when == ALWAYS:
                break  # nothing later can come before a question that is always asked
        else:
            machine.add_transition(_NEXT, source, ENDED)
    return ScriptMachine(machine)


class _Named:
    """A condition under the name it reads as, so that drawings of the machine show it."""

    def __init__(self, condition: Condition) -> None:
        self._condition = condition
        self.__name__ = str(condition)

    def __call__(self, situation: Situation) -> bool:
        return self._condition.holds(situation)


class LifeCycle:
    """A small table of states that something lives through, with the words that move it."""

    def __init__(self, states: Iterable[str], moves: Iterable[tuple[str, str, str]]) -> None:
        """`moves` are (word, from, to)."""
        self._machine = Machine(model=None, states=list(states), initial=None, auto_transitions=False)
        for word, source, target in moves:
            self._machine.add_transition(word, source, target)

    def after(self, state: str, word: str) -> str | None:
        """The state that `word` leads to from `state`, or None when it may not be done then."""
        pointer = _Pointer(state)
        try:
            self._machine.events[word].trigger(pointer)
        except MachineError:
            return None
        return pointer.state

    def words(self, state: str) -> list[str]:
        """What may be done in a state, in alphabetical order."""
        return sorted(self._machine.get_triggers(state))
