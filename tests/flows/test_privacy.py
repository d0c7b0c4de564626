"""Privacy as a conversation: said in short at once, and each right one tap away."""

import pytest

from flows.privacy import privacy
from tests.flows.playing import play


def test_it_is_said_in_short_before_anything_is_asked() -> None:
    assert play(privacy, stop_at="want").said == ["in_short"]


def test_everything_can_be_read() -> None:
    assert play(privacy, {"want": "read"}).said == ["in_short", "in_full_1", "in_full_2"]


@pytest.mark.parametrize(("want", "opens"), [("copy", "exporting"), ("delete", "forgetting"), ("person", "human")])
def test_each_right_opens_its_own_conversation(want: str, opens: str) -> None:
    assert play(privacy, {"want": want}).opened == [opens]
