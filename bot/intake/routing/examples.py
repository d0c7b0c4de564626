"""Reads how students ask for each conversation, and which words mean nearly the same.

Layout: `flows/content/intents/<conversation>/<language>.toml` with `examples` (whole messages) and `words` (each says
alone what it may be about); `flows/content/synonyms/<subject>.toml` with one group of words a table, by language.
"""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, RootModel, ValidationError

import flows
from bot.intake.routing.stems import stems

CONTENT = Path(flows.__file__).parent / "content"
Form = TypeVar("Form", bound=BaseModel)
GROUP = "="
"""Before the name of a group of synonyms, so that it is no word."""


class BrokenExamples(ValueError):
    """The examples or synonyms cannot be used; the message names file, key and remedy."""


class Spoken(BaseModel):
    """How a conversation is asked for in one language."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    examples: tuple[str, ...] = Field(min_length=1)
    words: tuple[str, ...] = ()


class Synonyms(RootModel[dict[str, dict[str, tuple[str, ...]]]]):
    """A file of synonyms: a group → its words by language."""


def read_examples(folder: Path = CONTENT / "intents") -> Mapping[str, tuple[str, ...]]:
    """Everything that is said for each conversation, in every language, by the conversation's id.

    Raises:
        BrokenExamples: a file is no TOML, or lacks or misspells a key.
    """
    said: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for file in sorted(folder.glob("*/*.toml")):
        spoken = _sheet(file, Spoken)
        said[file.parent.name] += (*spoken.examples, *spoken.words)
    return dict(said)


def read_synonyms(folder: Path = CONTENT / "synonyms") -> Mapping[str, str]:
    """The stem of each word that has synonyms → the name of its group, which begins with `GROUP`.

    Raises:
        BrokenExamples: a file is no TOML, an entry is no single word, or a word stands in two groups.
    """
    group_of: dict[str, str] = {}
    for file in sorted(folder.glob("*.toml")):
        for name, by_language in _sheet(file, Synonyms).root.items():
            for word in (word for words in by_language.values() for word in words):
                stem, *more = stems(word) or [""]
                if not stem or more:
                    raise BrokenExamples(f"{file}: {name}: '{word}' is not one word; write it without a hyphen or gap")
                if group_of.setdefault(stem, GROUP + name) != GROUP + name:
                    raise BrokenExamples(f"{file}: {name}: '{word}' stands in [{group_of[stem][1:]}] too; keep one")
    return group_of


def _sheet(file: Path, form: type[Form]) -> Form:
    try:
        return form.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as mistake:
        raise BrokenExamples(f"{file}: not TOML: {mistake}; mend that line") from None
    except ValidationError as mistakes:
        first = mistakes.errors(include_url=False, include_input=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        raise BrokenExamples(f"{file}: {key}: {first['msg']}; write it as its neighbours are written") from None
