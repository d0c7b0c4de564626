"""Words on a drawing: short, wrapped, and escaped so that no text can break the diagram."""

import textwrap
from collections.abc import Iterable

from flows.conditions import AllOf, AnyOf, Condition, Not, Test

_ESCAPES = str.maketrans(
    {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;", "`": "#96;", "\\": "#92;", "*": "#42;"}
)
_WIDTH = 32
_EDGE_WIDTH = 26
"""Mermaid breaks the words on an edge at 200 pixels whatever the settings."""


def escaped(text: str) -> str:
    """Text as mermaid shows it inside quotes."""
    return " ".join(text.split()).translate(_ESCAPES)


def shortened(text: str, lines: int, width: int = _WIDTH) -> str:
    """Text on at most so many lines of `width` characters, escaped; marks for bold and the rest are left out."""
    wrapped = textwrap.wrap(text.replace("**", ""), width, max_lines=lines, placeholder="…", break_on_hyphens=False)
    return "<br/>".join(escaped(line) for line in wrapped)


def condition_words(parts: Iterable[Condition]) -> str:
    """Conditions that hold together, as they stand on an edge or in a note."""
    return shortened(_said(AllOf(tuple(parts))), 5, _EDGE_WIDTH)


def _said(condition: Condition) -> str:
    match condition:
        case Test(_, name, "is", True):
            return _plain(name)
        case Test(_, name, "among", tuple(values)):
            return f"{_plain(name)} = {' or '.join(map(_plain, values))}"
        case Not(Test(_, name, "is", value)) if value is not True:
            return f"{_plain(name)} ≠ {_plain(str(value))}"
        case Not(part):
            return f"not {said}" if " " not in (said := _said(part)) else f"not ({said})"
        case AnyOf(parts):
            return " or ".join(map(_said, parts))
        case AllOf(parts):
            several = len(parts) > 1
            return " and ".join(f"({_said(p)})" if several and isinstance(p, AnyOf) else _said(p) for p in parts)
        case _:
            return _plain(str(condition))


def _plain(name: str) -> str:
    return name.replace("_", " ")
