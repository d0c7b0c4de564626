"""The clock as a port: everything below takes one, so that tests and the demo can move the time.

This is the only module that may ask the system for the time of day (ruff's banned-api holds it).
"""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What time it is, for whoever must not ask the system."""

    def now(self) -> datetime:
        """The present moment, aware and in UTC."""
        ...


class SystemClock:
    """The time of the machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class SkippingClock:
    """A clock that runs ahead of another by an offset that only grows: the demo's "skip 14 days".

    Args:
        base: the clock it runs ahead of.
        offset: how far ahead it starts; a caller that keeps the offset over a restart hands it back here.

    Raises:
        ValueError: the offset is negative: what has happened would lie in the future.
    """

    def __init__(self, base: Clock, offset: timedelta = timedelta(0)) -> None:
        self._base = base
        self._offset = timedelta(0)
        self.skip(offset)

    @property
    def base(self) -> Clock:
        """The clock it runs ahead of: a skip is meant, and is no step of that one."""
        return self._base

    @property
    def offset(self) -> timedelta:
        """How far this clock is ahead of its base."""
        return self._offset

    def now(self) -> datetime:
        return self._base.now() + self._offset

    def skip(self, by: timedelta) -> None:
        """Jump ahead.

        Raises:
            ValueError: `by` is negative.
        """
        if by < timedelta(0):
            raise ValueError(f"cannot skip {by}: a clock only skips forward; pass a positive timedelta")
        self._offset += by
