"""What an overlay changed and what is wrong with it, each with the file, the key and the remedy."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import process

Key = tuple[str | int, ...]
"""Where something stands in the file: ("checkin", "words", "tell", "nb")."""


@dataclass
class Report:
    """Filled while an overlay is applied, so that all mistakes are told at once."""

    file: str
    mistakes: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)

    def refuse(self, key: Key, trouble: str) -> None:
        """Note a mistake; `trouble` goes on after the key and ends with the remedy."""
        self.mistakes.append(f"{self.file}: {place(key)} {trouble}")

    def found(self, key: Key, sentence: str) -> None:
        """Note a mistake that stands as a sentence of its own."""
        self.mistakes.append(f"{self.file}: {place(key)}: {sentence}")

    def changed(self, flow: str, what: str) -> None:
        """Note a change."""
        self.changes.append(f"{flow}: {what}")


def place(key: Key) -> str:
    """A key as one would look for it in the file."""
    match key:
        case (flow, "words", step, *rest):
            return _shown(f"[{flow}.words.{_quoted(step)}]", rest)
        case (flow, "rooms", room, question, *rest):
            return _shown(f"[[{flow}.rooms.{room}]]", [_named(question), *rest])
        case (flow, str(table), inner, *rest) if table in ("thresholds", "rhythms", "rooms"):
            return _shown(f"[{flow}.{table}]", [inner, *rest])
        case (flow, *rest):
            return _shown(f"[{flow}]", rest)
        case _:
            return "the file"


def nearest(word: str, known: Iterable[str], otherwise: str = "known are") -> str:
    """A remedy for a word that does not exist."""
    words = sorted(known)
    close = process.extractOne(word, words, score_cutoff=61)
    if close:
        return f"did you mean {close[0]}?"
    return f"{otherwise} {', '.join(words)}" if words else "remove it"


def _shown(table: str, rest: Iterable[str | int]) -> str:
    path = ".".join(str(part + 1) if isinstance(part, int) else part for part in rest)
    return f"{table} {path}" if path else table


def _quoted(step: str | int) -> str:
    return f'"{step}"' if "." in str(step) else str(step)


def _named(question: str | int) -> str:
    return f"question {question + 1}" if isinstance(question, int) else question
