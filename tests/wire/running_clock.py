"""A clock that goes as fast as the machine's, from a moment that is the same every day, and skips when it is told."""

from datetime import UTC, datetime, timedelta
from time import monotonic

BEGINNING = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
"""A Tuesday morning in working hours, so that no test depends on when it is run."""


class RunningClock:
    """The beginning, and what has passed or was skipped since."""

    def __init__(self) -> None:
        self._made = monotonic()
        self._skipped = timedelta()

    def now(self) -> datetime:
        return BEGINNING + self._skipped + timedelta(seconds=monotonic() - self._made)

    def skip(self, **by: float) -> None:
        """Move on by what `timedelta` takes."""
        self._skipped += timedelta(**by)

    def skip_to(self, moment: datetime) -> None:
        """Move on to a moment that lies ahead."""
        self._skipped += moment - self.now()
