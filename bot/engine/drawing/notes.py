"""What answers set off, as notes beside the way: flags, and conversations that open afterwards.

A note has the colour of its worst flag; every severity stands in words too.
"""

from collections import defaultdict
from collections.abc import Iterator

from bot.engine.drawing.branches import parts_of
from bot.engine.drawing.words import condition_words, escaped
from flows.conditions import answer_in, tests_in
from flows.severity import Severity
from flows.steps import Flag, Flow, Opening

COLOURS = {
    Severity.NONE: "fill:#f4f4f4,stroke:#777777,color:#222222",
    Severity.INFO: "fill:#e3edf7,stroke:#4a6f94,color:#1b2a38",
    Severity.ATTENTION: "fill:#fff3c4,stroke:#a67c00,color:#3a2c00",
    Severity.URGENT: "fill:#ffd9b0,stroke:#b85c00,color:#3d1f00",
    Severity.EMERGENCY: "fill:#ffc9c9,stroke:#b00020,color:#3d0008",
}


def notes_of(flow: Flow) -> Iterator[str]:
    """The lines that draw a flow's flags and openings, one note on each answer that sets off any."""
    hung: dict[str, list[Flag | Opening]] = defaultdict(list)
    for item in flow.items:
        if isinstance(item, Flag | Opening):
            hung[_anchor(flow, item)].append(item)
    for anchor, items in hung.items():
        worst = max((item.severity for item in items if isinstance(item, Flag)), default=Severity.NONE)
        lines = "<br/>".join(_line(flow, anchor, item) for item in items)
        yield f'  n_{items[0].id}>"{lines}"]:::{worst.word}'
        yield f"  {_node(anchor)} -.- n_{items[0].id}"


def _anchor(flow: Flow, item: Flag | Opening) -> str:
    """The last question that the item looks at, or "" for the beginning."""
    steps = [step for test in tests_in(item.when) if (step := answer_in(test))]
    return max(steps, key=flow.place, default="")


def _node(anchor: str) -> str:
    return f"s_{anchor}" if anchor else "begin"


def _line(flow: Flow, anchor: str, item: Flag | Opening) -> str:
    question = flow.question(anchor)
    known = parts_of(question.when) if question else ()
    words = condition_words(part for part in parts_of(item.when) if part not in known)
    return _title(item) + (f"<br/>{words}" if words else "")


def _title(item: Flag | Opening) -> str:
    if isinstance(item, Opening):
        later = f", {item.after_days} days later" if item.after_days else ""
        return f"<b>opens</b> {escaped(item.conversation)}{later}"
    return f"<b>{item.severity.word}{', restricted' if item.restricted else ''}</b>: {escaped(item.id)}"
