"""The small language in which phrases are written, so that a reviewer who is no programmer can read them.

| Written      | Means                                                                   |
|--------------|-------------------------------------------------------------------------|
| `want die`   | these words, one after the other (a comma between them is allowed)      |
| `harass*`    | a word that begins so                                                   |
| `(a b | c)`  | one of several                                                          |
| `so?` `(a)?` | may be absent                                                           |
| `<3>`        | up to three words of any kind                                           |
| `{boss}`     | a word class of `vocabulary.toml`, itself written in this language      |
| `^` `$`      | a clause begins, a clause ends                                          |

We chose a language of our own over regular expressions because it cannot say "repeat a repetition": nothing here is
unbounded, so every pattern is linear in the length of the text whoever wrote it. We gave up look-arounds; masks, which
are data with examples of their own, do their work.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

WIDEST_GAP = 8
DEEPEST_CLASS = 6

_PIECE = re.compile(r"\s*(?:(?P<word>\w+\*?)|\{(?P<name>\w+)\}|<(?P<gap>\d)>|(?P<sign>[()|?^$]))")


class PatternMistake(ValueError):
    """A pattern that cannot be read; the message says where and what to write instead."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word; `open_end` when it may go on (`harass*`)."""

    text: str
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words of any kind, never across the end of a sentence."""

    most: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a clause begins (`^`) or ends (`$`)."""

    sign: str


@dataclass(frozen=True, slots=True)
class Maybe:
    """A part that may be absent."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several."""

    options: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other."""

    parts: tuple["Node", ...]


Node = Word | Gap | Edge | Maybe | Choice | Sequence


def parse(pattern: str, classes: Mapping[str, str], depth: int = 0) -> Node:
    """The tree of a pattern; `classes` maps a word class to its own pattern.

    Raises:
        PatternMistake: an unknown sign or class, a bracket left open, a gap too wide, classes that name each other.
    """
    if depth > DEEPEST_CLASS:
        raise PatternMistake("word classes name each other in a circle: let one of them list its words")
    reader = _Reader(pattern, classes, depth)
    node = reader.choice()
    if reader.sign:
        raise PatternMistake(f"{reader.sign!r} closes or follows nothing: remove it or open a bracket before it")
    return node


class _Reader:
    """Reads one pattern from left to right; `sign` is the operator that stopped it, or empty at the end."""

    def __init__(self, pattern: str, classes: Mapping[str, str], depth: int) -> None:
        self._pattern, self._classes, self._depth = pattern.rstrip(), classes, depth
        self._at = 0
        self.sign = ""

    def choice(self) -> Node:
        options = [self._sequence()]
        while self.sign == "|":
            options.append(self._sequence())
        return options[0] if len(options) == 1 else Choice(tuple(options))

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
            return Word(word.removesuffix("*"), word.endswith("*"))
        if name := piece.group("name"):
            return self._class(name)
        if gap := piece.group("gap"):
            return self._gap(int(gap))
        if (sign := piece.group("sign")) != "(":
            return self._edge(sign)
        node = self.choice()
        if self.sign != ")":
            raise PatternMistake("a bracket is left open: close it with ')'")
        return node

    def _piece(self) -> re.Match[str] | None:
        if self._at >= len(self._pattern):
            return None
        piece = _PIECE.match(self._pattern, self._at)
        if piece is None:
            rest = self._pattern[self._at : self._at + 12]
            raise PatternMistake(f"cannot read {rest!r}: use words, word*, ( | ), ?, <3>, {{class}}, ^ and $ only")
        self._at = piece.end()
        return piece

    def _class(self, name: str) -> Node:
        try:
            return parse(self._classes[name], self._classes, self._depth + 1)
        except KeyError:
            raise PatternMistake(f"unknown word class {{{name}}}: add it to vocabulary.toml") from None

    @staticmethod
    def _gap(most: int) -> Gap:
        if not 1 <= most <= WIDEST_GAP:
            raise PatternMistake(f"<{most}> is not a gap: use <1> to <{WIDEST_GAP}>")
        return Gap(most)

    @staticmethod
    def _edge(sign: str) -> Edge:
        if sign == "?":
            raise PatternMistake("'?' must touch what may be absent: write so? or (a b)?")
        return Edge(sign)
