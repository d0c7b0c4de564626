"""From the tree of a pattern to something that finds it: a bounded regular expression, and the words it cannot do without.

The second is what makes hundreds of phrases cheap: a phrase is tried only on a text that holds one of its key words.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from math import prod

from .grammar import Choice, Edge, Gap, Maybe, Node, PatternMistake, Sequence, Word

# Every word of a normalised text is followed by a comma, where it had one, and a space.
_AFTER = ",? "
_ENDING = r"\w{0,20}"
_CLAUSE_BEGINS = r"(?:^|(?<=\. )|(?<=, ))"
_CLAUSE_ENDS = r"(?:(?=\. )|$|(?<=, ))"
# How many ways the gaps of one pattern may be filled at one place of the text; keeps the cost a constant.
MOST_WAYS = 1500
# How much worse a key is when it is an everyday word: `want` narrows hardly anything down.
_COMMON_WORD_COST = 40


@dataclass(frozen=True, slots=True)
class Matcher:
    """Finds one pattern in a normalised text.

    Attributes:
        regex: matches whole words, starting at a word.
        keys: a text without any of these words cannot match; a key that ends in `*` is the beginning of a word.
    """

    regex: re.Pattern[str]
    keys: frozenset[str]


def build(tree: Node, *, common: Collection[str], not_in_gaps: Collection[str] = ()) -> Matcher:
    """A matcher for the tree.

    Args:
        tree: words already folded as the text will be.
        common: everyday words, poor as keys.
        not_in_gaps: words that no gap may swallow (the negations, where a negation counts).

    Raises:
        PatternMistake: the gaps multiply beyond `MOST_WAYS`, or no word is always present.
    """
    ways = prod(gap.most + 1 for gap in _gaps(tree))
    if ways > MOST_WAYS:
        raise PatternMistake(f"its gaps can be filled in {ways} ways, more than {MOST_WAYS}: shorten or split it")
    keys = _keys(tree, common)
    if not keys:
        raise PatternMistake("no word in it is always present: make one word obligatory")
    barred = f"(?!(?:{'|'.join(sorted(not_in_gaps))}){_AFTER})" if not_in_gaps else ""
    return Matcher(re.compile(r"(?:^|(?<= ))" + _regex(tree, barred)), keys)


def words(tree: Node) -> Iterator[Word]:
    """Every word in the tree, in reading order."""
    match tree:
        case Word():
            yield tree
        case Maybe(part):
            yield from words(part)
        case Choice(parts) | Sequence(parts):
            for part in parts:
                yield from words(part)


def _regex(node: Node, barred: str) -> str:
    match node:
        case Word():
            return _word(node) + _AFTER
        case Gap(most):
            return rf"(?:{barred}\w+{_AFTER}){{0,{most}}}?"
        case Edge(sign):
            return _CLAUSE_BEGINS if sign == "^" else _CLAUSE_ENDS
        case Maybe(part):
            return f"(?:{_regex(part, barred)})?"
        case Sequence(parts):
            return "".join(_regex(part, barred) for part in parts)
        case Choice(options):
            return _choice(options, barred)


def _choice(options: tuple[Node, ...], barred: str) -> str:
    plain = [option for option in options if isinstance(option, Word)]
    branches = [_regex(option, barred) for option in options if not isinstance(option, Word)]
    if plain:
        branches.insert(0, f"(?:{'|'.join(map(_word, plain))}){_AFTER}")
    return f"(?:{'|'.join(branches)})"


def _word(word: Word) -> str:
    return re.escape(word.text) + (_ENDING if word.open_end else "")


def _gaps(node: Node) -> Iterator[Gap]:
    match node:
        case Gap():
            yield node
        case Maybe(part):
            yield from _gaps(part)
        case Sequence(parts):
            for part in parts:
                yield from _gaps(part)
        case Choice(options):
            # Only one option is taken at a time: the one with the most ways stands for all.
            yield from max(
                (tuple(_gaps(option)) for option in options), key=lambda gaps: prod(g.most + 1 for g in gaps)
            )


def _keys(node: Node, common: Collection[str]) -> frozenset[str]:
    match node:
        case Word(text, open_end):
            return frozenset({text + "*" if open_end else text})
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
