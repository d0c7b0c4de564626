"""From a message to how soon a person must look at it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from flows.severity import Severity

from .language import readable
from .lexicon import Lexicon, Mask, Phrase, current
from .lexicon.index import Index
from .normalise import MASKED

# A window is as long as the longest Telegram message, so that nearly every message is one window.
WINDOW = 4_000
# Long enough for any phrase to lie whole in one of two neighbouring windows.
OVERLAP = 300
# Beyond this only the beginning and the end are read: nobody types more, and time stays bounded.
MOST_READ = 100_000


@dataclass(frozen=True, slots=True)
class Triage:
    """What was heard in one message.

    Attributes:
        severity: the most severe of all that matched.
        categories: sorted; empty when nothing matched.
        patterns: sorted ids of the phrases and masks that matched, never the words.
        screened: False when the message is in a language the lexicon does not hold, so that a person must read it.
        version: the lexicon's version.
    """

    severity: Severity
    categories: tuple[str, ...]
    patterns: tuple[str, ...]
    screened: bool
    version: str


@dataclass(frozen=True, slots=True)
class _Hit:
    phrase: Phrase
    start: int
    end: int


def assess(text: str, language: str | None = None) -> Triage:
    """Screens one message against the phrases of every language, whatever language the person has chosen.

    Args:
        text: as it was typed, of any length.
        language: the person's chosen language, used only to judge whether a very short text was readable at all.

    Raises:
        BrokenLexicon: at the first call, when the lexicon's files are damaged.
    """
    return _screener().assess(text, language)


def version() -> str:
    """The version of the lexicon in use."""
    return current().version


@cache
def _screener() -> "Screener":
    return Screener(current())


class Screener:
    """One lexicon, made ready to screen messages."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._phrases = Index([phrase.matcher for phrase in lexicon.phrases])
        self._masks = Index([mask.matcher for mask in lexicon.masks])

    def assess(self, text: str, language: str | None = None) -> Triage:
        """See the function `assess`."""
        masks: set[Mask] = set()
        hits: list[_Hit] = []
        words: list[str] = []
        for window in windows(text):
            normal = self._lexicon.spelling.normalise(window)
            words += normal.replace(",", "").split()
            normal = self._masked(normal, masks)
            hits += self._heard(normal)
        found = bool(hits or masks)
        screened = found or readable(text[:WINDOW], words, self._lexicon.everyday, language)
        return self._summed_up(hits, masks, screened)

    def _masked(self, normal: str, found: set[Mask]) -> str:
        for number in self._masks.candidates(normal.replace(",", "").split()):
            mask = self._lexicon.masks[number]
            normal, count = mask.matcher.regex.subn(f"{MASKED} ", normal)
            if count:
                found.add(mask)
        return normal

    def _heard(self, normal: str) -> Iterator[_Hit]:
        for number in self._phrases.candidates(normal.replace(",", "").split()):
            phrase = self._lexicon.phrases[number]
            for match in phrase.matcher.regex.finditer(normal):
                if not (phrase.deniable and self._lexicon.negation.denies(normal, match.start())):
                    yield _Hit(phrase, match.start(), match.end())
                    break

    def _summed_up(self, hits: Sequence[_Hit], masks: set[Mask], screened: bool) -> Triage:
        severity = max((hit.phrase.severity for hit in hits), default=Severity.NONE)
        categories = {category for hit in hits for category in hit.phrase.categories}
        for mask in masks:
            severity = max(severity, mask.severity)
            categories |= {mask.category} - {""}
        counted = _apart(hits)
        for rule in self._lexicon.raises:
            if all(counted[category] >= times for category, times in rule.when.items()):
                severity = max(severity, rule.to)
                categories |= {rule.category} - {""}
        categories -= {weaker for stronger, weaker in self._lexicon.absorbs.items() if stronger in categories}
        patterns = {hit.phrase.id for hit in hits} | {mask.id for mask in masks}
        return Triage(severity, tuple(sorted(categories)), tuple(sorted(patterns)), screened, self._lexicon.version)


def windows(text: str) -> Iterator[str]:
    """The parts of a text that are read one by one, overlapping, so that no length costs more than its share."""
    if len(text) > MOST_READ:
        half = MOST_READ // 2
        text = f"{text[:half]}\n{text[-half:]}"
    for start in range(0, max(len(text) - OVERLAP, 1), WINDOW - OVERLAP):
        yield text[start : start + WINDOW]


def _apart(hits: Sequence[_Hit]) -> Counter[str]:
    """How many phrases of each category were found in words of their own; two readings of the same words are one."""
    counted: Counter[str] = Counter()
    last: dict[str, int] = {}
    for hit in sorted(hits, key=lambda hit: (hit.end, hit.start)):
        for category in hit.phrase.categories:
            if hit.start >= last.get(category, 0):
                counted[category] += 1
                last[category] = hit.end
    return counted
