"""What is wrong with a configuration, in words that name the file, the key and the remedy, and quote no value."""

import os
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError
from rapidfuzz import process

from bot.config.section import field_of, keys_of, variable_of
from bot.config.settings import Settings


class ConfigError(Exception):
    """The configuration cannot be used; the message has a line for each thing to mend."""


def explained(error: ValidationError, source: Path | None) -> ConfigError:
    """What pydantic found, without the values it found it in.

    Args:
        error: raised by `Settings`.
        source: the file that was read, if any.
    """
    return ConfigError("\n".join(_lines(error, source)))


def _lines(error: ValidationError, source: Path | None) -> Iterator[str]:
    for detail in error.errors(include_url=False, include_context=False, include_input=False):
        # A default that is made from another key complains a second time about that key.
        if detail["type"] != "default_factory_not_called":
            path = tuple(str(part) for part in detail["loc"])[:2]
            yield f"{_origin(path, source)}: {_key(path)} {_trouble(detail['type'], detail['msg'], path)}"


def _origin(path: tuple[str, ...], source: Path | None) -> str:
    variable = variable_of(path)
    if any(name.upper() == variable for name in os.environ):
        return f"environment variable {variable}"
    return str(source) if source else "no configuration file"


def _key(path: tuple[str, ...]) -> str:
    section, *rest = path
    return " ".join([f"[{section}]", *rest])


def _trouble(kind: str, message: str, path: tuple[str, ...]) -> str:
    field = field_of(Settings, path)
    about = f" ({field.description})" if field is not None and field.description else ""
    match kind:
        case "extra_forbidden":
            return f"is unknown: {_closest(path)}"
        case "missing":
            return f"is missing: write it there, or set {variable_of(path)}{about}"
        case "model_type" | "model_attributes_type":
            return f"is a section: give its keys one by one, below [{path[0]}] or as {variable_of(path)}__KEY"
        case "string_pattern_mismatch" | "string_too_short":
            return f"has not the right form{about}"
        case _:
            return f"cannot be used: {message.removeprefix('Value error, ')}{about}"


def _closest(path: tuple[str, ...]) -> str:
    known = keys_of(Settings, path[:-1])
    close = process.extractOne(path[-1], known, score_cutoff=60)
    return f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}"
