"""All conversations on one drawing: which opens which, at once or some days later."""

from collections.abc import Iterator, Sequence

from bot.engine.drawing.words import escaped
from flows.steps import Flow, Opening


def overview(flows: Sequence[Flow]) -> str:
    """A mermaid `flowchart LR` with a node for each conversation; dotted lines are openings for a later day."""
    return "\n".join(("flowchart LR", *_nodes(flows), *dict.fromkeys(_edges(flows)))) + "\n"


def _nodes(flows: Sequence[Flow]) -> Iterator[str]:
    for flow in flows:
        yield f'  c_{flow.id}["<b>{escaped(flow.title)}</b><br/>{escaped(flow.id)}"]'


def _edges(flows: Sequence[Flow]) -> Iterator[str]:
    known = {flow.id for flow in flows}
    for flow in flows:
        for item in flow.items:
            if isinstance(item, Opening) and item.conversation in known:
                later = f'-. "{item.after_days} days later" .->' if item.after_days else "-->"
                yield f"  c_{flow.id} {later} c_{item.conversation}"
