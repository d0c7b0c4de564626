"""Notices in the reader's language: for the team as they stand, for the student with her placeholders."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from bot.facts.context import Context
from bot.facts.placeholders import Placeholders
from bot.facts.promise import truly
from bot.words.language import Trusted, fill, known_language, say, translate
from flows.notices import NOTICES
from flows.severity import Severity
from storage.cases import Case
from storage.people import Person

_LOCALES = {"en": "en_GB"}
_TODAY = "HH:mm"
_ANOTHER_DAY = {"en": "EEE d MMM, HH:mm", "nb": "EEE d. MMM 'kl.' HH:mm"}


def plain(key: str, language: str, **values: object) -> str:
    """A notice for a place where nothing is read as formatting: a card, a form, a list."""
    return say(key, language, {name: Trusted(value) for name, value in values.items()})


def to_student(context: Context, key: str, **values: object) -> str:
    """A notice in the student's language; her own placeholders are filled by themselves."""
    text, known = translate(f"notice.{key}", NOTICES[key], context.language), Placeholders(context, values)
    return fill(text, known) if "deadline" in values else truly(context, text, known)


def worded(key: str, person: Person) -> str:
    """The key of what the team reads of this person: some texts are other words where it is no student.

    Those are `<key>.<role>`: of a report without a name, and of a mentor.
    """
    own = f"{key}.{person.role}"
    return own if own in NOTICES else key


def language_of(staff: Person, context: Context) -> str:
    """The language a colleague reads."""
    return known_language(staff.language or context.team_language)


def source_word(source: str, language: str) -> str:
    """Where it was said: the conversation, or just "conversation" for one that has no word of its own."""
    key = f"source.{source}"
    return plain(key if key in NOTICES else "source.other", language)


def severity_word(case: Case, language: str) -> str:
    """How soon a person must look."""
    return plain(f"severity.{Severity(case.severity).word}", language)


def team_time(moment: datetime, now: datetime, zone: ZoneInfo, language: str) -> str:
    """A time in the team's zone: `14:30` today, else with its day."""
    local = moment.astimezone(zone)
    if local.date() != now.astimezone(zone).date():
        return team_day_and_time(moment, zone, language)
    return str(format_datetime(local, _TODAY, locale=_LOCALES.get(language, language)))


def team_day_and_time(moment: datetime, zone: ZoneInfo, language: str) -> str:
    """A time in the team's zone with its day, which stays true when the day is over."""
    return str(
        format_datetime(moment.astimezone(zone), _ANOTHER_DAY[language], locale=_LOCALES.get(language, language))
    )


def span(length: timedelta) -> str:
    """How long: `45 min`, `3 h 52 min`, `2 d 3 h`; the same words in every language we speak."""
    minutes = max(int(length.total_seconds()) // 60, 0)
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return f"{days} d {hours} h" if hours else f"{days} d"
    if hours:
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    return f"{minutes} min"
