"""Words in order, and what is hidden among them."""

from bot.intake.triage.line import MASKED, Line


def test_a_masked_span_leaves_one_mark_that_keeps_its_neighbours_apart() -> None:
    line = Line(("my", "phone", "died", "and", "i", "want", "out")).masked([(1, 3), (4, 5)])
    assert line.words == ("my", MASKED, "and", MASKED, "want", "out")


def test_pauses_stay_where_they_were_when_spans_are_masked() -> None:
    line = Line(("well", "my", "phone", "died", "and", "so"), frozenset({1, 4})).masked([(1, 4)])
    assert line.words == ("well", MASKED, "and", "so")
    assert line.pauses == {1, 2}


def test_places_are_bits() -> None:
    line = Line(("a", "b", "a", ".", "c"), frozenset({1}))
    assert line.places["a"] == 0b00101
    assert line.clause_begins == 0b10011
    assert line.clause_ends == 0b101010
    assert line.closed == 0b01000
