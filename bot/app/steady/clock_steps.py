"""Noticing that somebody set the system clock: what it says is held against seconds that nobody can set."""

from collections.abc import Callable
from datetime import timedelta
from time import monotonic

from bot.clock import Clock

LEAST = timedelta(seconds=30)
"""Less is what keeping time by the network does to a clock, a little at a time."""


class ClockSteps:
    """Measures, from one look to the next, how much further the clock went than time has passed."""

    def __init__(self, clock: Clock, *, elapsed: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._elapsed = elapsed
        self._looked = clock.now(), elapsed()

    def since_last_look(self) -> timedelta:
        """How far the clock was set, back being negative; zero where it was not."""
        before, at = self._looked
        self._looked = now, elapsed = self._clock.now(), self._elapsed()
        step = now - before - timedelta(seconds=elapsed - at)
        return step if abs(step) >= LEAST else timedelta(0)
