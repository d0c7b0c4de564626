import pytest

from flows.conditions import Value
from flows.first_week import first_week
from tests.flows.playing import play


def test_it_asks_three_questions_and_does_not_ask_for_the_fixed_time_twice() -> None:
    assert play(first_week, fixed_time_settled=False).asked == ["who", "in_calendar", "good_start"]
    assert play(first_week, fixed_time_settled=True).asked == ["who", "good_start"]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"who": "yes", "in_calendar": "yes", "good_start": "yes"}, ["closing"]),
        ({"who": "unsure"}, ["who_tip", "closing"]),
        ({"in_calendar": "not_yet"}, ["calendar_tip", "closing"]),
        ({"good_start": "no"}, ["start_tip", "closing"]),
        ({"good_start": "not_sure"}, ["start_tip", "closing"]),
        ({"who": "nobody"}, ["closing_nobody"]),
    ],
)
def test_each_answer_gets_words_that_help(answers: dict[str, Value], said: list[str]) -> None:
    assert play(first_week, answers).said == said


def test_nobody_to_ask_is_for_a_person_even_when_she_walks_away() -> None:
    assert play(first_week, {"who": "nobody"}, stop_at="in_calendar").flags == {"nobody_to_ask": "attention"}
