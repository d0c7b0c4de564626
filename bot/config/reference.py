"""The configuration reference: every setting with its line of why, as the file one would begin from.

`config.example.toml` is this text (a test holds them together); `placemate config reference` prints it.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date, time
from pathlib import Path

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.config.section import section_of
from bot.config.settings import Settings

HEAD = """\
# Every setting of Placemate, with its default. Copy this file to config.toml and change what you need.
# A setting that begins with # is not set: take the # away to set it.
# The environment wins over this file: PLACEMATE_TELEGRAM__TOKEN is over [telegram] token. Keep secrets there.
"""


def reference() -> str:
    """The text of `config.example.toml`: TOML in which what is not set by default is commented out."""
    sections = ((name, field, section_of(field)) for name, field in Settings.model_fields.items())
    blocks = ("\n".join(_block(name, field, model)) for name, field, model in sections if model)
    return "\n".join([HEAD, *(f"{block}\n" for block in blocks)])


def _block(name: str, field: FieldInfo, model: type[BaseModel]) -> Iterator[str]:
    absent = "#" if field.default is None else ""
    yield f"# {(model.__doc__ or '').strip()}"
    yield f"{absent}[{name}]"
    for key, setting in model.model_fields.items():
        yield f"# {setting.description}"
        yield f"{absent or _unset(setting)}{setting.alias or key} = {_toml(_shown(setting))}"


def _unset(setting: FieldInfo) -> str:
    return "#" if setting.examples else ""


def _shown(setting: FieldInfo) -> object:
    return setting.examples[0] if setting.examples else setting.default


def _toml(value: object) -> str:
    match value:
        case Mapping():
            return "{ " + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + " }"
        case date():
            return value.isoformat()
        case time():
            return json.dumps(value.isoformat("minutes"))
        case tuple():
            return "[" + ", ".join(_toml(item) for item in value) + "]"
        case Path():
            return json.dumps(str(value))
        case _:
            # Strings, numbers, booleans and lists of them are written alike in JSON and in TOML.
            return json.dumps(value, ensure_ascii=False)
