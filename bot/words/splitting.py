"""Where to divide a text that is too long for one message: never in the middle of a word that could be kept whole."""

import re
from collections.abc import Iterator

_BORDERS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?…])\s"), re.compile(r"\s"))
"""From the best place to divide a text to the least good one."""


def divide(text: str, limit: int) -> list[tuple[int, int]]:
    """The spans (start, end) of the messages that a text becomes: at least one, without the white space between them.

    `limit` counts UTF-16 code units, the widest way any platform counts characters: an emoji is two.
    """
    if 2 * len(text) <= limit:
        return [(0, len(text))]
    return list(_spans(text, limit))


def _spans(text: str, limit: int) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        window = text[start : start + _fitting(text, start, limit)]
        whole = start + len(window) == len(text)
        end = start + (len(window) if whole else _border(window, text[start + len(window)]))
        yield start, end
        start = end + len(text[end:]) - len(text[end:].lstrip())


def _fitting(text: str, start: int, limit: int) -> int:
    """How many characters from `start` on fit into `limit` code units."""
    units = 0
    for count, character in enumerate(text[start : start + limit]):
        units += 2 if character > "\uffff" else 1
        if units > limit:
            return count
    return min(limit, len(text) - start)


def _border(window: str, following: str) -> int:
    """The last good border in the second half of the window; its end where there is none."""
    for border in _BORDERS:
        places = [found.start() for found in border.finditer(window + following, len(window) // 2)]
        if places:
            return places[-1]
    return len(window)
