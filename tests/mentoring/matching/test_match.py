"""The assignment: the best there is, whoever has waited longest first."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from random import Random
from typing import Any

import numpy as np
import pytest

from bot.mentoring.matching.assignment import assign
from bot.mentoring.matching.match import match
from tests.mentoring.matching.pools import mentee, mentor, outcome, pool

MONTH = timedelta(days=30)
SEPTEMBER = datetime(2026, 9, 1, tzinfo=UTC)


def every_way(allowed: list[list[bool]], places: list[int]) -> Iterator[tuple[int | None, ...]]:
    choices = [[None, *(column for column, may in enumerate(row) if may)] for row in allowed]
    for way in product(*choices):
        if all(number <= places[column] for column, number in Counter(way).items() if column is not None):
            yield way


@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_better_than_what_is_chosen(seed: int) -> None:
    chance = Random(seed)
    rows, columns = chance.randint(2, 5), chance.randint(1, 4)
    allowed = [[chance.random() < 0.6 for _ in range(columns)] for _ in range(rows)]
    points = [[chance.choice((0, 12.5, 40, 99)) for _ in range(columns)] for _ in range(rows)]
    places = [chance.randint(0, 2) for _ in range(columns)]
    turns = sorted(chance.randint(0, 2) for _ in range(rows))
    turns = [sorted(set(turns)).index(turn) for turn in turns]

    def worth(way: tuple[int | None, ...]) -> tuple[list[int], float]:
        served = Counter(turns[row] for row, column in enumerate(way) if column is not None)
        gained = sum(points[row][column] for row, column in enumerate(way) if column is not None)
        return [served[turn] for turn in range(3)], gained

    found = dict(assign(np.array(points, np.float32), np.array(allowed), places, turns))
    way = tuple(found.get(row) for row in range(rows))
    assert way in set(every_way(allowed, places))
    assert worth(way) == max(map(worth, every_way(allowed, places)))


def test_the_best_for_all_is_not_the_best_for_the_first() -> None:
    picky = mentee("s1", skills=frozenset({"sql"}))
    broad = mentee("s2", skills=frozenset({"sql"}), topics=frozenset({"career"}))
    both = mentor("m1", skills=frozenset({"sql"}), topics=frozenset({"career"}))
    half = mentor("m2", skills=frozenset({"sql"}))
    assert outcome([picky, broad], [both, half]) == {"s1": "m2", "s2": "m1"}


def test_a_better_score_never_takes_the_place_of_whoever_has_waited_longer() -> None:
    fits: dict[str, Any] = {"topics": frozenset({"career"}), "skills": frozenset({"sql"})}
    longest, later = mentee("s9", waiting_since=SEPTEMBER), mentee("s1", waiting_since=SEPTEMBER + MONTH, **fits)
    assert outcome([later, longest, mentee("s0", **fits)], [mentor(**fits)]) == {
        "s9": "m1", "s1": "no_capacity", "s0": "no_capacity",
    }  # fmt: skip


def test_whoever_has_waited_longest_gives_way_where_both_can_be_served() -> None:
    longest = mentee("s1", waiting_since=SEPTEMBER, topics=frozenset({"career"}))
    later = mentee("s2", waiting_since=SEPTEMBER + MONTH, apart_from=frozenset({"m2"}))
    assert outcome([longest, later], [mentor("m1", topics=frozenset({"career"})), mentor("m2")]) == {
        "s1": "m2", "s2": "m1",
    }  # fmt: skip


def test_among_those_who_wait_since_the_same_moment_the_better_score_counts() -> None:
    plain = mentee("s1", waiting_since=SEPTEMBER)
    fitting = mentee("s2", waiting_since=SEPTEMBER, skills=frozenset({"sql"}))
    assert outcome([plain, fitting], [mentor(skills=frozenset({"sql"}))]) == {"s2": "m1", "s1": "no_capacity"}


def test_a_mentor_gets_as_many_as_there_are_free_places_for() -> None:
    found = outcome([mentee(f"s{number}") for number in range(6)], [mentor("m1", capacity=4, taken=2), mentor("m2")])
    assert Counter(found.values()) == {"m1": 2, "m2": 1, "no_capacity": 3}


def test_points_weigh_topics_before_skills_before_field_before_wishes_before_style() -> None:
    her = mentee(
        topics=frozenset({"career"}), skills=frozenset({"sql"}), fields=frozenset({"data"}), gender="woman",
        prefers=frozenset({"same_gender"}), style="gently",
    )  # fmt: skip
    offers: dict[str, Any] = {
        "topics": frozenset({"career"}), "skills": frozenset({"sql"}), "fields": frozenset({"data"}),
        "gender": "woman", "style": "gently",
    }  # fmt: skip
    counted = [match(pool([her], [mentor(**{name: value})])).matches[0].points for name, value in offers.items()]
    assert counted == [42, 32, 22, 17, 15]
    assert match(pool([her], [mentor(**offers)])).matches[0].points == 100


def test_the_order_in_which_people_come_in_changes_nothing() -> None:
    mentees = [mentee(f"s{number}", waiting_since=SEPTEMBER) for number in range(8)]
    mentors = [mentor(f"m{number}") for number in range(5)]
    batch = match(pool(mentees, mentors))
    assert match(pool(mentees[::-1], mentors[::-1])) == batch
    assert len(batch.matches) == 5


def test_nobody_waits_for_scipy_who_does_not_match() -> None:
    script = (
        "import sys, bot.cli.application, bot.mentoring.pool, bot.mentoring.matching.match, bot.cli.mentors.rows;"
        "print({'scipy', 'numpy'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert found.stdout == "set()\n"
