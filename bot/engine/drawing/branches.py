"""A flat script as the tree of branches that its author wrote, and which branches are alternatives."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from flows.conditions import AllOf, AnyOf, Condition, Not, Test
from flows.steps import Flag, Flow, Opening, Question, Room, Say

Drawn: TypeAlias = Question | Say | Room
"""What stands on the way. Flags and openings do not change it: they hang beside it as notes."""

Child: TypeAlias = "Drawn | Branch"


@dataclass(frozen=True)
class Branch:
    """What happens only when every part of `guard` holds."""

    guard: tuple[Condition, ...]
    children: tuple["Child", ...]


@dataclass(frozen=True)
class Fork:
    """Branches of which at most one is taken, each under the conditions that tell it from those before it.

    No conditions left means: otherwise. `complete` says that one branch always is taken.
    """

    branches: tuple[tuple[tuple[Condition, ...], Branch], ...]
    complete: bool


def tree_of(flow: Flow) -> tuple[Child, ...]:
    """The way through the script; items in one branch lie together."""
    return _grow([(parts_of(item.when), item) for item in flow.items if not isinstance(item, Flag | Opening)])


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """What must hold, from the outermost branch to the innermost."""
    if isinstance(condition, AllOf):
        return tuple(each for part in condition.parts for each in parts_of(part))
    return (condition,)


def forks_of(children: Sequence[Child]) -> Iterator[Drawn | Fork]:
    """The children in order, neighbouring branches that exclude one another put together."""
    together: list[Branch] = []
    for child in children:
        if together and not (isinstance(child, Branch) and all(_exclude(each, child) for each in together)):
            yield _fork(together)
            together = []
        if isinstance(child, Branch):
            together.append(child)
        else:
            yield child
    if together:
        yield _fork(together)


def _grow(entries: Sequence[tuple[tuple[Condition, ...], Drawn]]) -> tuple[Child, ...]:
    children: list[Child] = []
    for first, group in groupby(entries, key=lambda entry: entry[0][:1]):
        if not first:
            children.extend(item for _, item in group)
            continue
        inside = _grow([(parts[1:], item) for parts, item in group])
        match inside:
            case (Branch(guard, deeper),):
                children.append(Branch((*first, *guard), deeper))
            case _:
                children.append(Branch(first, inside))
    return tuple(children)


def _fork(branches: list[Branch]) -> Fork:
    taken: set[frozenset[Condition]] = set()
    told: list[tuple[tuple[Condition, ...], Branch]] = []
    for branch in branches:
        own = tuple(p for p in branch.guard if not (isinstance(p, Not) and _alternatives(p.part) <= taken))
        told.append((own, branch))
        taken |= _alternatives(AllOf(own))
    # A last branch that only denies those before it leaves no gap.
    return Fork(tuple(told), complete=not told[-1][0])


def _exclude(one: Branch, other: Branch) -> bool:
    return _denies(one, other) or _denies(other, one) or any(_differ(a, b) for a in one.guard for b in other.guard)


def _denies(one: Branch, other: Branch) -> bool:
    """Whether `one` demands that something is not true which `other` demands."""
    for part in one.guard:
        if isinstance(part, Not):
            denied = _alternatives(part.part)
            if any(alternative <= set(other.guard) for alternative in denied):
                return True
            if any(_alternatives(demanded) <= denied for demanded in other.guard):
                return True
    return False


def _differ(a: Condition, b: Condition) -> bool:
    match a, b:
        case Test(source, name, "is", value), Test(other_source, other_name, "is", other):
            return (source, name) == (other_source, other_name) and value != other
        case _:
            return False


def _alternatives(condition: Condition) -> frozenset[frozenset[Condition]]:
    """The ways in which a condition comes true, each as what must hold together."""
    parts = parts_of(condition)
    if len(parts) == 1 and isinstance(parts[0], AnyOf):
        return frozenset(each for part in parts[0].parts for each in _alternatives(part))
    return frozenset({frozenset(parts)})
