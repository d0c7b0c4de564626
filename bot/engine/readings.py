"""Reading what a goal says: until when, what will be there, who will see it. Pure: today is given.

It only decides which questions are still to be asked. Missing something costs a question that can be skipped; seeing
what is not there costs one that would have helped. So what is doubtful is not seen.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import chain

from babel.dates import get_day_names, get_month_names

from bot.engine.moments import read_date
from bot.engine.weekly_hours import read_hours
from flows import goal_words as words_of

_LONGEST = 1_000
"""Characters that are read: a goal is a sentence."""
_MOST_TOKENS_IN_A_DATE = 4
_FIGURES = re.compile(r"[\d./]+")
_COUNTED = re.compile(r"\d")
_EDGES = " \t\n,;:!?()\"'“”«»"
_LANGUAGES = ("en", "nb")


def read_words(words: str, wanted: Collection[str], today: date) -> tuple[str, ...]:
    """Which of the readings that are wanted the words hold, in the order of `flows.readings`."""
    text = " ".join(words[:_LONGEST].casefold().split())
    return tuple(what for what, holds in _READERS.items() if what in wanted and holds(text, today))


def _says_when(text: str, today: date) -> bool:
    return any(True for _ in _dates(text, today))


def _says_what(text: str, today: date) -> bool:
    """It is counted, can be done alone, or is a thing or something finished that no vague word makes endless."""
    rest = text
    for found in list(_dates(text, today)):
        rest = rest.replace(found, " ")
    if _COUNTED.search(rest) or _counting().search(rest) or (_can().search(rest) and _alone().search(rest)):
        return True
    return not _vague().search(rest) and bool(_thing().search(rest) or _finished().search(rest))


def _says_who(text: str, _today: date) -> bool:
    return bool(_seers().search(text) and _seeing().search(text))


_READERS: Mapping[str, Callable[[str, date], bool]] = {
    "date": _says_when, "result": _says_what, "observer": _says_who, "hours": lambda text, _: bool(read_hours(text)),
}  # fmt: skip


def _dates(text: str, today: date) -> Iterator[str]:
    """Every day or span in the text, as it stands there."""
    for pattern in (_span(), _stay(), _named_day(), _duration(), _numbered(), _now()):
        yield from (found[0] for found in pattern.finditer(text))
    tokens = text.split()
    for size in range(_MOST_TOKENS_IN_A_DATE, 0, -1):
        for start in range(len(tokens) - size + 1):
            window = " ".join(tokens[start : start + size]).strip(_EDGES)
            if _is_day(window, tokens[start - 1] if start else "", today):
                yield window


def _is_day(window: str, before: str, today: date) -> bool:
    """A day in full. Figures such as 3.5 may be a grade: without a year they are a day only after a word such as "by".

    The names of months are looked at whole: `read_date` takes "5 decisions" for a day in December.
    """
    if read_date(window.rstrip("."), today) is None and read_date(window, today) is None:
        return False
    named = [word for word in re.findall(r"[a-zæøå]+", window) if word not in ("of", "st", "nd", "rd", "th")]
    if named:
        return any(word in _months(_LANGUAGES) for word in named)
    whole = _FIGURES.fullmatch(window) is None or len(re.findall(r"\d+", window)) == 3
    return whole or before.strip(_EDGES) in (*words_of.DEADLINES, *words_of.AT)


@cache
def _months(languages: tuple[str, ...]) -> frozenset[str]:
    wide = (get_month_names("wide", locale=language).values() for language in languages)
    short = (get_month_names("abbreviated", locale=language).values() for language in languages)
    return frozenset(name.casefold().rstrip(".") for name in chain(*wide, *short))


@cache
def _days() -> frozenset[str]:
    names = (get_day_names("wide", locale=language).values() for language in _LANGUAGES)
    return frozenset(name.casefold() for name in chain.from_iterable(names))


def _any(words: Iterable[str]) -> str:
    """One of these words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def _of(*parts: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){''.join(parts)}(?!\w)")


_BETWEEN = rf"(?:\s+{_any(words_of.BETWEEN)}){{0,4}}\s+"


@cache
def _span() -> re.Pattern[str]:
    return _of(_any((*words_of.DEADLINES, *words_of.COMING)), _BETWEEN, _any(words_of.SPANS))


@cache
def _stay() -> re.Pattern[str]:
    return _of(_any(words_of.DEADLINES), _BETWEEN, _any(words_of.STAY))


@cache
def _named_day() -> re.Pattern[str]:
    """After the Norwegian "i" only a Norwegian month: "I may" is no date."""
    before = _any((*words_of.DEADLINES, *words_of.COMING, *words_of.AT))
    english = rf"{before}{_BETWEEN}{_any((*_days(), *_months(_LANGUAGES)))}"
    return _of(rf"(?:{english}|i\s+{_any(_months(('nb',)))})")


@cache
def _duration() -> re.Pattern[str]:
    some = rf"(?:\d+|{_any(words_of.SOME)})\s+{_any(words_of.UNITS)}"
    return _of(_any(words_of.AHEAD), _BETWEEN, some)


@cache
def _numbered() -> re.Pattern[str]:
    return _of(_any(words_of.NUMBERED), r"\s+\d{1,2}")


@cache
def _now() -> re.Pattern[str]:
    return _of(_any(words_of.NOW))


@cache
def _counting() -> re.Pattern[str]:
    """Numbers in words; one, "a" and the Norwegian "to" are other words too."""
    return _of(
        _any(word for word in words_of.SOME if len(word) > 2 and " " not in word and word not in ("one", "noen"))
    )


@cache
def _thing() -> re.Pattern[str]:
    norwegian = rf"\w*{_any(words_of.THINGS_NB)}(?:s|e|en|et|a|er|ene|ne|n|r)?"
    return _of(rf"(?:{_any(words_of.THINGS_EN)}(?:s|es)?|{norwegian})")


@cache
def _finished() -> re.Pattern[str]:
    return _of(_any(words_of.FINISHED))


@cache
def _vague() -> re.Pattern[str]:
    return _of(_any(words_of.VAGUE))


@cache
def _can() -> re.Pattern[str]:
    return _of(_any(words_of.CAN))


@cache
def _alone() -> re.Pattern[str]:
    return _of(_any(words_of.ALONE))


@cache
def _seers() -> re.Pattern[str]:
    return _of(_any(words_of.SEERS))


@cache
def _seeing() -> re.Pattern[str]:
    return _of(_any(words_of.SEEING))
