"""A student's chat on each kind of database."""

import os
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import Work
from tests.intake.chatting import Chat

HERE = Path(__file__).parent
ON_POSTGRESQL = 1
"""So many tests of each file run on PostgreSQL too."""


@pytest.fixture
def chat(work: Work) -> Chat:
    """A student who has been through the onboarding."""
    return Chat(work)


@pytest.fixture
def newcomer(work: Work) -> Chat:
    """A student who has linked her account and said nothing yet."""
    return Chat(work, consented=False)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Chats meet PostgreSQL in the first test of each file: storage and schedule meet it in all of theirs.

    `PLACEMATE_TEST_EVERYWHERE=1` lets every chat run on it.
    """
    if os.environ.get("PLACEMATE_TEST_EVERYWHERE"):
        return
    met: Counter[Path] = Counter()
    left_out = []
    for item in items:
        if "postgresql" in item.name and HERE in item.path.parents:
            met[item.path] += 1
            if met[item.path] > ON_POSTGRESQL:
                left_out.append(item)
    config.hook.pytest_deselected(items=left_out)
    gone = set(left_out)
    items[:] = [item for item in items if item not in gone]
