"""From TOML data to what an overlay says, with every mistake of form; what is sound is kept, so that all are told."""

from collections.abc import Collection, Mapping
from typing import Any

from pydantic import ValidationError

from bot.programmes.overlay.form.shapes import FILE, Conversation
from bot.programmes.overlay.form.troubles import trouble
from bot.programmes.overlay.report import Key, Report, nearest

_PIECE = {"words": 3, "thresholds": 3, "rhythms": 3, "rooms": 4}
"""How many parts of a key name what is left out for a mistake: a whole text, number or question; else a key."""


def read(raw: Mapping[str, Any], conversations: Collection[str], report: Report) -> dict[str, Conversation]:
    """What is said about each conversation; mistakes of form go into the report, and what has one is left out."""
    for name in raw:
        if name not in conversations:
            report.refuse((name,), f"is no conversation: {nearest(name, conversations)}")
    known = {name: table for name, table in raw.items() if name in conversations}
    try:
        return FILE.validate_python(known)
    except ValidationError as error:
        details = error.errors(include_url=False)
    for detail in details:
        report.refuse(_with_its_id(known, _without_tag(detail["loc"])), trouble(detail))
    return FILE.validate_python(_without(known, {_piece(_without_tag(detail["loc"])) for detail in details}))


def _without_tag(loc: Key) -> Key:
    """Pydantic names the kind of a question after its place; in the file nothing stands there."""
    match loc:
        case (flow, "rooms", room, int(place), _, *rest):
            return (flow, "rooms", room, place, *rest)
        case _:
            return loc


def _with_its_id(raw: Mapping[str, Any], key: Key) -> Key:
    match key:
        case (str(flow), "rooms", room, int(place), *rest):
            question = raw[flow]["rooms"][room][place]
            named = question.get("id") if isinstance(question, Mapping) else None
            return (flow, "rooms", room, named if isinstance(named, str) else place, *rest)
        case _:
            return key


def _piece(key: Key) -> Key:
    return key[: _PIECE.get(str(key[1]), 2)] if len(key) > 1 else key


def _without(data: Any, left_out: Collection[Key]) -> Any:
    """The data without these pieces, which may lie at any depth."""
    if isinstance(data, Mapping):
        return {
            name: _without(value, _inside(name, left_out)) for name, value in data.items() if (name,) not in left_out
        }
    if isinstance(data, list):
        places = enumerate(data)
        return [_without(value, _inside(place, left_out)) for place, value in places if (place,) not in left_out]
    return data


def _inside(name: str | int, left_out: Collection[Key]) -> list[Key]:
    return [key[1:] for key in left_out if key[0] == name]
