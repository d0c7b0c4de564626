"""A clock that goes as fast as the machine's, from a moment that is the same every day, and skips when it is told."""

from datetime import UTC, datetime, timedelta
from time import monotonic

from bot.clock import SkippingClock

BEGINNING = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
"""A Tuesday morning in working hours, so that no test depends on when it is run."""


class _Monotonic:
    """The beginning and what has passed since this clock was made."""

    def __init__(self) -> None:
        self._made = monotonic()

    def now(self) -> datetime:
        return BEGINNING + timedelta(seconds=monotonic() - self._made)


def running_clock() -> SkippingClock:
    """A clock at the beginning, which runs."""
    return SkippingClock(_Monotonic())
