"""A term of a hundred students, with outages: every promise of the schedule, held at the end."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from storage.vault import Vault
from tests.term import truths
from tests.term.cohort import BEGINS
from tests.term.play import Outage, Term

SEED = 20270301
SIZE = 100
OUTAGES = (
    Outage(BEGINS + timedelta(days=3, hours=4), BEGINS + timedelta(days=3, hours=5, minutes=30)),
    Outage(BEGINS + timedelta(days=16, hours=1), BEGINS + timedelta(days=19, hours=3)),
    Outage(BEGINS + timedelta(days=31, hours=8), BEGINS + timedelta(days=31, hours=20), lane="telegram"),
    Outage(BEGINS + timedelta(days=39, hours=2), BEGINS + timedelta(days=40, hours=2), lane="slack"),
)
"""The program down for ninety minutes and for three days, Telegram for half a day, Slack for a day."""
TRUTHS: tuple[Callable[[Term], Iterator[str]], ...] = (
    truths.at_a_wrong_time,
    truths.soon_after_an_urgent_report,
    truths.too_often,
    truths.asked_twice,
    truths.asked_more_often_than_planned,
    truths.left_alone,
    truths.not_sent,
)


@pytest.fixture(scope="module")
def term(tmp_path_factory: pytest.TempPathFactory, master_key: str) -> Term:
    """A term that has been played to its end."""
    path = tmp_path_factory.mktemp("term") / "term.db"
    term = Term(f"sqlite:///{path}", Vault([master_key.encode()]), SEED, SIZE, OUTAGES)
    term.play()
    return term


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda truth: truth.__name__)
def test_in_a_whole_term_nothing_happens(term: Term, truth: Callable[[Term], Iterator[str]]) -> None:
    assert list(truth(term)) == []


def test_in_a_whole_term_nobody_is_forgotten(term: Term) -> None:
    assert list(truths.never_asked(term, OUTAGES)) == []


def test_the_term_held_what_it_was_to_be_tried_with(term: Term) -> None:
    prompts = list(truths.routine(term))
    assert len(prompts) > 2 * SIZE
    assert {student.habit for student, _ in prompts} >= {
        "prompt",
        "late",
        "silent",
        "puts_off",
        "skips",
        "low",
        "unsafe",
    }
