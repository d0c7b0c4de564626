"""What a pattern is made of. Each part tells how far it reaches: from these places of a line, to those.

All ways through a pattern are followed at once as a set of places (see `line`), so that one pattern costs at most its
parts times the words of the message, whatever either contains: there is nothing to backtrack into.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from bot.intake.triage.line import Line


class Node(Protocol):
    """A part of a pattern."""

    def reach(self, line: Line, places: int) -> int:
        """The set of places right after this part, when it may begin at any of `places`."""
        ...

    def inside(self) -> Iterator["Node"]:
        """The parts directly in it."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """One word: any of `whole`, or any that begins with one of `beginnings`."""

    whole: frozenset[str]
    beginnings: tuple[str, ...] = ()

    def reach(self, line: Line, places: int) -> int:
        mine = line.known.get(id(self))
        if mine is None:
            mine = line.known[id(self)] = self._places(line)
        return (places & mine) << 1

    def inside(self) -> Iterator[Node]:
        return iter(())

    def _places(self, line: Line) -> int:
        found = 0
        for word in line.places.keys() & self.whole:
            found |= line.places[word]
        if self.beginnings:
            for word, places in line.places.items():
                if word.startswith(self.beginnings):
                    found |= places
        return found


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words of any kind but `barred`, never across the end of a sentence or a masked span."""

    most: int
    barred: Words

    def reach(self, line: Line, places: int) -> int:
        closed = line.closed | self.barred.reach(line, line.everywhere) >> 1
        for _ in range(self.most):
            places |= (places & line.everywhere & ~closed) << 1
        return places

    def inside(self) -> Iterator[Node]:
        return iter(())


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a clause begins (`opens`) or ends."""

    opens: bool

    def reach(self, line: Line, places: int) -> int:
        return places & (line.clause_begins if self.opens else line.clause_ends)

    def inside(self) -> Iterator[Node]:
        return iter(())


@dataclass(frozen=True, slots=True)
class Maybe:
    """A part that may be absent."""

    part: Node

    def reach(self, line: Line, places: int) -> int:
        return places | self.part.reach(line, places)

    def inside(self) -> Iterator[Node]:
        yield self.part


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several."""

    options: tuple[Node, ...]

    def reach(self, line: Line, places: int) -> int:
        found = 0
        for option in self.options:
            found |= option.reach(line, places)
        return found

    def inside(self) -> Iterator[Node]:
        return iter(self.options)


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other."""

    parts: tuple[Node, ...]

    def reach(self, line: Line, places: int) -> int:
        for part in self.parts:
            places = part.reach(line, places)
            if not places:
                break
        return places

    def inside(self) -> Iterator[Node]:
        return iter(self.parts)
