"""Whether a platform is heard: its listener says so here, and health, the metrics and the operator's notes ask.

Seconds are counted by a clock that nobody can set. Connected is not heard: a socket can be open and deaf, and a poll
can hang, so only what the platform sends counts.
"""

from collections.abc import Callable
from enum import StrEnum
from time import monotonic

from bot import metrics

DEAF_AFTER = 60.0
"""Seconds without a sign of life after which a platform counts as deaf."""


class State(StrEnum):
    """How it stands with a platform."""

    RESTING = "resting"
    OK = "ok"
    NOT_REACHED = "not_reached"
    DEAF = "deaf"
    REFUSED = "refused"


class Pulse:
    """One platform's signs of life.

    Args:
        platform: its id, as in `accounts` and lanes.
        elapsed: counts seconds and never jumps.
    """

    def __init__(self, platform: str, *, elapsed: Callable[[], float] = monotonic) -> None:
        self.platform = platform
        self.refusals: dict[str, str] = {}
        self.remark = ""
        self.reconnects = 0
        self._elapsed = elapsed
        self._listening = False
        self._since = elapsed()
        self._heard_at: float | None = None

    def listen(self) -> None:
        """Silence counts from now on: somebody listens (again)."""
        self._listening = True
        self._since = self._elapsed()

    def rest(self) -> None:
        """Nobody listens here, so silence means nothing."""
        self._listening = False

    def heard(self) -> None:
        """The platform has sent something."""
        self._heard_at = self._elapsed()

    def reopened(self) -> None:
        """Its connection was opened anew."""
        self.reconnects += 1
        metrics.reconnected(self.platform)

    def refused(self, key: str, reason: str) -> bool:
        """The platform does not accept what stands under a key of its section; True when that is new."""
        new = key not in self.refusals
        self.refusals[key] = reason
        return new

    def accepted(self, key: str) -> None:
        """It accepts it, or accepts it again."""
        self.refusals.pop(key, None)

    @property
    def reached(self) -> bool:
        """Whether it was heard at all."""
        return self._heard_at is not None

    @property
    def heard_for(self) -> float | None:
        """Seconds since its last sign of life; None where there was none."""
        return None if self._heard_at is None else self._elapsed() - self._heard_at

    @property
    def silent_for(self) -> float:
        """Seconds since it was heard last, or since somebody began to listen where that is later."""
        return self._elapsed() - max(self._since, self._heard_at or self._since)

    @property
    def state(self) -> State:
        """How it stands."""
        if self.refusals:
            return State.REFUSED
        if not self._listening:
            return State.RESTING
        if self.silent_for >= DEAF_AFTER:
            return State.DEAF
        return State.OK if self.reached else State.NOT_REACHED
