"""The shape of each file of the lexicon, checked by pydantic as it is read."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from flows.severity import Severity

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
PhraseId = Annotated[str, Field(pattern=r"^[a-z]{2}\.[a-z_]+\.[a-z0-9-]+$")]
Category = Annotated[str, Field(pattern=r"^[a-z_]+$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
Level = Annotated[Severity, BeforeValidator(lambda word: Severity.of(word) if isinstance(word, str) else word)]
Examples = Annotated[tuple[str, ...], Field(min_length=2)]


class Shape(BaseModel):
    """A table in which a misspelt key is a mistake, not a silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PhraseEntry(Shape):
    """`[[phrase]]`; see `phrases.Phrase`."""

    id: Slug
    severity: Level
    pattern: str
    also: tuple[Category, ...] = ()
    yields_to: tuple[PhraseId, ...] = ()
    hits: Examples
    misses: Examples


class PhraseFile(Shape):
    """`<group>/<category>/<language>.toml`."""

    language: Language
    category: Category
    phrase: tuple[PhraseEntry, ...]


class MaskEntry(Shape):
    """`[[mask]]`; see `phrases.Mask`."""

    id: Slug
    pattern: str
    severity: Level = Severity.NONE
    category: Category | None = None
    harmless: Examples
    real: Examples


class MaskFile(Shape):
    """`masks/<subject>.<language>.toml`."""

    language: Language
    mask: tuple[MaskEntry, ...]


class RaiseEntry(Shape):
    """`[[raise]]`; see `phrases.Raise`."""

    when: dict[Category, int]
    to: Level
    category: Category | None = None


class Rules(Shape):
    """`rules.toml`."""

    deniable: frozenset[Category]
    never_denied: frozenset[Category]
    absorbs: dict[Category, Category]
    raises: tuple[RaiseEntry, ...]


class NegationFile(Shape):
    """`negation.toml`; see `negation.Negation`."""

    cues: frozenset[str]
    trailing: frozenset[str]
    cuts: frozenset[str]
    exempt: frozenset[str]


class SpellingFile(Shape):
    """`spelling.toml`; see `spelling.Spelling`."""

    close: tuple[str, ...]
    starred: tuple[str, ...]
    variants: dict[str, str]


class VocabularyFile(Shape):
    """`vocabulary.toml`: a language → its word classes, each a pattern."""

    en: dict[str, str]
    nb: dict[str, str]


class EverydayFile(Shape):
    """`everyday.toml`: a language → its commonest words."""

    en: tuple[str, ...]
    nb: tuple[str, ...]
