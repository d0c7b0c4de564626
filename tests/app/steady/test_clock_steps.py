from datetime import timedelta

import pytest

from bot.app.steady.clock_steps import ClockSteps
from tests.settable_clock import SettableClock


class Machine:
    """A clock on the wall and the seconds that have passed, which agree until somebody sets the clock."""

    def __init__(self) -> None:
        self.clock = SettableClock()
        self.passed = 0.0
        self.steps = ClockSteps(self.clock, elapsed=lambda: self.passed)

    def run(self, seconds: float) -> None:
        self.passed += seconds
        self.clock.skip(seconds=seconds)


def test_time_that_passes_is_no_step_however_long_nobody_looked() -> None:
    machine = Machine()
    machine.run(86_400)
    assert not machine.steps.since_last_look()


@pytest.mark.parametrize("by", [timedelta(hours=-1), timedelta(hours=1), timedelta(days=1), timedelta(days=-1)])
def test_a_clock_that_was_set_is_noticed_once(by: timedelta) -> None:
    machine = Machine()
    machine.run(5)
    machine.clock.moment += by
    machine.run(1)
    assert machine.steps.since_last_look() == by
    machine.run(1)
    assert not machine.steps.since_last_look()


def test_a_clock_that_is_nudged_all_the_time_does_not_add_up_to_a_step() -> None:
    machine = Machine()
    for _ in range(100):
        machine.run(1)
        machine.clock.skip(seconds=1)
        assert not machine.steps.since_last_look()
