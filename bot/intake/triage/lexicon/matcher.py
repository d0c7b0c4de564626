"""Finds a pattern in a line, and knows the words without which it cannot be there.

The second is what makes hundreds of phrases cheap: a phrase is tried only on a message that holds one of its key words.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..line import Line
from .grammar import PatternMistake
from .nodes import Choice, Node, Sequence, Words

# How much worse a key is when it is an everyday word: `want` narrows hardly anything down.
_COMMON_WORD_COST = 40


@dataclass(frozen=True, slots=True)
class Matcher:
    """One pattern, ready to be looked for.

    Attributes:
        tree: the pattern.
        keys: a message without any of these words cannot match; a key that ends in `*` is the beginning of a word.
    """

    tree: Node
    keys: frozenset[str]

    def spans(self, line: Line) -> Iterator[tuple[int, int]]:
        """Where the pattern stands: place of its first word, place after its last (the longest reading)."""
        everywhere = set(range(len(line.words)))
        if not self.tree.reach(line, everywhere):
            return
        for start in sorted(everywhere):
            if ends := self.tree.reach(line, {start}):
                yield start, max(ends)


def build(tree: Node, common: Collection[str]) -> Matcher:
    """A matcher for the tree; `common` are everyday words, poor as keys.

    Raises:
        PatternMistake: no word of the pattern is always present.
    """
    keys = _keys(tree, common)
    if not keys:
        raise PatternMistake("no word in it is always present: make one word obligatory")
    return Matcher(tree, keys)


def words(tree: Node) -> Iterator[Words]:
    """Every look-up of a word in the tree, in reading order."""
    if isinstance(tree, Words):
        yield tree
    for part in tree.inside():
        yield from words(part)


def _keys(node: Node, common: Collection[str]) -> frozenset[str]:
    match node:
        case Words(whole, beginnings):
            return whole | {beginning + "*" for beginning in beginnings}
        case Choice(options):
            each = [_keys(option, common) for option in options]
            return frozenset[str]().union(*each) if all(each) else frozenset()
        case Sequence(parts):
            possible = [keys for part in parts if (keys := _keys(part, common))]
            return min(possible, key=lambda keys: _cost(keys, common), default=frozenset())
        case _:
            return frozenset()


def _cost(keys: frozenset[str], common: Collection[str]) -> int:
    return sum(_COMMON_WORD_COST if key in common or len(key) < 4 else 1 for key in keys)
