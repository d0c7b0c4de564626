"""A life cycle as a mermaid state diagram: what something may be, and the words that move it."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

Moves: TypeAlias = Iterable[tuple[str, Sequence[str], str]]
"""A word, the states it may be said in, and the state that it leads to."""


def draw_life_cycle(moves: Moves) -> str:
    """The text of a mermaid `stateDiagram-v2`: it begins where nothing leads to, and ends where nothing leads on."""
    edges = [(source, target, word.replace("_", " ")) for word, sources, target in moves for source in sources]
    sources = list(dict.fromkeys(source for source, _, _ in edges))
    targets = list(dict.fromkeys(target for _, target, _ in edges))
    lines = ["stateDiagram-v2"]
    lines += [f"  [*] --> {state}" for state in sources if state not in targets]
    lines += [f"  {source} --> {target}: {word}" for source, target, word in edges]
    lines += [f"  {state} --> [*]" for state in targets if state not in sources]
    return "\n".join(lines) + "\n"
