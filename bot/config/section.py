"""What a section of the settings is: its base, the kinds of its values, and its shape read back from the model."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, SecretStr, StringConstraints
from pydantic.fields import FieldInfo
from pydantic_settings import NoDecode

Language = Literal["en", "nb"]

WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]\S*$")]


class Section(BaseModel):
    """One table of the file. Unknown keys are refused: a misspelt key would silently keep its default."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


def _in_every_language(value: object) -> object:
    return {"en": value, "nb": value} if isinstance(value, str) and value else value or {}


def _none_if_empty(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


def _one_or_many(value: object) -> object:
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


# NoDecode: the environment gives these as they are, not as JSON.

_LanguageCode = Annotated[str, StringConstraints(pattern="^(en|nb)$")]

Wording = Annotated[Mapping[_LanguageCode, str], BeforeValidator(_in_every_language), NoDecode]
"""A text of the programme's own by language; one string serves every language; empty when nothing is set."""

RosterIds = Annotated[tuple[str, ...], BeforeValidator(_one_or_many), NoDecode]
"""Roster ids in order; one string may hold several, separated by commas."""

Text = Annotated[str | None, BeforeValidator(_none_if_empty)]
"""A text, or None when it is left out or empty."""

Secret = Annotated[SecretStr | None, BeforeValidator(_none_if_empty)]
"""A secret, or None when it is left out or empty."""


def section_of(field: FieldInfo) -> type[BaseModel] | None:
    """The model of a section's field, whether or not the section may be absent; None for a plain key."""
    kinds = [field.annotation, *get_args(field.annotation)]
    return next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), None)


def field_of(model: type[BaseModel], path: Sequence[str]) -> FieldInfo | None:
    """The field at a path like ("telegram", "token"), or None where there is none."""
    *sections, key = path
    for name in sections:
        field = model.model_fields.get(name)
        inner = section_of(field) if field else None
        if inner is None:
            return None
        model = inner
    return {field.alias or name: field for name, field in model.model_fields.items()}.get(key)


def keys_of(model: type[BaseModel], path: Sequence[str] = ()) -> list[str]:
    """The names that are known under a path; none under a plain key."""
    if path:
        field = field_of(model, path)
        inner = section_of(field) if field else None
        return [field.alias or name for name, field in inner.model_fields.items()] if inner else []
    return list(model.model_fields)


def variable_of(path: Sequence[str]) -> str:
    """The environment variable over a key: PLACEMATE_TELEGRAM__TOKEN over ("telegram", "token")."""
    return "PLACEMATE_" + "__".join(path).upper()
