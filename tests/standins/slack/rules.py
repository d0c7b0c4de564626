"""What Slack refuses in blocks and views: docs.slack.dev/reference/block-kit, docs.slack.dev/reference/views."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

_TEXT = {"plain_text", "mrkdwn"}
_INPUTS = {"plain_text_input", "static_select", "radio_buttons"}


def refusals(blocks: object, most: int) -> list[str]:
    """Everything Slack would refuse about these blocks."""
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        return ["blocks are no list of objects"]
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    return [
        *([f"more than {most} blocks"] if len(blocks) > most else []),
        *(["a block id twice"] if len(ids) != len(set(ids)) else []),
        *(gap for block in blocks for gap in _block(block)),
    ]


def view_refusals(view: Json, *, home: bool = False) -> list[str]:
    """Everything Slack would refuse about this view."""
    gaps = refusals(view.get("blocks"), 100)
    if home:
        return [*gaps, *([] if view.get("type") == "home" else ["not a home view"])]
    for part in ("title", "submit", "close"):
        if part in view:
            gaps += _text(view[part], 24, {"plain_text"})
    inputs = any(block.get("type") == "input" for block in view.get("blocks", ()))
    gaps += [] if view.get("type") == "modal" else ["not a modal"]
    gaps += [] if "title" in view else ["no title"]
    gaps += ["inputs without a submit"] if inputs and "submit" not in view else []
    return gaps + (["metadata too long"] if len(view.get("private_metadata", "")) > 3000 else [])


def _block(block: Json) -> Iterator[str]:
    if len(str(block.get("block_id", ""))) > 255:
        yield "block id too long"
    match block.get("type"):
        case "section":
            yield from _section(block)
        case "header":
            yield from _text(block.get("text"), 150, {"plain_text"})
        case "actions":
            yield from _actions(block.get("elements"))
        case "input":
            yield from _text(block.get("label"), 2000, {"plain_text"})
            yield from _element(block.get("element"), _INPUTS)
        case "divider":
            pass
        case other:
            yield f"block of type {other}"


def _section(block: Json) -> Iterator[str]:
    if "text" not in block and not block.get("fields"):
        yield "section without text"
    if "text" in block:
        yield from _text(block["text"], 3000, _TEXT)
    fields = block.get("fields", [])
    if len(fields) > 10:
        yield "more than 10 fields"
    for field in fields:
        yield from _text(field, 2000, _TEXT)
    if "accessory" in block:
        yield from _element(block["accessory"], {"button"})


def _actions(elements: object) -> Iterator[str]:
    if not isinstance(elements, list) or not 1 <= len(elements) <= 25:
        yield "an actions block has 1 to 25 elements"
        return
    twice = [name for name, times in Counter(str(one.get("action_id")) for one in elements).items() if times > 1]
    if twice:
        yield "an action id twice"
    for element in elements:
        yield from _element(element, {"button"})


def _element(element: object, allowed: set[str]) -> Iterator[str]:
    if not isinstance(element, dict) or element.get("type") not in allowed:
        yield "an element that may not stand here"
        return
    if not 0 < len(str(element.get("action_id", ""))) <= 255:
        yield "action id missing or too long"
    if element["type"] == "button":
        yield from _text(element.get("text"), 75, {"plain_text"})
        yield from (["value too long"] if len(element.get("value", "")) > 2000 else [])
        yield from (["unknown style"] if element.get("style", "primary") not in {"primary", "danger"} else [])
        yield from (["accessibility label too long"] if len(element.get("accessibility_label", "")) > 75 else [])
    elif element["type"] == "plain_text_input":
        yield from (["max_length above 3000"] if not 1 <= element.get("max_length", 3000) <= 3000 else [])
    else:
        yield from _options(element)


def _options(element: Json) -> Iterator[str]:
    options = element.get("options", [])
    if not 1 <= len(options) <= (10 if element["type"] == "radio_buttons" else 100):
        yield "too few or too many options"
    for option in options:
        yield from _text(option.get("text"), 75, _TEXT)
        yield from (["option value too long"] if not 0 < len(option.get("value", "")) <= 75 else [])
    if "initial_option" in element and element["initial_option"] not in options:
        yield "the initial option is none of the options"


def _text(text: object, most: int, kinds: set[str]) -> Iterator[str]:
    if not isinstance(text, dict) or text.get("type") not in kinds:
        yield "a text object of the wrong type"
    elif not isinstance(text.get("text"), str) or not 1 <= len(text["text"]) <= most:
        yield f"text must have 1 to {most} characters"
