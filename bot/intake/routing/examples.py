"""Reads how students ask for each conversation, from `flows/content/intents/`: one file a conversation.

A file holds, by language, `examples` (whole messages) and `words` (each of them says alone what it may be about).
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

import flows

CONTENT = Path(flows.__file__).parent / "content" / "intents"


class BrokenExamples(ValueError):
    """The examples cannot be used; the message names file, key and remedy."""


class Spoken(BaseModel):
    """How a conversation is asked for in one language."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    examples: tuple[str, ...] = Field(min_length=1)
    words: tuple[str, ...] = ()


class Sheet(BaseModel):
    """One file."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    en: Spoken
    nb: Spoken

    @property
    def all(self) -> tuple[str, ...]:
        """Everything in it, in the order of the file."""
        return (*self.en.examples, *self.nb.examples, *self.en.words, *self.nb.words)


def read_sheets(folder: Path = CONTENT) -> Mapping[str, Sheet]:
    """Every conversation's file, by the conversation's id.

    Raises:
        BrokenExamples: a file is no TOML, or lacks or misspells a key.
    """
    return {file.stem: _sheet(file) for file in sorted(folder.glob("*.toml"))}


def _sheet(file: Path) -> Sheet:
    try:
        return Sheet.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as mistake:
        raise BrokenExamples(f"{file}: not TOML: {mistake}; mend that line") from None
    except ValidationError as mistakes:
        first = mistakes.errors(include_url=False, include_input=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        raise BrokenExamples(f"{file}: {key}: {first['msg']}; write it as its neighbours are written") from None
