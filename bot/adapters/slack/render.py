"""Our words as Slack shows them: text for notifications and screen readers, and blocks for everybody else.

No metadata is ever set: every app and member of a workspace can read it (docs.slack.dev/messaging/message-metadata).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    ContextBlock,
    DividerBlock,
    HeaderBlock,
    MarkdownTextObject,
    PlainTextObject,
    SectionBlock,
)

from bot.adapters.slack.mrkdwn import escape, formatted, parted, unformatted
from bot.words.limits import SLACK
from bot.words.markup import read
from bot.words.outgoing import Button, Card, Form, Home, HomeEntry, Message
from bot.words.splitting import divide

TAP, FORM, LINK = "tap:", "form:", "link:"
"""How the action ids of our buttons begin; whatever begins otherwise is not ours."""
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Post:
    """One message as chat.postMessage takes it: `text` is what is read out, `blocks` what is seen."""

    text: str
    blocks: list[Json]


def posts(message: Message) -> list[Post]:
    """The messages that a message becomes: one, unless it is too long; the buttons stand under the last."""
    parts = _plain(message.text) if message.plain else _marked_up(message.text)
    buttons = _rows(message)
    last = len(parts) - 1
    return [
        Post(text, as_json([section, *(buttons if place == last else ())]))
        for place, (text, section) in enumerate(parts)
    ]


def card(shown: Card) -> Post:
    """A case's card; how urgent it is stands in its title, in words."""
    pairs = [_pair(label, value) for label, value in shown.fields]
    blocks: list[Block] = [HeaderBlock(text=plain(shown.title, SLACK.header_text))]
    blocks += [SectionBlock(fields=pairs[at : at + SLACK.fields]) for at in range(0, len(pairs), SLACK.fields)]
    blocks += _in_rows(shown.buttons)
    return Post(escape(shown.fallback), as_json(blocks))


def home(shown: Home, more: str) -> Json:
    """A coordinator's own page for views.publish; `more` has the place `{count}` for how many did not fit."""
    blocks: list[Block] = [HeaderBlock(text=plain(shown.title, SLACK.header_text))]
    entries = [(heading, entry) for heading, listed in shown.sections for entry in listed]
    if not entries and shown.empty:
        blocks.append(SectionBlock(text=plain(shown.empty, SLACK.section_text)))
    heading_shown = ""
    for place, (heading, entry) in enumerate(entries):
        if len(blocks) + 4 > SLACK.view_blocks:
            left = str(len(entries) - place)
            blocks.append(SectionBlock(text=plain(more.replace("{count}", left), SLACK.section_text)))
            break
        if heading != heading_shown:
            blocks += [DividerBlock(), SectionBlock(text=_bold(heading))]
            heading_shown = heading
        blocks.append(_entry(entry, place))
    blocks += [ContextBlock(elements=[plain(shown.note, SLACK.section_text)])] if shown.note else []
    return {"type": "home", "blocks": as_json(blocks)}


def plain(text: str, limit: int) -> PlainTextObject:
    """Text shown as it is typed: no mentions, no links, no emoji codes. What is over the limit ends in an ellipsis."""
    return PlainTextObject(text=text if len(text) <= limit else f"{text[: limit - 1]}…", emoji=False)


def button(shown: Button, action_id: str = "") -> ButtonElement:
    """One button; its data comes back as the value."""
    return ButtonElement(
        text=plain(shown.label, SLACK.button_label),
        action_id=action_id or f"{LINK if shown.url else TAP}{shown.data}",
        value=shown.data or None,
        url=shown.url or None,
        style=shown.style or None,
        accessibility_label=plain(shown.label, SLACK.button_label).text,
    )


def as_json(blocks: Iterable[Block]) -> list[Json]:
    """The blocks as Slack takes them.

    Raises:
        SlackObjectFormationError: a block is over one of Slack's limits.
    """
    return [block.to_dict() for block in blocks]


def _plain(text: str) -> list[tuple[str, Block]]:
    spans = divide(text, SLACK.section_text)
    parts = (text[start:end] for start, end in spans)
    return [(escape(part), SectionBlock(text=plain(part, SLACK.section_text))) for part in parts]


def _marked_up(text: str) -> list[tuple[str, Block]]:
    parts = parted(read(text), SLACK.section_text)
    return [(unformatted(part), SectionBlock(text=_verbatim(formatted(part)))) for part in parts]


def _rows(message: Message) -> list[Block]:
    rows = [block for row in message.buttons for block in _in_rows(row)]
    return [*rows, ActionsBlock(elements=[_form_button(message.form)])] if message.form else rows


def _in_rows(buttons: Sequence[Button]) -> list[Block]:
    rows = (buttons[at : at + SLACK.buttons_per_row] for at in range(0, len(buttons), SLACK.buttons_per_row))
    return [ActionsBlock(elements=[button(one) for one in row]) for row in rows]


def _form_button(form: Form) -> ButtonElement:
    """The button carries the form's texts, so that the window can open at once and after any restart."""
    overflow = len(_packed(form)) - SLACK.button_data_bytes
    fitting = form if overflow <= 0 else replace(form, label=form.label[: -overflow - 1] + "…")
    return ButtonElement(
        text=plain(form.open, SLACK.button_label),
        action_id=f"{FORM}{form.data}",
        value=_packed(fitting),
        accessibility_label=plain(form.open, SLACK.button_label).text,
    )


def _packed(form: Form) -> str:
    return orjson.dumps([form.title, form.label, form.submit, form.cancel, form.data, form.limit]).decode()


def _entry(entry: HomeEntry, place: int) -> Block:
    return SectionBlock(
        text=_pair(entry.title, entry.detail), accessory=button(entry.button, f"{TAP}{place}:{entry.button.data}")
    )


def _pair(label: str, value: str) -> MarkdownTextObject:
    return _verbatim(f"*{escape(label)}*\n{escape(value)}")


def _bold(text: str) -> MarkdownTextObject:
    return _verbatim(f"*{escape(text)}*")


def _verbatim(mrkdwn: str) -> MarkdownTextObject:
    # Verbatim: Slack makes no links or mentions of bare words.
    return MarkdownTextObject(text=mrkdwn, verbatim=True)
