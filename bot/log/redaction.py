"""What may stand in the log: structlog processors that let through only what cannot quote a person or a secret."""

import re
from collections.abc import Mapping
from datetime import date, time, timedelta
from enum import Enum
from pathlib import Path

from structlog.typing import EventDict, WrappedLogger

TELLING_KEYS = frozenset(
    {"answer", "answers", "body", "caption", "message", "payload", "text", "words"}
    | {"email", "first_name", "last_name", "name", "phone", "username"}
    | {"authorization", "password", "secret", "token"}
)
MASK = "***"

_SECRET_SHAPES = re.compile(
    r"\d+:[\w-]{30,}"  # a bot token: core.telegram.org/bots/api#authorizing-your-bot
    r"|xox[a-z]-[\w-]+|xapp-[\w-]+"  # Slack's tokens: api.slack.com/concepts/token-types
    r"|(?<=://)[^/\s@]+(?=@)"  # user and password in a URL
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # a mail address
)

_known_secrets: set[str] = set()


def remember_secret(value: str) -> None:
    """Mask this value from now on wherever it turns up; a value under six characters is too common to look for."""
    if len(value) >= 6:
        _known_secrets.add(value)


def masked(text: str) -> str:
    """The text with everything that is, or looks like, a secret or a mail address replaced by a mask."""
    for secret in _known_secrets:
        text = text.replace(secret, MASK)
    return _SECRET_SHAPES.sub(MASK, text)


def keep_what_is_safe(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Drop telling keys, mask secrets, and turn objects into their type's name."""
    return {key: _safe(value) for key, value in event.items() if not _telling(key)}


def _telling(key: object) -> bool:
    return str(key).casefold() in TELLING_KEYS


def _safe(value: object) -> object:
    match value:
        case Enum():
            return value.name.lower()
        case str():
            return masked(value)
        case Mapping():
            return {masked(str(key)): _safe(item) for key, item in value.items() if not _telling(key)}
        case list() | tuple() | set() | frozenset():
            return [_safe(item) for item in value]
        case int() | float() | None:
            return value
        case date() | time():
            return value.isoformat()
        case timedelta() | Path():
            return masked(str(value))
        case _:
            return f"<{type(value).__qualname__}>"
