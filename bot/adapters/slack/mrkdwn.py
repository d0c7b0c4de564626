"""Words in Slack's own markup: ours going out, people's coming in.

Of all characters only `&`, `<` and `>` are escaped (docs.slack.dev/messaging/formatting-message-text), which is enough
that no word of a person can ping a channel or forge a link.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from bot.words.markup import Run
from bot.words.splitting import divide

_LINKED = frozenset({"http", "https", "mailto"})
_REFERENCE = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")


def escape(text: str) -> str:
    """The text with Slack's three control characters made harmless."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def formatted(runs: Sequence[Run]) -> str:
    """The runs with mrkdwn's marks."""
    return "".join(map(_marked, runs))


def unformatted(runs: Sequence[Run]) -> str:
    """The same words without marks, escaped: for notifications and screen readers."""
    return escape("".join(run.text if run.link in {"", run.text} else f"{run.text} ({run.link})" for run in runs))


def parted(runs: Sequence[Run], limit: int) -> list[list[Run]]:
    """The runs in parts whose mrkdwn has at most `limit` characters each, divided where the text may be."""
    text = "".join(run.text for run in runs)
    visible = limit
    while True:
        parts = [_cut(runs, start, end) for start, end in divide(text, visible)]
        if visible < 2 or all(len(formatted(part)) <= limit for part in parts):
            return parts
        # Escapes and addresses make the mrkdwn longer than what is seen.
        visible //= 2


def readable(text: str) -> str:
    """What a person typed, from the text of a message event: entities undone, references shown by their label."""
    shown = _REFERENCE.sub(_reference, text)
    return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _marked(run: Run) -> str:
    inside = run.text.strip()
    if not inside:
        return run.text
    words = escape(inside)
    if urlsplit(run.link).scheme in _LINKED:
        # Slack ends the target at the first "|" or ">".
        words = f"<{escape(run.link).replace('|', '%7C')}|{words}>"
    elif run.link:
        words = f"{words} ({escape(run.link)})"
    marks = "*" * run.bold + "_" * run.italic
    before, _, after = run.text.partition(inside)
    return f"{before}{marks}{words}{marks[::-1]}{after}"


def _cut(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """The runs between two places of the text they make together."""
    kept: list[Run] = []
    at = 0
    for run in runs:
        inside = run.text[max(start - at, 0) : max(end - at, 0)]
        if inside:
            kept.append(replace(run, text=inside))
        at += len(run.text)
    return kept


def _reference(found: re.Match[str]) -> str:
    target, label = found[1], found[2]
    if target[:1] in {"@", "#"}:
        return f"{target[0]}{label or target[1:]}"
    if target.startswith("!"):
        return label or f"@{target[1:].partition('^')[0]}"
    return label or target.removeprefix("mailto:")
