"""A clock that stands until a test moves it."""

from datetime import UTC, datetime, timedelta


class SettableClock:
    """What time it is, as the test says. It begins on a working day, in the morning."""

    def __init__(self, now: datetime = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)) -> None:
        self.moment = now

    def now(self) -> datetime:
        return self.moment

    def skip(self, **by: float) -> datetime:
        """Move on by what `timedelta` takes; gives the new time."""
        self.moment += timedelta(**by)
        return self.moment
