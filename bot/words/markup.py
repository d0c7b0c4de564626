"""The texts' small CommonMark subset, read into runs that each platform dresses in its own way.

Bold, italic, links, lists, paragraphs, a line break where the source has one. Whatever else looks like markup is
shown as it was typed: only these rules are switched on, so nothing can be dropped silently.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("zero").enable(
    ["list", "escape", "emphasis", "link", "newline", "balance_pairs", "fragments_join"]
)
_INDENT = "  "

# Reading costs more than the rest of a reply's rendering, and most texts are plain: those with none of the marks, no
# line that begins like a list's or with a space, and no gap of several lines, which would be closed up.
_MAY_BE_MARKUP = re.compile(r"[\\*_\[\r\0]|^\s|^([-+]|\d+[.)])(\s|$)|\s\n|\n\s*\n\s*\n|\s\Z", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `link` is the address it leads to, or ""."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


def read(source: str) -> list[Run]:
    """The source as runs; put together, their texts are what a reader sees."""
    if not _MAY_BE_MARKUP.search(source):
        return [Run(source)] if source else []
    return list(_parsed(source))


@lru_cache(maxsize=256)
def _parsed(source: str) -> tuple[Run, ...]:
    """The runs of a text with marks in it. Kept for a while: most of these are questions, the same for everybody."""
    runs = (run for run in _blocks(_PARSER.parse(source)) if run.text)
    return tuple(Run("".join(run.text for run in alike), *style) for style, alike in groupby(runs, key=_style))


def _style(run: Run) -> tuple[bool, bool, str]:
    return run.bold, run.italic, run.link


def _blocks(tokens: Sequence[Token]) -> Iterator[Run]:
    """Paragraphs and list items, with the blank lines, bullets and indents between them."""
    ended, items = 0, list[str]()
    bullet = ""
    for token in tokens:
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            items.append("•")
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            items.pop()
        elif token.type == "list_item_open":
            bullet = f"{token.info}{token.markup}" if token.info else items[-1]
        elif token.type == "inline" and token.map:
            yield Run(_gap(first=ended == 0, blank_line=token.map[0] > ended))
            yield Run(_INDENT * (len(items) - 1) + (f"{bullet} " if bullet else _INDENT * bool(items)))
            yield from _spans(token.children or ())
            ended, bullet = token.map[1], ""


def _gap(*, first: bool, blank_line: bool) -> str:
    if first:
        return ""
    return "\n\n" if blank_line else "\n"


def _spans(children: Sequence[Token]) -> Iterator[Run]:
    bold, italic, link = False, False, ""
    for token in children:
        match token.type:
            case "strong_open" | "strong_close":
                bold = token.nesting == 1
            case "em_open" | "em_close":
                italic = token.nesting == 1
            case "link_open" | "link_close":
                link = str(token.attrs.get("href", ""))
            case "softbreak" | "hardbreak":
                yield Run("\n", bold, italic, link)
            case _:
                yield Run(token.content, bold, italic, link)
