import pytest

from bot.cases.attachments import TAKEN as TYPES
from bot.delivery.scanning import type_of
from tests.tiny_files import REFUSED, TAKEN


@pytest.mark.parametrize(("content", "media_type"), TAKEN.values(), ids=TAKEN)
def test_what_a_person_can_look_at_is_known_by_its_first_bytes(content: bytes, media_type: str) -> None:
    assert type_of(content) == media_type


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_what_a_computer_runs_or_nobody_knows_is_not_taken(content: bytes) -> None:
    assert type_of(content) == ""


def test_every_type_that_is_taken_is_among_the_examples() -> None:
    assert {media_type for _, media_type in TAKEN.values()} == TYPES
