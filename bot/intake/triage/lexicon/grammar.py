r"""The small language in which phrases are written, so that a reviewer who is no programmer can read them.

| Written       | Means                                                                   |
|---------------|-------------------------------------------------------------------------|
| `want out`    | these words, one after the other (a comma between them is allowed)      |
| `harass*`     | a word that begins so                                                   |
| `(a b \| c)`  | one of several                                                          |
| `so?` `(a)?`  | may be absent                                                           |
| `<3>`         | up to three words of any kind                                           |
| `{boss}`      | a word class of `vocabulary.toml`, itself written in this language      |
| `a & b`       | both within eight words of each other, in either order                   |
| `^` `$`       | a clause begins, a clause ends                                          |

We chose a language of our own over regular expressions because it cannot say "repeat a repetition": every pattern is
linear in the length of the text, whoever wrote it, and a class of fifty words is read once, not compiled into each
phrase. We gave up look-arounds; masks, which are data with examples of their own, do their work.
"""

import re
from collections.abc import Collection, Iterable, Mapping

from bot.intake.triage.lexicon.nodes import Choice, Edge, Gap, Maybe, Node, Sequence, Words

WIDEST_GAP = 8

# A bracket of single words is by far the commonest piece, so it is one piece.
_LIST = r"\(\s*\w+\*?(?:\s*\|\s*\w+\*?)*\s*\)"
_PIECE = re.compile(rf"{_LIST}|\w+\*?|\{{\w+\}}|<\d+>|\s\?|[()|?&^$]|\S+")


_NO_WORD = re.compile(r"\{\w+\}|<\d+>")
_WORD = re.compile(r"\w+\*?")


class PatternMistake(ValueError):
    """A pattern that cannot be read; the message says what is wrong and what to write instead."""


def words(pattern: str) -> set[str]:
    """The words written in a pattern itself, not in its word classes; those that may go on keep their `*`."""
    return set(_WORD.findall(_NO_WORD.sub(" ", pattern)))


class Grammar:
    """Reads patterns of one language; each word class is read once.

    Args:
        classes: a word class → its pattern.
        barred: words that no gap may swallow (the negations, where a negation counts).
    """

    def __init__(self, classes: Mapping[str, str], barred: Collection[str] = ()) -> None:
        self._classes = classes
        self._barred = Words(frozenset(barred))
        self._read: dict[str, Node] = {}
        self._open: list[str] = []

    def parse(self, pattern: str) -> Node:
        """The tree of a pattern.

        Raises:
            PatternMistake: an unknown sign or class, a bracket left open, a gap too wide, classes that name each other.
        """
        reader = _Reader(_PIECE.findall(pattern), self)
        node = reader.choice()
        if reader.stopped_by:
            raise PatternMistake(f"{reader.stopped_by!r} closes nothing: remove it or open a bracket before it")
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

    def gap(self, most: int) -> Node:
        """A gap of so many words."""
        if not 1 <= most <= WIDEST_GAP:
            raise PatternMistake(f"<{most}> is not a gap: use <1> to <{WIDEST_GAP}>")
        return Gap(most, self._barred)


class _Reader:
    """Reads the pieces of one pattern from left to right; `stopped_by` is empty at the end."""

    def __init__(self, pieces: list[str], grammar: Grammar) -> None:
        self._pieces, self._grammar = pieces, grammar
        self._at = 0
        self.stopped_by = ""

    def choice(self) -> Node:
        options = [self._near()]
        while self.stopped_by == "|":
            options.append(self._near())
        return options[0] if len(options) == 1 else _merged(options)

    def _near(self) -> Node:
        one = self._sequence()
        if self.stopped_by != "&":
            return one
        other = self._sequence()
        if self.stopped_by == "&":
            raise PatternMistake("'&' joins two: put one of them and a third in brackets")
        gap = self._grammar.gap(WIDEST_GAP)
        return Choice((Sequence((one, gap, other)), Sequence((other, gap, one))))

    def _sequence(self) -> Node:
        parts: list[Node] = []
        self.stopped_by = ""
        while self._at < len(self._pieces):
            piece = self._pieces[self._at]
            self._at += 1
            if piece in {"|", "&", ")"}:
                self.stopped_by = piece
                break
            parts.append(self._maybe(self._atom(piece)))
        if not parts:
            raise PatternMistake(f"nothing stands before {self.stopped_by or 'the end'!r}: write a word there")
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _maybe(self, node: Node) -> Node:
        if self._at < len(self._pieces) and self._pieces[self._at] == "?":
            self._at += 1
            return Maybe(node)
        return node

    def _atom(self, piece: str) -> Node:
        match piece[0]:
            case "(" if len(piece) > 1:
                return _words(word.strip() for word in piece[1:-1].split("|"))
            case "(":
                return self._bracket()
            case "{" if piece[1:-1].isidentifier():
                return self._grammar.word_class(piece[1:-1])
            case "<" if piece[1:-1].isdigit():
                return self._grammar.gap(int(piece[1:-1]))
            case "^" | "$":
                return Edge(opens=piece == "^")
            case first if first.isalnum():
                return _words([piece])
        if "?" in piece:
            raise PatternMistake("'?' must touch what may be absent: write so? or (a b)?")
        raise PatternMistake(f"cannot read {piece!r}: use words, word*, ( | ), ?, &, <3>, {{class}}, ^ and $ only")

    def _bracket(self) -> Node:
        node = self.choice()
        if self.stopped_by != ")":
            raise PatternMistake("a bracket is left open: close it with ')'")
        self.stopped_by = ""
        return node


def _words(listed: Iterable[str]) -> Words:
    whole, beginnings = set(), []
    for word in listed:
        if word.endswith("*"):
            beginnings.append(word[:-1])
        else:
            whole.add(word)
    return Words(frozenset(whole), tuple(beginnings))


def _merged(options: list[Node]) -> Node:
    """The options as one node; all that are single words become one look-up."""
    flat = [part for option in options for part in (option.options if isinstance(option, Choice) else (option,))]
    single = [option for option in flat if isinstance(option, Words)]
    others = tuple(option for option in flat if not isinstance(option, Words))
    if not single:
        return Choice(others)
    whole = frozenset[str]().union(*(option.whole for option in single))
    words = Words(whole, tuple(begin for option in single for begin in option.beginnings))
    return Choice((words, *others)) if others else words
