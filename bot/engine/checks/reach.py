"""Real reachability: "no answers ever lead here" is true, and a flag is not raised before its answers are there."""

from collections.abc import Iterator

from bot.engine.checks.finding import Finding
from bot.engine.checks.walks.walk import CAP, can_be
from bot.engine.checks.walks.ways import Ways
from flows.conditions import AllOf, Condition
from flows.steps import Flag, Flow, Item


def check_reach(flow: Flow, cap: int = CAP) -> Iterator[Finding]:
    """Findings about items that no answers lead to, and notices where the walk was cut.

    The flow must have passed the checks of shape and conditions.
    """
    ways = Ways(flow)
    reported: Item | None = None
    for item in flow.items:
        if reported and _parts(reported.when) <= _parts(item.when):
            continue  # it stands deeper in a branch that was reported already
        reported = None
        walked = can_be(flow, ways.to(item), cap)
        if walked is None:
            yield Finding(flow.id, item.id, _undecided(cap), notice=True)
        elif not walked:
            reported = item
            yield Finding(flow.id, item.id, _unreachable(item))


def _undecided(cap: int) -> str:
    return f"walked {cap:,} situations and none leads here, but there are more: test fewer answers together"


def _unreachable(item: Item) -> str:
    if isinstance(item, Flag):
        return f"this flag can never be raised: {str(item.when)!r} is never true; loosen its condition"
    return f"no answers ever lead here: {str(item.when)!r} is never true; loosen the condition or remove the step"


def _parts(condition: Condition) -> set[Condition]:
    """What must hold, all of it, one by one."""
    if isinstance(condition, AllOf):
        return {each for part in condition.parts for each in _parts(part)}
    return {condition}
