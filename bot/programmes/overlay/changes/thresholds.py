"""Moving the number at which a flag is raised, within the bounds its author gave."""

from collections.abc import Mapping
from dataclasses import replace

from bot.programmes.overlay.changes.removing import is_gone
from bot.programmes.overlay.report import Key, Report, nearest
from flows.conditions import AllOf, AnyOf, Condition, Fell, Not, SomeOf, Test
from flows.steps import Flag, Flow


def moved(flow: Flow, numbers: Mapping[str, int], gone: frozenset[str], report: Report) -> Flow:
    """The conversation with these thresholds; those that may not be moved so go into the report."""
    items = {item.id: item for item in flow.items}
    for name, number in numbers.items():
        key: Key = (flow.id, "thresholds", name)
        if is_gone(gone, name, key, report):
            continue
        flag, tunable = items.get(name), [one.id for one in flow.items if isinstance(one, Flag) and one.tunable]
        if not isinstance(flag, Flag):
            report.refuse(key, f"is no flag: {nearest(name, tunable, 'these can be moved:')}")
        elif flag.tunable is None:
            report.refuse(key, f"cannot be moved; these can: {', '.join(sorted(tunable)) or 'none'}")
        elif not flag.tunable.lowest <= number <= flag.tunable.highest:
            report.refuse(key, f"is {number}: choose from {flag.tunable.lowest} to {flag.tunable.highest}")
        else:
            items[name] = replace(flag, when=_with(flag.when, flag.tunable.test, number))
            report.changed(flow.id, f"{name} is raised at {number}")
    return replace(flow, items=tuple(items.values()))


def _with(condition: Condition, test: Test | Fell, number: int) -> Condition:
    match condition:
        case AllOf(parts):
            return AllOf(tuple(_with(part, test, number) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_with(part, test, number) for part in parts))
        case SomeOf(count, parts):
            return SomeOf(count, tuple(_with(part, test, number) for part in parts))
        case Not(part):
            return Not(_with(part, test, number))
        case Fell() if condition == test:
            return replace(condition, by=number)
        case Test() if condition == test:
            return replace(condition, value=number)
        case _:
            return condition
