"""Mistakes of form in words: what pydantic found, with the remedy and without its vocabulary."""

from collections.abc import Collection, Mapping
from typing import Any

from pydantic import BaseModel

from bot.config.section import section_of
from bot.programmes.overlay.form.shapes import KINDS, Conversation, OwnOption, Rhythms, Words
from bot.programmes.overlay.report import Key, nearest

_IN_EVERY_LANGUAGE = '{ en = "…", nb = "…" }'
_TEXTS = ("text", "low", "high")
_A_TABLE = "must be a table: give its keys one by one"
_MUST_BE = {
    "int_type": "must be a whole number, without quotes",
    "string_type": "must be text in quotes",
    "bool_type": "must be true or false",
    "list_type": "must be a list: put it in [ ]",
    "dict_type": _A_TABLE,
    "model_attributes_type": _A_TABLE,
    "too_short": "is empty: name at least one",
}
_MISSING = {
    **dict.fromkeys(Words.model_fields, "write the text in every language we speak"),
    **dict.fromkeys(_TEXTS, f"write {_IN_EVERY_LANGUAGE}"),
    "options": 'write options = [{ id = "…", en = "…", nb = "…" }, …]',
    "kind": f"use one of {', '.join(KINDS)}",
    "id": "give it an id of its own",
}


def trouble(detail: Mapping[str, Any]) -> str:
    """What is wrong at this place."""
    loc, last = detail["loc"], str(detail["loc"][-1])
    match detail["type"]:
        case "extra_forbidden":
            return f"is unknown: {_instead(loc)}"
        case "missing":
            return f"is missing: {_MISSING.get(last, 'add it')}"
        case "union_tag_not_found":
            return f"has no kind: {_MISSING['kind']}"
        case "union_tag_invalid":
            return f"has a kind that does not exist: {nearest(str(detail['ctx']['tag']), KINDS, 'use one of')}"
        case "model_type":
            in_words = last in _TEXTS or loc[1:2] == ("words",)
            return f"must be in every language: {_IN_EVERY_LANGUAGE}" if in_words else _A_TABLE
        case kind:
            return _MUST_BE.get(kind) or _wrong_value(detail)


def _wrong_value(detail: Mapping[str, Any]) -> str:
    match detail["type"]:
        case "literal_error" if detail["loc"][-1] == "optional":
            return "may only be true: every question of a programme's own can be skipped"
        case "literal_error":
            return f"must be {detail['ctx']['expected']}"
        case "string_pattern_mismatch" if "options" in detail["loc"]:
            return "has not the right form: use at most 20 of a–z, 0–9 and _"
        case "string_pattern_mismatch":
            return "has not the right form: use at most 15 of a–z, 0–9 and _, a letter first"
        case "greater_than_equal":
            return f"must be at least {detail['ctx']['ge']}"
        case "less_than_equal":
            return f"must be at most {detail['ctx']['le']}"
        case _:
            return str(detail["msg"]).removeprefix("Value error, ")


def _instead(loc: Key) -> str:
    if len(loc) == 2 and loc[1] == "flags":
        return f"no flag can be taken away or softened; [{loc[0]}.thresholds] moves the numbers that may be moved"
    return nearest(str(loc[-1]), _known(loc))


def _known(loc: Key) -> Collection[str]:
    """The keys that are known where an unknown one was found."""
    match loc:
        case (_, _):
            return list(Conversation.model_fields)
        case (_, "rhythms", _):
            return list(Rhythms.model_fields)
        case (_, "rooms", _, int(), str(kind), _):
            return list(KINDS[kind].model_fields)
        case (_, "rooms", _, int(), _, "options", int(), _):
            return list(OwnOption.model_fields)
        case (_, "rooms", _, int(), str(kind), "flag", _):
            inner: type[BaseModel] | None = section_of(KINDS[kind].model_fields["flag"])
            return [field.alias or name for name, field in inner.model_fields.items()] if inner else []
        case _:
            return list(Words.model_fields)
