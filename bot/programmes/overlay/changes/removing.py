"""Switching steps off, with all that could only happen after their answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.programmes.overlay.report import Key, Report, nearest
from flows.conditions import AllOf, AnyOf, Condition, Exceeds, Fell, Not, Says, SomeOf, Test, Within
from flows.severity import Severity
from flows.steps import ALWAYS, Flag, Flow, Item, Question, Say

_Truth = Condition | bool


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a conversation, and what fell away because nothing leads there any more."""

    flow: Flow
    fallen: tuple[Item, ...]


def without(flow: Flow, step: str) -> Left:
    """The conversation as if nobody had ever been asked this step: its answer satisfies no test."""
    gone, kept, fallen = {step}, list[Item](), list[Item]()
    for item in flow.items:
        when = _unanswered(item.when, gone)
        if item.id == step:
            continue
        if when is False:
            gone.add(item.id)
            fallen.append(item)
        else:
            left = item if when is item.when else replace(item, when=ALWAYS if when is True else when)
            kept.append(_offering_the_rest(left, gone) if isinstance(left, Question) else left)
    return Left(replace(flow, items=tuple(kept)), tuple(fallen))


def switched_off(flow: Flow, steps: Iterable[str], report: Report) -> Flow:
    """The conversation without these steps; those that may not be switched off go into the report, and stay."""
    for step in dict.fromkeys(steps):
        if trouble := _trouble(flow, step):
            report.refuse((flow.id, "off"), f"names {step!r}, {trouble}")
            continue
        left = without(flow, step)
        if needed := [item.id for item in left.fallen if _may_not_fall(item)]:
            lost = f"and with it {', '.join(needed)} would go, which safety depends on: leave it on"
            report.refuse((flow.id, "off"), f"names {step!r}, {lost}")
            continue
        flow = left.flow
        more = f"; with it falls away: {', '.join(item.id for item in left.fallen)}" if left.fallen else ""
        report.changed(flow.id, f"{step} is switched off{more}")
    return flow


def gone_with(original: Flow, flow: Flow) -> frozenset[str]:
    """The ids that are no longer there."""
    return frozenset(item.id for item in original.items) - {item.id for item in flow.items}


def is_gone(gone: frozenset[str], item: str, key: Key, report: Report) -> bool:
    """Whether what is changed here was switched off, which is said."""
    if item in gone:
        report.refuse(key, f"changes {item!r}, which is switched off in [{key[0]}] off: take one of the two out")
    return item in gone


def _trouble(flow: Flow, step: str) -> str:
    item = next((item for item in flow.items if item.id == step), None)
    removable = [item.id for item in flow.items if isinstance(item, Question | Say) and item.removable]
    match item:
        case None:
            return f"which is no step: {nearest(step, removable, 'these can be switched off:')}"
        case Flag():
            return f"which is a flag, and no flag can be taken away: see [{flow.id}.thresholds]"
        case Question(locked=True) | Say(locked=True):
            return "which is locked, because safety depends on it: leave it on"
        case Question(removable=True) | Say(removable=True):
            return ""
        case _:
            return f"which cannot be switched off; these can: {', '.join(sorted(removable)) or 'none'}"


def _may_not_fall(item: Item) -> bool:
    match item:
        case Question(locked=locked) | Say(locked=locked):
            return locked
        case Flag(severity=severity, restricted=restricted):
            return restricted or severity >= Severity.URGENT
        case _:
            return False


def _offering_the_rest(question: Question, gone: set[str]) -> Question:
    """The question without the options that only an answer to these steps would have offered."""
    offered = [(option, _unanswered(option.when, gone)) for option in question.options]
    if all(when is option.when for option, when in offered):
        return question
    kept = (replace(one, when=ALWAYS if when is True else when) for one, when in offered if when is not False)
    return replace(question, options=tuple(kept))


def _unanswered(condition: Condition, gone: set[str]) -> _Truth:
    """The condition when these steps have no answer; itself where nothing of it changes."""
    match condition:
        case Test("answer", step) | Fell(step) | Exceeds(step) | Within(step) | Says(step) if step in gone:
            return False
        case Not(part):
            inner = _unanswered(part, gone)
            return not inner if isinstance(inner, bool) else condition if inner is part else Not(inner)
        case AllOf(parts):
            return _joined(condition, parts, [_unanswered(part, gone) for part in parts], absorbing=False)
        case AnyOf(parts):
            return _joined(condition, parts, [_unanswered(part, gone) for part in parts], absorbing=True)
        case SomeOf(number, parts):
            return _counted(number, [_unanswered(part, gone) for part in parts])
        case _:
            return condition


def _joined(whole: AllOf | AnyOf, parts: tuple[Condition, ...], left: list[_Truth], *, absorbing: bool) -> _Truth:
    if all(one is other for one, other in zip(parts, left, strict=True)):
        return whole
    if absorbing in left:
        return absorbing
    kept = tuple(_conditions(left))
    return type(whole)(kept) if len(kept) > 1 else kept[0] if kept else not absorbing


def _counted(number: int, left: list[_Truth]) -> _Truth:
    """At least so many of what is left; what holds already counts."""
    kept, wanted = tuple(_conditions(left)), number - left.count(True)
    return True if wanted <= 0 else SomeOf(wanted, kept) if len(kept) >= wanted else False


def _conditions(left: list[_Truth]) -> Iterator[Condition]:
    return (part for part in left if isinstance(part, Condition))
