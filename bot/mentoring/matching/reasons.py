"""Why two people were matched, as data and in words; and why somebody was not. Pure."""

from collections.abc import Iterator

import orjson
from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal

from bot.mentoring.matching.batch import Bar, Reason, Unmatched
from bot.mentoring.matching.people import Mentee, Mentor
from bot.words.language import date_locale, say
from flows.mentoring.topics import OTHER_COMPANY, SAME_GENDER, TOPICS

_WHY = {
    Bar.LANGUAGE: "no_common_language", Bar.TOO_FAR_APART: "too_far_apart", Bar.TIME: "no_common_time",
    Bar.CAPACITY: "no_capacity", Bar.OPEN: "no_capacity",
}  # fmt: skip


def reasons(mentee: Mentee, mentor: Mentor, minutes: float) -> tuple[Reason, ...]:
    """What speaks for a pair, most important first; `minutes` a week are those in common."""
    return tuple(_reasons(mentee, mentor, minutes))


def _reasons(mentee: Mentee, mentor: Mentor, minutes: float) -> Iterator[Reason]:
    shared = {
        "topics": [key for key in TOPICS if key in mentee.topics & mentor.topics],
        "skills": sorted(mentee.skills & mentor.skills),
        "field": sorted(mentee.fields & mentor.fields),
    }
    yield from (Reason(code, tuple(values)) for code, values in shared.items() if values)
    if mentee.prefers and all(_is_met(wish, mentee, mentor) for wish in mentee.prefers):
        yield Reason("wish")
    if mentee.style and mentee.style == mentor.style:
        yield Reason("style", (mentee.style,))
    yield Reason("language", tuple(sorted(mentee.languages & mentor.languages)))
    yield Reason("hours", (f"{minutes / 60:g}",))


def _is_met(wish: str, mentee: Mentee, mentor: Mentor) -> bool:
    same = wish == SAME_GENDER and mentee.gender != "" and mentee.gender == mentor.gender
    # Somebody of her own company was ruled out.
    return same or (wish == OTHER_COMPANY and mentor.employer != "")


def why_unmatched(mentee: Mentee, nearest: Bar | None) -> Unmatched:
    """Why she has no match; `nearest` is the bar of the mentor who came nearest, None where there is no mentor."""
    if mentee.opted_out:
        return Unmatched(mentee.id, "opted_out")
    return Unmatched(mentee.id, "no_mentor" if nearest is None else _WHY.get(nearest, "only_excluded"))


def in_words(given: tuple[Reason, ...], language: str) -> list[str]:
    """Each reason as a line that people read."""
    return [_line(reason, language) for reason in given]


def kept(given: tuple[Reason, ...]) -> str:
    """The reasons as the database keeps them; `read_kept` gives them back."""
    return orjson.dumps([[reason.code, *reason.values] for reason in given]).decode()


def read_kept(packed: str) -> tuple[Reason, ...]:
    """What `kept` wrote."""
    return tuple(Reason(code, tuple(values)) for code, *values in orjson.loads(packed))


def unmatched_in_words(left: Unmatched, language: str) -> str:
    """Why somebody has no match, as people read it."""
    return say(f"unmatched.{left.why}", language)


def _line(reason: Reason, language: str) -> str:
    locale = date_locale(language)
    match reason.code:
        case "hours":
            shown = format_decimal(reason.values[0], format="0.#", locale=locale)
            return say("match.hours", language, count=shown)
        case "topics" | "style":
            kind = reason.code.removesuffix("s")
            values = [say(f"mentoring.{kind}.{key}", language) for key in reason.values]
        case "language":
            names = Locale.parse(locale).languages
            values = [str(names.get(code, code)) for code in reason.values]
        case _:
            values = list(reason.values)
    return say(f"match.{reason.code}", language, answer=format_list(values, locale=locale))
