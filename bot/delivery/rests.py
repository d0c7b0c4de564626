"""Which chats must wait, so that nothing overtakes a message that did not go out yet."""

from datetime import timedelta
from time import monotonic

from storage.outbox import Priority

_LEVELS = (Priority.EMERGENCY, Priority.REPLY, Priority.CASE, Priority.PROMPT)
_MANY = 1000


class Rests:
    """Chats that wait, each from a priority on: what is more important than the message that failed goes on.

    Changed by the loop's thread only; the writer's may ask.
    """

    def __init__(self) -> None:
        self._until: dict[tuple[str, int], float] = {}

    def begin(self, chat: str, priority: int, length: timedelta) -> None:
        """From now on hold what goes to this chat and is at most as important as `priority`."""
        now = monotonic()
        if len(self._until) > _MANY:
            self._until = {held: until for held, until in self._until.items() if until > now}
        held = chat, priority
        self._until[held] = max(self._until.get(held, 0.0), now + length.total_seconds())

    def hold(self, chat: str, priority: int) -> bool:
        """Whether a message of this priority must wait."""
        now = monotonic()
        return any(self._until.get((chat, level), 0.0) > now for level in _LEVELS if level <= priority)
