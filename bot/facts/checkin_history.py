"""Her last check-ins, as the next one looks back on them."""

from collections.abc import Collection
from functools import cached_property
from typing import Any

import orjson

from bot.facts.context import Context
from flows.cadence import CHECKINS
from flows.conditions import Value
from flows.known_facts import ROTATING_ITEMS
from storage.conversations import latest_done

_FAST_PATH_SKIPS = "support"
_MOST = 14
_NEEDS_A_MENTOR = "mentor_talk"


class CheckinHistory:
    """Her check-ins that were taken to the end; `asked` are the questions of the conversation that begins."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.asked: Collection[str] = ()

    @cached_property
    def earlier(self) -> list[dict[str, Any]]:
        """The answers of the last ones, the newest first."""
        done = latest_done(self._context.uow.db, self._context.person.id, CHECKINS, _MOST)
        read: list[dict[str, Any]] = [orjson.loads(talk.answers) for talk in done]
        return [answers for answers in read if answers.get("start") == "start"]

    def last(self, step: str) -> Value:
        """What she answered in the last one."""
        value: Value = self.earlier[0].get(step) if self.earlier else None
        return value

    @cached_property
    def rotating_item(self) -> str | None:
        """The rotating question that was asked longest ago; the one about a mentor only where she has one.

        None where a programme has switched off all that could be asked.
        """
        has_mentor = bool(self._context.placement.mentor_id)
        items = [each for each in ROTATING_ITEMS if each in self.asked and (each != _NEEDS_A_MENTOR or has_mentor)]
        asked = [next((place for place, answers in enumerate(self.earlier) if item in answers), 99) for item in items]
        return items[asked.index(max(asked))] if items else None

    def rotating_low_before(self) -> bool:
        """She answered the rotating question that is due with 2 or less the last time."""
        return any(is_low(answers[self.rotating_item]) for answers in self.earlier if self.rotating_item in answers)

    def mild_strain_before(self) -> bool:
        """Her workload was a bit off and not all right in the last one."""
        return self.last("workload") in ("too_little", "too_much") and self.last("workload_ok") == "no"

    def fast_path_allowed(self) -> bool:
        """The last two did not both take the fast path."""
        last_two = self.earlier[:2]
        return len(last_two) < 2 or any(_FAST_PATH_SKIPS in answers for answers in last_two)


def is_low(value: object) -> bool:
    """One of the two lowest answers of a scale."""
    return isinstance(value, int) and value <= 2
