"""From a message to how soon a person must look at it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from bot.intake.triage.language import load_identifier, readable
from bot.intake.triage.lexicon import Lexicon, Mask, Phrase, current
from bot.intake.triage.lexicon.index import Index
from bot.intake.triage.lexicon.matcher import Matcher
from bot.intake.triage.line import Line
from flows.severity import Severity

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


def knows_a_word(text: str) -> bool:
    """Whether a message holds one of the commonest words of a language we read; a single word is not judged."""
    return _screener().knows_a_word(text)


def prepare() -> None:
    """Read the lexicon and load the language identifier now (about a second) instead of at the first message.

    Raises:
        BrokenLexicon: the lexicon's files are damaged.
    """
    _screener()
    load_identifier()


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
        self._phrases = [(phrase, matcher) for phrase in lexicon.phrases for matcher in phrase.matchers]
        self._masks = [(mask, matcher) for mask in lexicon.masks for matcher in mask.matchers]
        self._phrase_index = Index(matcher for _, matcher in self._phrases)
        self._mask_index = Index(matcher for _, matcher in self._masks)

    def assess(self, text: str, language: str | None = None) -> Triage:
        """See the function `assess`."""
        heard = _Heard()
        words: list[str] = []
        for window in windows(text):
            line = self._lexicon.spelling.normalise(window)
            words += line.words
            line = self._masked(line, heard)
            heard.add(self._hits(line))
        found = bool(heard.phrases or heard.masks)
        screened = found or readable(text[:WINDOW], words, self._lexicon.everyday, language)
        return self._summed_up(heard, screened)

    def knows_a_word(self, text: str) -> bool:
        """See the function `knows_a_word`."""
        words = [word for word in self._lexicon.spelling.normalise(text[:WINDOW]).words if word.isalpha()]
        return len(words) < 2 or any(word in common for common in self._lexicon.everyday.values() for word in words)

    def _masked(self, line: Line, heard: "_Heard") -> Line:
        for number in self._mask_index.candidates(line.places):
            mask, matcher = self._masks[number]
            if spans := _apart(matcher.spans(line)):
                line = line.masked(spans)
                heard.masks[mask.id] = mask
        return line

    def _hits(self, line: Line) -> list[_Hit]:
        found = [self._phrases[number] for number in self._phrase_index.candidates(line.places)]
        better = {id_ for phrase, _ in found for id_ in phrase.yields_to}
        read = [(phrase.id, span) for phrase, matcher in found if phrase.id in better for span in matcher.spans(line)]
        hits = []
        for phrase, matcher in found:
            taken = [span for id_, span in read if id_ in phrase.yields_to]
            hits += [_Hit(phrase, *span) for span in islice(self._standing(phrase, matcher, line, taken), 1)]
        return hits

    def _standing(
        self, phrase: Phrase, matcher: Matcher, line: Line, taken: Collection[tuple[int, int]]
    ) -> Iterator[tuple[int, int]]:
        """Where the phrase is said: neither denied nor read better by another phrase (`taken`)."""
        for start, end in matcher.spans(line):
            denied = phrase.deniable and self._lexicon.negation.denies(line, start, end)
            if not denied and not any(first <= start and end <= last for first, last in taken):
                yield start, end

    def _summed_up(self, heard: "_Heard", screened: bool) -> Triage:
        severity = max((said.severity for said in heard.all()), default=Severity.NONE)
        categories = {category for phrase in heard.phrases.values() for category in phrase.categories}
        categories |= {mask.category for mask in heard.masks.values()} - {""}
        for rule in self._lexicon.raises:
            if all(heard.counted[category] >= times for category, times in rule.when.items()):
                severity = max(severity, rule.to)
                categories |= {rule.category} - {""}
        categories -= {weaker for stronger, weaker in self._lexicon.absorbs.items() if stronger in categories}
        patterns = sorted({*heard.phrases, *heard.masks})
        return Triage(severity, tuple(sorted(categories)), tuple(patterns), screened, self._lexicon.version)


class _Heard:
    """What was found so far, window by window."""

    def __init__(self) -> None:
        self.phrases: dict[str, Phrase] = {}
        self.masks: dict[str, Mask] = {}
        self.counted: Counter[str] = Counter()

    def all(self) -> Iterator[Phrase | Mask]:
        """Every phrase and mask that was found."""
        yield from self.phrases.values()
        yield from self.masks.values()

    def add(self, hits: Sequence[_Hit]) -> None:
        """Add the hits of one window; how often a category was said is the most of any window, for they overlap."""
        self.phrases |= {hit.phrase.id: hit.phrase for hit in hits}
        for category in {category for hit in hits for category in hit.phrase.categories}:
            spans = ((hit.start, hit.end) for hit in hits if category in hit.phrase.categories)
            self.counted[category] = max(self.counted[category], len(_apart(spans)))


def windows(text: str) -> Iterator[str]:
    """The parts of a text that are read one by one, overlapping, so that no length costs more than its share."""
    if len(text) > MOST_READ:
        half = MOST_READ // 2
        text = f"{text[:half]}\n{text[-half:]}"
    for start in range(0, max(len(text) - OVERLAP, 1), WINDOW - OVERLAP):
        yield text[start : start + WINDOW]


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, without those that share a word with one before: two readings of the same words are one."""
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not chosen or start >= chosen[-1][1]:
            chosen.append((start, end))
    return chosen
