"""A student whose check-in is due, and the days after it."""

from typing import Any

import pytest

from tests.conftest import Work
from tests.intake.chatting import Chat
from tests.schedule.calendar import DUE, Days, DaysOf
from tests.settable_clock import SettableClock


@pytest.fixture
def days_of(work: Work, clock: SettableClock) -> DaysOf:
    """Begin with a placement of the test's own."""

    def begin(**placement: Any) -> Days:
        return Days(Chat(work, **{"next_checkin_at": DUE, **placement}), clock)

    return begin


@pytest.fixture
def days(days_of: DaysOf) -> Days:
    """Begin with a plain placement."""
    return days_of()
