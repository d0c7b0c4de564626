"""What people read: length, placeholders and labels, in English and in every language."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from string import Formatter
from typing import TypeAlias

from bot.engine.checks.finding import Finding
from bot.words.limits import LONGEST_LABEL
from flows.steps import Flag, Flow, Question, Say

LONGEST_QUESTION = 300
LONGEST_SAY = 1000

Translate: TypeAlias = Callable[[str, str, str], str | None]
"""From context, English text and language to the translation, or None where there is none."""


@dataclass(frozen=True, slots=True)
class Words:
    """One text that people read: the item it belongs to, its gettext context, and the most characters it may have."""

    item: str
    context: str
    english: str
    longest: int


def words_of(flow: Flow) -> Iterator[Words]:
    """Every text of a conversation, its title first."""
    yield Words("", f"flow.{flow.id}", flow.title, LONGEST_LABEL)
    for item in flow.items:
        context = f"{flow.id}.{item.id}"
        if isinstance(item, Say):
            yield Words(item.id, context, item.text, LONGEST_SAY)
        elif isinstance(item, Question):
            yield Words(item.id, context, item.text, LONGEST_QUESTION)
            yield from _labels(item, context)
        elif isinstance(item, Flag) and item.remark:
            yield Words(item.id, context, item.remark, LONGEST_QUESTION)


def _labels(question: Question, context: str) -> Iterator[Words]:
    for end, words in (("low", question.low), ("high", question.high)):
        if words:
            yield Words(question.id, f"{context}.{end}", words, LONGEST_LABEL)
    for option in question.options:
        yield Words(question.id, f"{context}.{option.id}", option.label, LONGEST_LABEL)


def check_english(flow: Flow, placeholders: Collection[str]) -> Iterator[Finding]:
    """Findings about the texts as they are written."""
    for words in words_of(flow):
        for message in _text(words.english, words.longest):
            yield Finding(flow.id, words.item, message)
        for name in sorted(placeholders_in(words.english) - set(placeholders)):
            known = ", ".join(sorted(placeholders))
            yield Finding(flow.id, words.item, f"nothing fills the placeholder {{{name}}}: use one of {known}")
    for question in flow.questions:
        yield from _alike(flow, question, [option.label for option in question.options], "")


def check_language(flow: Flow, language: str, translate: Translate) -> Iterator[Finding]:
    """Findings about the texts in another language: all there, the same placeholders, the same limits."""
    for words in words_of(flow):
        translated = translate(words.context, words.english, language)
        if translated is None:
            message = f"no {language} text for {words.context!r}: translate {words.english!r}"
            yield Finding(flow.id, words.item, message)
            continue
        for message in _text(translated, words.longest):
            yield Finding(flow.id, words.item, f"in {language}: {message}")
        if (here := placeholders_in(translated)) != (there := placeholders_in(words.english)):
            message = f"the {language} text of {words.context!r} has {_shown(here)}, the English {_shown(there)}"
            yield Finding(flow.id, words.item, f"{message}: use the same placeholders")
    for question in flow.questions:
        context = f"{flow.id}.{question.id}"
        labels = [translate(f"{context}.{each.id}", each.label, language) or "" for each in question.options]
        yield from _alike(flow, question, [label for label in labels if label], f"in {language}: ")


def placeholders_in(text: str) -> set[str]:
    """The names in braces; none where the braces are not balanced."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:
        return set()


def _text(text: str, longest: int) -> Iterator[str]:
    if not text.strip():
        yield "a text is empty: write what people read"
    if len(text) > longest:
        remedy = "shorten it" if longest == LONGEST_LABEL else "shorten it or say it in two messages"
        yield f"{text[:30]!r}… has {len(text)} characters and {longest} fit: {remedy}"
    try:
        fields = list(Formatter().parse(text))
    except ValueError:
        yield f"{text[:30]!r}… has a brace without its other half: write {{placeholder}}, or {{{{ for a brace"
    else:
        for _, name, layout, conversion in fields:
            if name is not None and (not name.isidentifier() or layout or conversion):
                yield f"{text[:30]!r}… has braces that are no placeholder: write only a name between them"


def _alike(flow: Flow, question: Question, labels: list[str], where: str) -> Iterator[Finding]:
    for label, count in Counter(label.casefold().strip() for label in labels).items():
        if count > 1:
            message = f"{count} options read {label!r}: a typed answer must fit one of them"
            yield Finding(flow.id, question.id, where + message)


def _shown(names: Collection[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "none"
