"""A town of mentors and mentees on a database of its own."""

import pytest
from sqlalchemy import Engine

from storage.unit_of_work import unit_of_work
from storage.vault import Vault
from tests.mentoring.town import Town
from tests.settable_clock import SettableClock


@pytest.fixture
def town(sqlite_engine: Engine, vault: Vault, clock: SettableClock) -> Town:
    """Nobody but the team lives there yet."""
    return Town(lambda: unit_of_work(sqlite_engine, vault, clock.now()), clock)
