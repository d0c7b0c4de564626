"""Reading one of Slack's payloads without trusting its shape."""

from collections.abc import Mapping
from typing import TypeAlias

Payload: TypeAlias = Mapping[str, object]
PLATFORM = "slack"


class Unparsable(Exception):
    """It is meant for us and cannot be read. `reason` names the field, never its content."""

    def __init__(self, event_id: str, reason: str) -> None:
        super().__init__(reason)
        self.event_id = event_id
        self.reason = reason


def text_at(source: object, *path: str) -> str:
    """The text at a path of keys, or "" where it is missing or anything on the way has another type."""
    for key in path:
        if not isinstance(source, Mapping):
            return ""
        source = source.get(key)
    return source if isinstance(source, str) else ""


def part_at(source: object, key: str) -> Payload:
    """The object at a key, or an empty one."""
    part = source.get(key) if isinstance(source, Mapping) else None
    return part if isinstance(part, Mapping) else {}


def first_of(source: object, key: str) -> Payload:
    """The first object of the list at a key, or an empty one."""
    listed = source.get(key) if isinstance(source, Mapping) else None
    first = listed[0] if isinstance(listed, list) and listed else None
    return first if isinstance(first, Mapping) else {}
