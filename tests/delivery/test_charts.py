"""Levels as a picture: drawn in both forms, and the words alone where nothing can draw."""

import sys

import pytest

from bot.delivery.charts import draw
from bot.words.outgoing import Chart, Picture, pack, unpack

CHART = Chart("Your levels", ("start", "middle"), (("Teamwork", (2, 3)), ("Technology", (None, 4))), 1, 4)


def test_it_is_a_picture_of_the_kind_that_was_asked_for() -> None:
    assert draw(CHART, "png").startswith(b"\x89PNG")
    assert b"<svg" in draw(CHART, "svg")


def test_without_the_library_there_is_no_picture_and_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    assert draw(CHART, "png") == b""


def test_a_picture_comes_out_of_the_outbox_as_it_went_in() -> None:
    picture = Picture("levels.png", CHART, "The same as a picture.", "Teamwork: 2 → 3")
    assert unpack(pack(picture)) == picture


def test_a_subject_without_a_level_takes_no_room_and_nothing_at_all_is_no_picture() -> None:
    rows = (("Communication", (1, 2)), ("Teamwork", (None, None)))
    one, two = (draw(Chart("Levels", ("start", "end"), shown, 1, 4), "png") for shown in (rows[:1], rows))
    assert one == two
    assert draw(Chart("Levels", ("start", "end"), rows[1:], 1, 4), "svg") == b""
