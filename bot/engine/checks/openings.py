"""Openings: the next conversation exists, and no chain of them turns in a circle without asking."""

from collections.abc import Collection, Iterator, Sequence

from bot.engine.checks.finding import Finding
from flows.conditions import AllOf, Condition, Test
from flows.steps import Flow, Opening


def check_openings(flow: Flow, known: Collection[str]) -> Iterator[Finding]:
    """Findings about openings of conversations that are not in `known`."""
    for item in flow.items:
        if isinstance(item, Opening) and item.conversation not in known and not _asks_first(item):
            offer = f'talk.fact("conversations").includes({item.conversation!r})'
            yield Finding(
                flow.id,
                item.id,
                f"opens {item.conversation!r}, which does not exist: use one of {', '.join(sorted(known))},"
                f" or write it inside `with talk.when({offer})`",
            )


def check_circles(flows: Sequence[Flow]) -> Iterator[Finding]:
    """Findings about conversations that open one another for ever: no answer stands between."""
    follows = {flow.id: _opened_unasked(flow) for flow in flows if not flow.questions}
    for start in follows:
        if (chain := _circle(start, follows)) and start == min(chain):
            around = " → ".join((*chain, start))
            yield Finding(start, "", f"opens itself again and nobody is asked in between: {around}; remove an opening")


def _opened_unasked(flow: Flow) -> tuple[str, ...]:
    return tuple(item.conversation for item in flow.items if isinstance(item, Opening))


def _circle(start: str, follows: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The ids from `start` round to `start`, or nothing."""
    trails: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while trails:
        trail = trails.pop(0)
        for following in follows.get(trail[-1], ()):
            if following == start:
                return trail
            if following not in seen:
                seen.add(following)
                trails.append((*trail, following))
    return ()


def _asks_first(opening: Opening) -> bool:
    return _demands(opening.when, Test("fact", "conversations", "includes", opening.conversation))


def _demands(condition: Condition, test: Test) -> bool:
    if isinstance(condition, AllOf):
        return any(_demands(part, test) for part in condition.parts)
    return condition == test
