"""Reads the lexicon from `flows/content/triage/`; every mistake in it is named by file, entry and remedy.

Layout: `rules.toml`, `vocabulary.toml`, `spelling.toml`, `negation.toml`, `everyday.toml`, the phrases in
`<group>/<category>/<language>.toml` (or `<language>-<part>.toml`), the masks in `masks/<subject>.<language>.toml`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

import flows
from bot.intake.triage.lexicon.shapes import (
    EverydayFile,
    MaskFile,
    NegationFile,
    PhraseFile,
    Rules,
    Shape,
    SpellingFile,
    VocabularyFile,
)

CONTENT = Path(flows.__file__).parent / "content" / "triage"

AnyShape = TypeVar("AnyShape", bound=Shape)


class BrokenLexicon(ValueError):
    """The lexicon cannot be used; the message names file, entry and remedy."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """The files as they were written, their shape checked; `phrases` and `masks` by file name.

    Attributes:
        version: a hash of every byte read.
    """

    version: str
    rules: Rules
    vocabulary: VocabularyFile
    spelling: SpellingFile
    negation: NegationFile
    everyday: EverydayFile
    phrases: Mapping[str, PhraseFile]
    masks: Mapping[str, MaskFile]


def read_sheets(folder: Path = CONTENT) -> Sheets:
    """Every file of the lexicon in a folder.

    Raises:
        BrokenLexicon: a file is missing, is no TOML, or lacks or misspells a key.
    """
    files = sorted(folder.rglob("*.toml"))
    digest = sha256(b"".join(file.name.encode() + file.read_bytes() for file in files))
    phrases = [file for file in files if file.parent != folder and file.parent.name != "masks"]
    return Sheets(
        version=digest.hexdigest()[:12],
        rules=_sheet(folder / "rules.toml", Rules),
        vocabulary=_sheet(folder / "vocabulary.toml", VocabularyFile),
        spelling=_sheet(folder / "spelling.toml", SpellingFile),
        negation=_sheet(folder / "negation.toml", NegationFile),
        everyday=_sheet(folder / "everyday.toml", EverydayFile),
        phrases={file.relative_to(folder).as_posix(): _sheet(file, PhraseFile) for file in phrases},
        masks={f"masks/{file.name}": _sheet(file, MaskFile) for file in files if file.parent.name == "masks"},
    )


def _sheet(file: Path, shape: type[AnyShape]) -> AnyShape:
    try:
        return shape.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise BrokenLexicon(f"{file}: missing; restore it, the lexicon is not complete without it") from None
    except tomllib.TOMLDecodeError as mistake:
        raise BrokenLexicon(f"{file}: not TOML: {mistake}; mend that line") from None
    except ValidationError as mistakes:
        first = mistakes.errors(include_url=False, include_input=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        raise BrokenLexicon(f"{file}: {key}: {first['msg']}; write it as its neighbours are written") from None
