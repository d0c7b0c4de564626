"""Conversations as mermaid flowcharts, drawn from the script so that a drawing cannot be out of date.

The script runs down the page. A branch leaves with its condition on the edge and comes back before what follows;
alternatives stand side by side. Flags and openings hang as notes on the last answer they look at.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from bot.engine.drawing.branches import Child, Drawn, Fork, forks_of, tree_of
from bot.engine.drawing.notes import COLOURS, notes_of
from bot.engine.drawing.overview import overview
from bot.engine.drawing.words import condition_words, escaped, shortened
from flows.steps import Flow, Question, Room, Say

_Ends = list[tuple[str, str]]
"""Where the drawing goes on from: nodes, each with the words on the edge that leaves it."""


def draw(flow: Flow) -> str:
    """One conversation as the text of a mermaid `flowchart TD`."""
    return "\n".join(_Drawing(flow).lines) + "\n"


def draw_all(flows: Sequence[Flow]) -> str:
    """All conversations on one Markdown page: first how they hang together, then each by itself."""
    together = f"```mermaid\n{overview(flows)}```\n"
    parts = [f"## {flow.title} (`{flow.id}`)\n\n```mermaid\n{draw(flow)}```\n" for flow in flows]
    return "\n".join(["# Conversations\n\nDrawn by `placemate flows draw`.\n", together, *parts])


_WIDE = '%%{init: {"flowchart": {"wrappingWidth": 400}}}%%'
"""Lines are broken by us; mermaid would break them again at 200 pixels."""


class _Drawing:
    def __init__(self, flow: Flow) -> None:
        self.lines = [_WIDE, "flowchart TD", f'  begin(["<b>{escaped(flow.title)}</b>"])']
        self._joints = 0
        ends = self._pass(tree_of(flow), [("begin", "")])
        self._node("finish", '(("end"))', ends)
        self.lines += notes_of(flow)
        self.lines += [f"  classDef {level.word} {colours}" for level, colours in COLOURS.items()]

    def _pass(self, children: Iterable[Child], ends: _Ends) -> _Ends:
        """Draw what happens in order and give back where it ends."""
        for is_say, group in groupby(forks_of(tuple(children)), key=lambda each: isinstance(each, Say)):
            if is_say:
                ends = self._say([each for each in group if isinstance(each, Say)], ends)
                continue
            for each in group:
                ends = self._fork(each, ends) if isinstance(each, Fork) else self._item(each, ends)
        return ends

    def _fork(self, fork: Fork, ends: _Ends) -> _Ends:
        if len(ends) > 1 or ends[0][1]:
            self._joints += 1
            ends = self._node(f"joint{self._joints}", "{ }", ends)
        source, left = ends[0][0], list[tuple[str, str]]()
        for conditions, branch in fork.branches:
            words = condition_words(conditions) or "otherwise"
            left += self._pass(branch.children, [(source, words)])
        return left if fork.complete else [*left, (source, "otherwise")]

    def _say(self, says: list[Say], ends: _Ends) -> _Ends:
        more = f"<br/>(and {len(says) - 1} more)" if len(says) > 1 else ""
        return self._node(f"s_{says[0].id}", f'("{shortened(says[0].text, 2)}{more}")', ends)

    def _item(self, item: Drawn, ends: _Ends) -> _Ends:
        return self._node(f"s_{item.id}", _shape(item), ends)

    def _node(self, node: str, shape: str, ends: _Ends) -> _Ends:
        self.lines.append(f"  {node}{shape}")
        for source, words in ends:
            self.lines.append(f'  {source} -->|"{words}"| {node}' if words else f"  {source} --> {node}")
        return [(node, "")]


def _shape(item: Drawn) -> str:
    match item:
        case Question():
            return f'["<b>{escaped(item.id)}</b> {item.kind.replace("_", "/")}<br/>{shortened(item.text, 3)}"]'
        case Room():
            return f'{{{{"room for {escaped(item.id)}"}}}}'
        case Say():
            return f'("{shortened(item.text, 2)}")'
