"""Finds a pattern in a line, and knows the words without which it cannot be there.

The second is what makes hundreds of phrases cheap: a pattern is tried only on a message that holds a key word of its.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bot.intake.triage.lexicon.grammar import PatternMistake
from bot.intake.triage.lexicon.nodes import Choice, Node, Sequence, Words
from bot.intake.triage.line import Line

# How much worse a key is when it is an everyday word: `want` narrows hardly anything down.
_COMMON_WORD_COST = 40


@dataclass(frozen=True, slots=True)
class Matcher:
    """One way of saying a phrase, ready to be looked for.

    Attributes:
        tree: the pattern.
        keys: a message without any of these words cannot match; a key that ends in `*` is the beginning of a word.
    """

    tree: Node
    keys: frozenset[str]

    def spans(self, line: Line) -> Iterator[tuple[int, int]]:
        """Where the pattern stands, from left to right: place of its first word, place after its last."""
        return self._spans(line, 0, len(line.words))

    def _spans(self, line: Line, first: int, last: int) -> Iterator[tuple[int, int]]:
        # Halving finds the few places where it begins without trying them one by one.
        reached = self.tree.reach(line, (1 << last) - (1 << first))
        if reached and last - first == 1:
            yield first, reached.bit_length() - 1
        elif reached:
            middle = (first + last) // 2
            yield from self._spans(line, first, middle)
            yield from self._spans(line, middle, last)


def build(tree: Node, common: Collection[str]) -> list[Matcher]:
    """The matchers of a pattern, one for each way of saying it; `common` are everyday words, poor as keys.

    Raises:
        PatternMistake: in one of the ways no word is always present.
    """
    ways = tree.options if isinstance(tree, Choice) else (tree,)
    matchers = [Matcher(way, _keys(way, common)) for way in ways]
    if not all(matcher.keys for matcher in matchers):
        raise PatternMistake("no word in it is always present: make one word obligatory")
    return matchers


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
    return sum(_COMMON_WORD_COST if key in common else 1 for key in keys)
