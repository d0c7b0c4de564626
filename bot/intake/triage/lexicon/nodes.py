"""What a pattern is made of. Each part tells how far it reaches: from these places of a line, to those.

All ways through a pattern are followed at once as a set of places, so that one pattern costs at most its parts times the
words of the message, whatever either contains: there is nothing to backtrack into.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from ..line import MASKED, SENTENCE_END, Line

_NO_WORDS = frozenset({MASKED, SENTENCE_END})


class Node(Protocol):
    """A part of a pattern."""

    def reach(self, line: Line, places: set[int]) -> set[int]:
        """The places right after this part, for each of the places where it may begin."""
        ...

    def inside(self) -> Iterator["Node"]:
        """The parts directly in it."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """One word: any of `whole`, or any that begins with one of `beginnings`."""

    whole: frozenset[str]
    beginnings: tuple[str, ...] = ()

    def reach(self, line: Line, places: set[int]) -> set[int]:
        words, last = line.words, len(line.words)
        found = {place + 1 for place in places if place < last and words[place] in self.whole}
        if self.beginnings:
            found |= {place + 1 for place in places if place < last and words[place].startswith(self.beginnings)}
        return found

    def inside(self) -> Iterator[Node]:
        return iter(())


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words of any kind but `barred`, never across the end of a sentence or a masked span."""

    most: int
    barred: frozenset[str] = frozenset()

    def reach(self, line: Line, places: set[int]) -> set[int]:
        closed = _NO_WORDS | self.barred
        found = newest = places
        for _ in range(self.most):
            newest = {i + 1 for i in newest if i < len(line.words) and line.words[i] not in closed}
            found = found | newest
        return found

    def inside(self) -> Iterator[Node]:
        return iter(())


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a clause begins (`opens`) or ends."""

    opens: bool

    def reach(self, line: Line, places: set[int]) -> set[int]:
        here = line.opens_clause if self.opens else line.closes_clause
        return {place for place in places if here(place)}

    def inside(self) -> Iterator[Node]:
        return iter(())


@dataclass(frozen=True, slots=True)
class Maybe:
    """A part that may be absent."""

    part: Node

    def reach(self, line: Line, places: set[int]) -> set[int]:
        return places | self.part.reach(line, places)

    def inside(self) -> Iterator[Node]:
        yield self.part


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several."""

    options: tuple[Node, ...]

    def reach(self, line: Line, places: set[int]) -> set[int]:
        found: set[int] = set()
        for option in self.options:
            found |= option.reach(line, places)
        return found

    def inside(self) -> Iterator[Node]:
        return iter(self.options)


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other."""

    parts: tuple[Node, ...]

    def reach(self, line: Line, places: set[int]) -> set[int]:
        for part in self.parts:
            places = part.reach(line, places)
            if not places:
                break
        return places

    def inside(self) -> Iterator[Node]:
        return iter(self.parts)
