"""Re-wording steps: the same question in a programme's words, in every language, with the same placeholders."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.engine.checks.texts import placeholders_in
from bot.programmes.overlay.changes.removing import is_gone
from bot.programmes.overlay.form.shapes import Words
from bot.programmes.overlay.report import Key, Report, nearest
from flows.steps import Flow, Item, Kind, Question, Say
from flows.wording import Wording

URGENT = "urgent"
"""The option of this id, in whichever question it stands, leads to urgent help."""


def reworded(flow: Flow, words: Mapping[str, Words], gone: frozenset[str], report: Report) -> Flow:
    """The conversation in these words; `step`, `step.option` and a scale's `step.low` and `step.high` name a text."""
    items = {item.id: item for item in flow.items}
    for name, texts in words.items():
        key: Key = (flow.id, "words", name)
        step, _, label = name.partition(".")
        if is_gone(gone, step, key, report):
            continue
        item = items.get(step)
        trouble = _trouble(flow, step, label, item) or _placeholders(item, label, texts)
        if trouble:
            report.refuse(key, trouble)
        elif item is not None:
            items[step] = _in_words(item, label, Wording(texts.model_dump()))
            report.changed(flow.id, f"{name} is re-worded")
    return replace(flow, items=tuple(items.values()))


def name_no_step(flow: Flow, names: Iterable[str], report: Report) -> None:
    """Tell of steps that do not exist where the words themselves could not be read either."""
    steps = [one.id for one in flow.items if isinstance(one, Question | Say)]
    for name in names:
        if (step := name.partition(".")[0]) not in steps:
            report.refuse((flow.id, "words", name), f"is no step: {nearest(step, steps)}")


def _trouble(flow: Flow, step: str, label: str, item: Item | None) -> str:
    if not isinstance(item, Question | Say):
        steps = [one.id for one in flow.items if isinstance(one, Question | Say)]
        return f"is no step: {nearest(step, steps)}"
    if item.locked:
        return "is locked, because safety depends on these words: take it out"
    if label and label not in (labels := _labels(item)):
        return f"re-words {label!r}, which {step!r} does not have: {nearest(label, labels, 'it has')}"
    if isinstance(item, Question) and item.kind is Kind.TIME and label:
        return "is a time of day, which reads the same everywhere: take it out"
    if label == URGENT:
        return "leads to urgent help, and is worded the same everywhere: take it out"
    return ""


def _labels(item: Question | Say) -> list[str]:
    if isinstance(item, Say):
        return []
    ends = ["low", "high"] if item.kind is Kind.SCALE else []
    return [*ends, *(option.id for option in item.options)]


def _placeholders(item: Item | None, label: str, texts: Words) -> str:
    ours = placeholders_in(_text(item, label))
    for language, text in texts:
        if (theirs := placeholders_in(text)) != ours:
            return f"{language} has {_shown(theirs)}, our text {_shown(ours)}: use the same placeholders"
    return ""


def _text(item: Item | None, label: str) -> str:
    match item, label:
        case Question() | Say(), "":
            return item.text
        case Question(kind=Kind.SCALE), "low" | "high":
            return item.low if label == "low" else item.high
        case Question(), _:
            return next(option.label for option in item.options if option.id == label)
        case _:
            return ""


def _in_words(item: Item, label: str, words: Wording) -> Item:
    match item, label:
        case Question() | Say(), "":
            return replace(item, text=words)
        case Question(kind=Kind.SCALE), "low":
            return replace(item, low=words)
        case Question(kind=Kind.SCALE), "high":
            return replace(item, high=words)
        case Question(), _:
            options = tuple(replace(one, label=words) if one.id == label else one for one in item.options)
            return replace(item, options=options)
        case _:
            return item


def _shown(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "no placeholder"
