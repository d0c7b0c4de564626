"""One time for the outbox and the lane, which goes on only when a test lets it: retries are waited for in no time."""

from datetime import UTC, datetime, timedelta

import pytest

_BEGINNING = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


class VirtualTime:
    """The clock of the writer and the seconds of the lane."""

    def __init__(self) -> None:
        self._passed = 0.0

    def now(self) -> datetime:
        return _BEGINNING + timedelta(seconds=self._passed)

    def monotonic(self) -> float:
        return self._passed

    def skip(self, seconds: float) -> None:
        """Move on."""
        self._passed += seconds


@pytest.fixture
def virtual_time(monkeypatch: pytest.MonkeyPatch) -> VirtualTime:
    """Time that stands until it is moved, for whoever waits for a retry."""
    time = VirtualTime()
    for module in ("bot.delivery.lane", "bot.delivery.rests"):
        monkeypatch.setattr(f"{module}.monotonic", time.monotonic)
    return time
