"""What was played at the terminal as a test that stands in a file of its own below tests/flows."""

import sys
from collections.abc import Mapping
from types import ModuleType

from bot.engine import turn
from bot.engine.script import Script
from bot.engine.turn import Asked, Effect, FlagRaised, Opened, Progress, Spoken
from flows.conditions import Value
from flows.severity import Severity
from flows.steps import Flow


def as_test(flow: Flow, answers: Mapping[str, Value], facts: Mapping[str, Value], heard: Mapping[str, Severity]) -> str:
    """A whole file: the answers in their order, what triage `heard` in them by step, and all that came of it."""
    progress, happened = _played(flow, answers, facts, heard)
    name, module = _written_in(flow)
    words = {step: severity.word for step, severity in heard.items() if severity > Severity.NONE}
    given = [repr(dict(answers)), *([f"heard={words!r}"] if words else [])]
    known = [f"{fact}={value!r}" for fact, value in facts.items() if value is not None]
    stop = [] if progress.ended else [f"stop_at={progress.step!r}"]
    asked, said, flags, opened = _of(happened)
    return (
        f"from {module} import {name}\nfrom tests.flows.playing import play\n\n\n"
        f"def test_{flow.id}_as_it_was_played() -> None:\n"
        f"    played = play(\n        {name},\n"
        + "".join(f"        {part},\n" for part in (*given, *stop, *known))
        + f"    )\n    assert played.asked == {asked!r}\n    assert played.said == {said!r}\n"
        f"    assert played.flags == {flags!r}\n    assert played.opened == {opened!r}\n"
        f"    assert played.ended is {progress.ended}"
    )


def _played(
    flow: Flow, answers: Mapping[str, Value], facts: Mapping[str, Value], heard: Mapping[str, Severity]
) -> tuple[Progress, list[Effect]]:
    """The answers that stand in the end, walked once more: what was taken back on the way is no part of the test."""
    script = Script(flow)
    progress, happened = turn.begin(script, facts)
    while not progress.ended and progress.step in answers:
        step, worst = progress.step, max(progress.heard, heard.get(progress.step, Severity.NONE))
        moved = Progress(step, progress.answers, progress.flags, worst)
        progress, effects = turn.take_turn(script, moved, turn.Answer(answers[step]), facts)
        happened += effects
    return progress, happened


def _of(happened: list[Effect]) -> tuple[list[str], list[str], dict[str, str], list[str]]:
    return (
        [effect.question.id for effect in happened if isinstance(effect, Asked)],
        [effect.say.id for effect in happened if isinstance(effect, Spoken)],
        {effect.flag.id: effect.flag.severity.word for effect in happened if isinstance(effect, FlagRaised)},
        [effect.conversation for effect in happened if isinstance(effect, Opened)],
    )


def _written_in(flow: Flow) -> tuple[str, str]:
    """The name of the conversation in its file, and the file's module; a programme's overlay lies over ours."""
    ours: dict[str, ModuleType] = {name: module for name, module in sys.modules.items() if name.startswith("flows.")}
    for module, found in ours.items():
        for name, value in vars(found).items():
            if module != "flows.catalogue" and isinstance(value, Flow) and value.id == flow.id:
                return name, module
    return flow.id, f"flows.{flow.id}"
