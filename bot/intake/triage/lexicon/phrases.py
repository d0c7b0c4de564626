"""What a lexicon is made of: phrases that say something is wrong, masks that say it is not, rules that add up."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.intake.triage.lexicon.matcher import Matcher
from bot.intake.triage.negation import Negation
from bot.intake.triage.spelling import Spelling
from flows.severity import Severity


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something that must be heard.

    Attributes:
        id: `language.category.slug`; what is stored beside a hit, never the words themselves.
        matchers: the ways of saying it.
        categories: its own category first, then those that always come with it.
        deniable: whether a negation before it cancels it.
        yields_to: ids of phrases that read the same words better: within one of those it is no hit.
        hits: messages in which it must be found; `misses`: messages in which it must not.
    """

    id: str
    categories: tuple[str, ...]
    severity: Severity
    matchers: tuple[Matcher, ...]
    deniable: bool
    yields_to: tuple[str, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mask:
    """A span that only sounds bad ("the deadline is killing me"); hidden before phrases are looked for.

    Attributes:
        id: `language.mask.slug`.
        matchers: find the span.
        severity: what remains: `NONE`, or `INFO` with a category.
        category: empty when nothing remains.
        harmless: messages that must end at `severity`; `real`: messages that must end above it all the same.
    """

    id: str
    matchers: tuple[Matcher, ...]
    severity: Severity
    category: str
    harmless: tuple[str, ...]
    real: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Raise:
    """What several categories mean together.

    Attributes:
        when: a category → how many separate phrases of it.
        to: the severity they have together.
        category: the category they are together; empty when they only keep their own.
    """

    when: Mapping[str, int]
    to: Severity
    category: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that triage knows, in every language at once.

    Attributes:
        version: a hash of the files it was read from.
        absorbs: a category → the weaker category that says nothing more beside it.
        everyday: a language → its commonest words, folded.
    """

    version: str
    phrases: tuple[Phrase, ...]
    masks: tuple[Mask, ...]
    raises: tuple[Raise, ...]
    absorbs: Mapping[str, str]
    negation: Negation
    spelling: Spelling
    everyday: Mapping[str, frozenset[str]]
