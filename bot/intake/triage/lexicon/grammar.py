"""The small language in which phrases are written, so that a reviewer who is no programmer can read them.

| Written       | Means                                                                   |
|---------------|-------------------------------------------------------------------------|
| `want out`    | these words, one after the other (a comma between them is allowed)      |
| `harass*`     | a word that begins so                                                   |
| `(a b \\| c)` | one of several                                                          |
| `so?` `(a)?`  | may be absent                                                           |
| `<3>`         | up to three words of any kind                                           |
| `{boss}`      | a word class of `vocabulary.toml`, itself written in this language      |
| `^` `$`       | a clause begins, a clause ends                                          |

We chose a language of our own over regular expressions because it cannot say "repeat a repetition": every pattern is
linear in the length of the text, whoever wrote it, and a class of fifty words is read once, not compiled into each
phrase. We gave up look-arounds; masks, which are data with examples of their own, do their work.
"""

import re
from collections.abc import Collection, Mapping

from .nodes import Choice, Edge, Gap, Maybe, Node, Sequence, Words

WIDEST_GAP = 8

_PIECE = re.compile(r"\s*(?:(?P<word>\w+\*?)|\{(?P<name>\w+)\}|<(?P<gap>\d+)>|(?P<sign>[()|?^$]))")


class PatternMistake(ValueError):
    """A pattern that cannot be read; the message says what is wrong and what to write instead."""


class Grammar:
    """Reads patterns of one language; each word class is read once.

    Args:
        classes: a word class → its pattern.
        barred: words that no gap may swallow (the negations, where a negation counts).
    """

    def __init__(self, classes: Mapping[str, str], barred: Collection[str] = ()) -> None:
        self.barred = Words(frozenset(barred))
        self._classes = classes
        self._read: dict[str, Node] = {}
        self._open: list[str] = []

    def parse(self, pattern: str) -> Node:
        """The tree of a pattern.

        Raises:
            PatternMistake: an unknown sign or class, a bracket left open, a gap too wide, classes that name each other.
        """
        reader = _Reader(pattern, self)
        node = reader.choice()
        if reader.sign:
            raise PatternMistake(f"{reader.sign!r} closes nothing: remove it or open a bracket before it")
        return node

    def word_class(self, name: str) -> Node:
        """The tree of a word class."""
        if name in self._open:
            raise PatternMistake(f"word class {{{name}}} names itself in a circle: let it list its words")
        if name not in self._classes:
            raise PatternMistake(f"unknown word class {{{name}}}: add it to vocabulary.toml")
        if name not in self._read:
            self._open.append(name)
            self._read[name] = self.parse(self._classes[name])
            self._open.pop()
        return self._read[name]


class _Reader:
    """Reads one pattern from left to right; `sign` is what stopped it, empty at the end."""

    def __init__(self, pattern: str, grammar: Grammar) -> None:
        self._pattern, self._grammar = pattern.rstrip(), grammar
        self._at = 0
        self.sign = ""

    def choice(self) -> Node:
        options = [self._sequence()]
        while self.sign == "|":
            options.append(self._sequence())
        return _merged(options)

    def _sequence(self) -> Node:
        parts: list[Node] = []
        while (node := self._next()) is not None:
            parts.append(node)
        if not parts:
            raise PatternMistake(f"nothing stands before {self.sign or 'the end'!r}: write a word there")
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _next(self) -> Node | None:
        piece = self._piece()
        if piece is None or piece.group("sign") in {"|", ")"}:
            self.sign = piece.group("sign") if piece else ""
            return None
        node = self._atom(piece)
        if self._pattern.startswith("?", self._at):
            self._at += 1
            return Maybe(node)
        return node

    def _atom(self, piece: re.Match[str]) -> Node:
        if word := piece.group("word"):
            return Words(frozenset(), (word[:-1],)) if word.endswith("*") else Words(frozenset({word}))
        if name := piece.group("name"):
            return self._grammar.word_class(name)
        if gap := piece.group("gap"):
            return self._gap(int(gap))
        match piece.group("sign"):
            case "(":
                return self._bracket()
            case "?":
                raise PatternMistake("'?' must touch what may be absent: write so? or (a b)?")
            case sign:
                return Edge(opens=sign == "^")

    def _bracket(self) -> Node:
        node = self.choice()
        if self.sign != ")":
            raise PatternMistake("a bracket is left open: close it with ')'")
        return node

    def _gap(self, most: int) -> Node:
        if not 1 <= most <= WIDEST_GAP:
            raise PatternMistake(f"<{most}> is not a gap: use <1> to <{WIDEST_GAP}>")
        return Gap(most, self._grammar.barred)

    def _piece(self) -> re.Match[str] | None:
        if self._at >= len(self._pattern):
            return None
        piece = _PIECE.match(self._pattern, self._at)
        if piece is None:
            rest = self._pattern[self._at : self._at + 12]
            raise PatternMistake(f"cannot read {rest!r}: use words, word*, ( | ), ?, <3>, {{class}}, ^ and $ only")
        self._at = piece.end()
        return piece


def _merged(options: list[Node]) -> Node:
    """The options as one node; all that are single words become one look-up."""
    flat = [part for option in options for part in (option.options if isinstance(option, Choice) else (option,))]
    single = [option for option in flat if isinstance(option, Words)]
    others = tuple(option for option in flat if not isinstance(option, Words))
    if not single:
        return others[0] if len(others) == 1 else Choice(others)
    whole = frozenset[str]().union(*(option.whole for option in single))
    words = Words(whole, tuple(sorted({begin for option in single for begin in option.beginnings})))
    return Choice((words, *others)) if others else words
