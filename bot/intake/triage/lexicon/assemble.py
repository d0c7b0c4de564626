"""From the files of the lexicon to what is matched with."""

from collections.abc import Iterator, Mapping

from bot.intake.triage.lexicon.files import BrokenLexicon, Sheets
from bot.intake.triage.lexicon.grammar import Grammar, PatternMistake, words
from bot.intake.triage.lexicon.matcher import Matcher, build
from bot.intake.triage.lexicon.phrases import Lexicon, Mask, Phrase, Raise
from bot.intake.triage.lexicon.shapes import MaskEntry, PhraseEntry, PhraseFile
from bot.intake.triage.negation import Negation
from bot.intake.triage.normalise import fold, write_out
from bot.intake.triage.spelling import Spelling
from flows.severity import Severity


def assemble(sheets: Sheets) -> Lexicon:
    """The lexicon of these files.

    Raises:
        BrokenLexicon: an id used twice or unknown, a pattern that cannot be read or is not bounded, a word no message
            can hold.
    """
    workshop = _Workshop(sheets)
    phrases = tuple(workshop.phrases())
    masks = tuple(workshop.masks())
    _unique([phrase.id for phrase in phrases] + [mask.id for mask in masks])
    _known_betters(phrases)
    return Lexicon(
        version=sheets.version,
        phrases=phrases,
        masks=masks,
        raises=tuple(Raise(entry.when, entry.to, entry.category or "") for entry in sheets.rules.raises),
        absorbs=sheets.rules.absorbs,
        negation=workshop.negation,
        spelling=workshop.spelling(),
        everyday=workshop.everyday,
    )


class _Workshop:
    """Holds what every pattern needs, and gathers the words they use."""

    def __init__(self, sheets: Sheets) -> None:
        self._sheets = sheets
        self.everyday = {
            language: frozenset(map(fold, listed))
            for language, listed in (("en", sheets.everyday.en), ("nb", sheets.everyday.nb))
        }
        self._common = frozenset().union(*self.everyday.values())
        told = sheets.negation
        self.negation = Negation(
            *(frozenset(map(fold, part)) for part in (told.cues, told.trailing, told.cuts, told.exempt))
        )
        classes = {"en": _folded(sheets.vocabulary.en), "nb": _folded(sheets.vocabulary.nb)}
        self._grammars = {
            (language, deniable): Grammar(listed, self.negation.cues if deniable else ())
            for language, listed in classes.items()
            for deniable in (True, False)
        }
        self._variants = {fold(variant): fold(meant) for variant, meant in sheets.spelling.variants.items()}
        self._known: set[str] = set()
        for listed in classes.values():
            self._gather(" ".join(listed.values()))

    def phrases(self) -> Iterator[Phrase]:
        for name, sheet in self._sheets.phrases.items():
            deniable = self._deniable(name, sheet)
            for entry in sheet.phrase:
                matchers = self._matchers(entry.pattern, sheet.language, f"{name}: {entry.id}", deniable)
                yield _phrase(sheet, entry, matchers, deniable)

    def masks(self) -> Iterator[Mask]:
        for name, sheet in self._sheets.masks.items():
            for entry in sheet.mask:
                where = f"{name}: {entry.id}"
                yield _mask(sheet.language, entry, self._matchers(entry.pattern, sheet.language, where, False), where)

    def spelling(self) -> Spelling:
        """What repairs spelling; complete once every pattern has been read."""
        told = self._sheets.spelling
        whole = {word for word in self._known if not word.endswith("*")}
        whole = whole.union(*(meant.split() for meant in self._variants.values()), map(fold, told.close))
        return Spelling(
            variants=self._variants,
            close=tuple(map(fold, told.close)),
            starred=tuple(map(fold, told.starred)),
            known=frozenset(whole),
            known_beginnings=frozenset(word[:-1] for word in self._known if word.endswith("*")),
        )

    def _deniable(self, name: str, sheet: PhraseFile) -> bool:
        rules = self._sheets.rules
        if (sheet.category in rules.deniable) == (sheet.category in rules.never_denied):
            raise BrokenLexicon(f"rules.toml: name {sheet.category} ({name}) once, in deniable or in never_denied")
        return sheet.category in rules.deniable

    def _matchers(self, pattern: str, language: str, where: str, deniable: bool) -> tuple[Matcher, ...]:
        try:
            folded = fold(pattern)
            self._gather(folded)
            return tuple(build(self._grammars[language, deniable].parse(folded), self._common))
        except PatternMistake as mistake:
            raise BrokenLexicon(f"{where}: {mistake}") from None

    def _gather(self, pattern: str) -> None:
        new = sorted(words(pattern) - self._known)
        for word, written in zip(new, write_out("\n".join(new)).split("\n"), strict=False):
            meant = self._variants.get(word, written)
            if meant != word:
                raise PatternMistake(f"no message can hold {word!r} once it is normalised: write {meant!r}")
        self._known.update(new)


def _phrase(sheet: PhraseFile, entry: PhraseEntry, matchers: tuple[Matcher, ...], deniable: bool) -> Phrase:
    return Phrase(
        id=f"{sheet.language}.{sheet.category}.{entry.id}",
        categories=(sheet.category, *entry.also),
        severity=entry.severity,
        matchers=matchers,
        deniable=deniable,
        yields_to=entry.yields_to,
        hits=entry.hits,
        misses=entry.misses,
    )


def _mask(language: str, entry: MaskEntry, matchers: tuple[Matcher, ...], where: str) -> Mask:
    if (entry.severity is Severity.NONE) != (entry.category is None):
        raise BrokenLexicon(f"{where}: give severity and category both, or neither")
    return Mask(
        id=f"{language}.mask.{entry.id}",
        matchers=matchers,
        severity=entry.severity,
        category=entry.category or "",
        harmless=entry.harmless,
        real=entry.real,
    )


def _folded(classes: Mapping[str, str]) -> dict[str, str]:
    return {fold(name): fold(pattern) for name, pattern in classes.items()}


def _known_betters(phrases: tuple[Phrase, ...]) -> None:
    ids = {phrase.id for phrase in phrases}
    for phrase in phrases:
        if unknown := set(phrase.yields_to) - ids:
            raise BrokenLexicon(f"{phrase.id}: yields_to names {sorted(unknown)[0]}, which no phrase is; write its id")


def _unique(ids: list[str]) -> None:
    twice = {id_ for id_ in ids if ids.count(id_) > 1}
    if twice:
        raise BrokenLexicon(f"{sorted(twice)[0]}: two entries have this id; rename one, ids are stored beside hits")
