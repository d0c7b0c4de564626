from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from bot.clock import Clock, SkippingClock, SystemClock

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class StoppedClock:
    def now(self) -> datetime:
        return NOON


def test_the_system_clock_is_aware_and_in_utc() -> None:
    with time_machine.travel(NOON, tick=False):
        assert SystemClock().now() == NOON
        assert SystemClock().now().tzinfo is UTC


def test_skips_add_up_and_are_told() -> None:
    clock = SkippingClock(StoppedClock())
    clock.skip(timedelta(days=1))
    clock.skip(timedelta(days=14))
    assert clock.offset == timedelta(days=15)
    assert clock.now() == NOON + timedelta(days=15)


def test_a_skipping_clock_starts_where_it_was_left() -> None:
    left_at = timedelta(days=3)
    clock: Clock = SkippingClock(StoppedClock(), left_at)
    assert clock.now() == NOON + left_at


def test_a_clock_never_skips_back() -> None:
    clock = SkippingClock(StoppedClock())
    with pytest.raises(ValueError, match="only skips forward"):
        clock.skip(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="only skips forward"):
        SkippingClock(StoppedClock(), timedelta(days=-1))
    assert clock.now() == NOON
