"""A student's chat on each kind of database."""

import pytest

from tests.conftest import Work
from tests.intake.chatting import Chat


@pytest.fixture
def chat(work: Work) -> Chat:
    """A student who has been through the onboarding."""
    return Chat(work)


@pytest.fixture
def newcomer(work: Work) -> Chat:
    """A student who has linked her account and said nothing yet."""
    return Chat(work, consented=False)
