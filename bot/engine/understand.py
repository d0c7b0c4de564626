"""Reading what was typed as an answer to the question at hand: a number, a label, a near spelling, in any language.

Everything a button does can be typed, so this file is the other half of every keyboard. Pure.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from rapidfuzz import fuzz, process

from bot.engine.moments import read_date, read_time
from bot.words.language import every_language
from flows.conditions import Value
from flows.steps import Kind, Option, Question
from flows.vocabulary import answer_of, control_of, number_of

LONGEST_TEXT = 20_000
_CLOSE_ENOUGH = 84
_CLEARLY_BETTER = 8
_SHORTEST_PART = 4
_NEGATED = re.compile(r"\b(not|no|never|ikke|ingen|aldri)\b")
_NUMBER = re.compile(r"(?<![\d.,])-?\d{1,6}(?:[.,]\d+)?(?![\d.,]*\d)")
_PICKED = (Kind.YES_NO, Kind.CHOICE, Kind.MANY)
_SEPARATORS = re.compile(r"\s*(?:[,;\n]|\band\b|\bog\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Understood:
    """It answers the question."""

    value: Value


@dataclass(frozen=True, slots=True)
class Control:
    """It is a word that acts anywhere, such as skip, back or menu."""

    word: str


@dataclass(frozen=True, slots=True)
class Misread:
    """It does not answer the question; `reason` is the kind of question, or out_of_bounds, empty, too_many."""

    reason: str


Reading: TypeAlias = Understood | Control | Misread


def understand(flow: str, question: Question, typed: str, today: date) -> Reading:
    """What she meant by typing this. An option's own label wins over a word that acts anywhere."""
    text = typed.strip()
    if not text:
        return Misread("empty")
    if question.kind in _PICKED and (option := _exactly(flow, question, text)):
        return Understood((option,) if question.kind is Kind.MANY else option)
    if control := control_of(text):
        return Control(control)
    return _READERS[question.kind](flow, question, text, today)


def labels(flow: str, question: Question, option: Option) -> tuple[str, ...]:
    """How an option is written, in every language; "yes" and "no" are the same everywhere."""
    return every_language(f"{flow}.{question.id}.{option.id}", option.label)


def _scale(flow: str, question: Question, text: str, _today: date) -> Reading:
    if (number := _whole(text)) is not None:
        return Understood(number) if question.lowest <= number <= question.highest else Misread("out_of_bounds")
    ends = {
        end: value
        for name, english, value in (("low", question.low, question.lowest), ("high", question.high, question.highest))
        for end in every_language(f"{flow}.{question.id}.{name}", english)
    }
    return _nearest(text, ends, "scale")


def _choice(flow: str, question: Question, text: str, _today: date) -> Reading:
    if (said := answer_of(text)) and any(said == option.id for option in question.options):
        return Understood(said)
    number = _whole(text)
    if number is not None and 1 <= number <= len(question.options):
        return Understood(question.options[number - 1].id)
    labelled = _all_labels(flow, question)
    if option := _part_of_one(text, labelled):
        return Understood(option)
    return _nearest(text, labelled, question.kind.value)


def _many(flow: str, question: Question, text: str, today: date) -> Reading:
    picked: list[str] = []
    parts = text.split() if all(part.isdecimal() for part in text.split()) else _SEPARATORS.split(text)
    for part in filter(None, parts):
        exact = _exactly(flow, question, part)
        reading = Understood(exact) if exact else _choice(flow, question, part, today)
        if not isinstance(reading, Understood):
            # A label may itself hold an "and" or a comma: try the whole before giving up.
            whole = _choice(flow, question, text, today)
            return Understood((str(whole.value),)) if isinstance(whole, Understood) else Misread("many")
        picked.append(str(reading.value))
    if len(set(picked)) > question.limit:
        return Misread("too_many")
    return Understood(tuple(option.id for option in question.options if option.id in picked))


def _number(_flow: str, question: Question, text: str, _today: date) -> Reading:
    found = _NUMBER.findall(text)
    value = round(float(found[0].replace(",", "."))) if len(found) == 1 else number_of(text)
    if value is None:
        return Misread("number")
    return Understood(value) if question.lowest <= value <= question.highest else Misread("out_of_bounds")


def _text(_flow: str, _question: Question, text: str, _today: date) -> Reading:
    return Understood(text[:LONGEST_TEXT])


def _date(_flow: str, _question: Question, text: str, today: date) -> Reading:
    day = read_date(text, today)
    return Misread("date") if day is None else Understood(day.isoformat())


def _time(_flow: str, _question: Question, text: str, _today: date) -> Reading:
    clock = read_time(text)
    return Misread("time") if clock is None else Understood(clock)


_READERS = {
    Kind.SCALE: _scale, Kind.YES_NO: _choice, Kind.CHOICE: _choice, Kind.MANY: _many, Kind.TEXT: _text,
    Kind.NUMBER: _number, Kind.DATE: _date, Kind.TIME: _time,
}  # fmt: skip


def _whole(text: str) -> int | None:
    """A whole number typed as figures, a word, or "4 of 5"; None when it is none, or there are several."""
    figures = re.fullmatch(r"(-?\d{1,4})\s*(?:[.)]|(?:/|of|av)\s*\d+)?", text.casefold())
    return int(figures[1]) if figures else number_of(text)


def _all_labels(flow: str, question: Question) -> dict[str, str]:
    return {label: option.id for option in question.options for label in labels(flow, question, option)}


def _part_of_one(text: str, labelled: Mapping[str, str]) -> str | None:
    """The one option whose label holds these words: "two weeks" for "Every two weeks"; never past an untyped "not"."""
    wanted = _plain(text)
    if len(wanted) < _SHORTEST_PART:
        return None
    holding = {
        option for label, option in labelled.items()
        if re.search(rf"\b{re.escape(wanted)}\b", _plain(label))
        and len(_NEGATED.findall(_plain(label))) == len(_NEGATED.findall(wanted))
    }  # fmt: skip
    return holding.pop() if len(holding) == 1 else None


def _exactly(flow: str, question: Question, text: str) -> str | None:
    wanted = _plain(text)
    for option in question.options:
        if wanted in (option.id, *(_plain(label) for label in labels(flow, question, option))):
            return option.id
    return None


def _nearest(text: str, meanings: Mapping[str, Value], reason: str) -> Reading:
    """The one label that is close, if no label of another meaning is nearly as close."""
    found = process.extract(_plain(text), list(meanings), scorer=fuzz.ratio, processor=_plain, limit=4)
    best = found[0] if found else None
    if best is None or best[1] < _CLOSE_ENOUGH:
        return Misread(reason)
    value = meanings[best[0]]
    rivals = [score for label, score, _ in found if meanings[label] != value]
    if rivals and best[1] - max(rivals) < _CLEARLY_BETTER:
        return Misread(reason)
    return Understood(value)


def _plain(text: str) -> str:
    return re.sub(r"[^\w\s/-]", "", text.casefold()).strip()
