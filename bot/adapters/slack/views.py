"""Windows of Slack: a case's form or page, a private form for an answer, and the page shown while one is fetched.

What a window keeps in its metadata is the verb, the case and what the case asked to keep; of a private form, the
question and the chat.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import orjson
from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    HeaderBlock,
    InputBlock,
    Option,
    PlainTextInputElement,
    RadioButtonsElement,
    SectionBlock,
    StaticSelectElement,
)
from slack_sdk.models.views import View as SlackView

from bot.adapters.slack.render import Json, as_json, button, plain
from bot.cases.verbs import button_data
from bot.cases.views import Field, Passage, View
from bot.words.limits import SLACK
from bot.words.outgoing import Button, Form
from bot.words.splitting import divide

CASE, FORM = "case", "form"
"""The callback ids of our windows."""
WORDS = "words"
"""The block of a private form that holds what she writes."""
_RADIOS = 10  # docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element
_ERROR = "error"


def modal(view: View) -> Json:
    """A case's form or page.

    Raises:
        SlackObjectFormationError: the view is over one of Slack's limits.
    """
    blocks = [*_error(view.error), *map(_input, view.fields), *_buttons(view)]
    passages = _passages(view.passages)
    if len(passages) + len(blocks) > SLACK.view_blocks:
        passages = _packed(view.passages)
    at = len(_error(view.error))
    kept = {"verb": view.verb, "case": view.case, "kept": view.kept}
    return _window(
        CASE, view.title, [*blocks[:at], *passages, *blocks[at:]], kept, view.submit if view.verb else "", view.close
    )


def form(shown: Form, chat: str) -> Json:
    """A private form for one answer in her own words."""
    element = PlainTextInputElement(action_id=WORDS, multiline=True, max_length=_limit(shown.limit))
    block = InputBlock(block_id=WORDS, label=plain(shown.label, SLACK.input_label), element=element)
    return _window(FORM, shown.title, [block], {"data": shown.data, "chat": chat}, shown.submit, shown.cancel)


def page(title: str, text: str, close: str) -> Json:
    """A window that says one thing: that it is loading, that it failed, or a short note."""
    return _window("", title, _sections(text), {}, "", close)


def with_error(shown: Json, error: str) -> Json:
    """The window of a submission once more, with an error on top; typed words stay, since its inputs are the same."""
    blocks = [block for block in shown["blocks"] if block.get("block_id") != _ERROR]
    kept = {
        key: shown[key] for key in ("title", "submit", "close", "private_metadata", "callback_id") if shown.get(key)
    }
    return {"type": "modal", **kept, "blocks": [*as_json(_error(error)), *blocks]}


def first_input(shown: Json) -> str:
    """The id of the window's first input, or "" where it has none."""
    inputs = (str(block.get("block_id", "")) for block in shown["blocks"] if block.get("type") == "input")
    return next(inputs, "")


def _window(name: str, title: str, blocks: Sequence[Block], kept: Json, submit: str, close: str) -> Json:
    shown = SlackView(
        type="modal",
        callback_id=name or None,
        title=plain(title, SLACK.modal_title),
        submit=plain(submit, SLACK.modal_title) if submit else None,
        close=plain(close, SLACK.modal_title) if close else None,
        blocks=blocks,
        private_metadata=orjson.dumps(kept).decode() if kept else None,
    )
    return shown.to_dict()


def _error(text: str) -> list[Block]:
    return [SectionBlock(block_id=_ERROR, text=plain(text, SLACK.section_text))] if text else []


def _passages(passages: Iterable[Passage]) -> list[Block]:
    blocks: list[Block] = []
    for one in passages:
        blocks += [HeaderBlock(text=plain(one.heading, SLACK.header_text))] if one.heading else []
        blocks += _sections(one.text)
    return blocks


def _packed(passages: Iterable[Passage]) -> list[Block]:
    """A very long case, in as few sections as will hold it: words may be parted, none is lost."""
    text = "\n\n".join(f"{one.heading}\n{one.text}" for one in passages)
    parts = (text[at : at + SLACK.section_text] for at in range(0, len(text), SLACK.section_text))
    return [SectionBlock(text=plain(part, SLACK.section_text)) for part in parts]


def _sections(text: str) -> list[Block]:
    if not text.strip():
        return []
    # From the start of one part to the start of the next: nothing between them is lost.
    starts = [start for start, _ in divide(text, SLACK.section_text - 1)]
    parts = [text[start:end] for start, end in pairwise([*starts, len(text)])]
    return [SectionBlock(text=plain(part.rstrip(), SLACK.section_text)) for part in parts]


def _input(shown: Field) -> Block:
    element = _choice(shown) if shown.kind == "choice" else _text(shown)
    label = plain(shown.label, SLACK.input_label)
    return InputBlock(block_id=shown.id, label=label, element=element, optional=shown.optional)


def _text(shown: Field) -> PlainTextInputElement:
    return PlainTextInputElement(
        action_id=shown.id,
        multiline=True,
        max_length=_limit(shown.limit),
        initial_value=shown.initial[: _limit(shown.limit)] or None,
    )


def _choice(shown: Field) -> RadioButtonsElement | StaticSelectElement:
    options = [Option(value=value, text=plain(label, SLACK.option_label)) for value, label in shown.options]
    initial = next((option for option in options if option.value == shown.initial), None)
    if len(options) <= _RADIOS:
        return RadioButtonsElement(action_id=shown.id, options=options, initial_option=initial)
    return StaticSelectElement(action_id=shown.id, options=options, initial_option=initial)


def _buttons(view: View) -> list[Block]:
    shown = [button(Button(label, button_data(verb, view.case))) for verb, label in view.buttons]
    return [ActionsBlock(elements=shown)] if shown else []


def _limit(limit: int) -> int:
    return min(limit or SLACK.input_text, SLACK.input_text)
