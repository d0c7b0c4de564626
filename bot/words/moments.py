"""Moments as people read them."""

from datetime import datetime

from babel.dates import format_datetime

from bot.words.language import date_locale

_PATTERNS = {"en": "EEEE d MMMM, HH:mm", "nb": "EEEE d. MMMM 'kl.' HH:mm"}
_SHORT = {"en": "EEE d MMM HH:mm", "nb": "EEE d. MMM HH:mm"}


def written(local: datetime, language: str, *, short: bool = False) -> str:
    """A moment as it is on the clock it was moved to: "Thursday 3 December, 15:00"; `short` for lists."""
    pattern = (_SHORT if short else _PATTERNS)[language]
    return str(format_datetime(local, pattern, locale=date_locale(language)))
