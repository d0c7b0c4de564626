"""A quarter of a programme: three time zones, holidays, and people who never answer."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from shutil import copyfile

import pytest

from storage.unit_of_work import unit_of_work
from storage.vault import Vault
from tests.databases import connected
from tests.mentoring import crowd
from tests.mentoring.crowd import ZONES, Crowd, Somebody
from tests.mentoring.town import Town
from tests.settable_clock import SettableClock

MENTEES, MENTORS, DAYS = 9, 4, 90
STEP = timedelta(hours=3)
HABITS = ("prompt", "prompt", "slow", "vanishes", "parts", "prompt")
TRUTHS: tuple[Callable[[Crowd], Iterator[str]], ...] = (
    crowd.at_a_wrong_hour,
    crowd.rounds_too_often,
    crowd.told_what_is_private,
    crowd.forgotten,
)


def brought_together(town: Town) -> Crowd:
    """Everybody, and for each mentee a mentor that the roster names."""
    mentors = [
        Somebody(f"mentor{n}", "mentor", ZONES[n % 3], "silent" if n == 3 else "prompt", Random(n))
        for n in range(MENTORS)
    ]
    mentees = [
        Somebody(f"mentee{n}", "student", ZONES[n % 3], HABITS[n % len(HABITS)], Random(100 + n))
        for n in range(MENTEES)
    ]
    found = Crowd(town, [*mentors, *mentees])
    for n, mentee in enumerate(mentees):
        town.matched(mentee.id, mentors[n % MENTORS].id)
    return found


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path, master_key: str) -> Iterator[Crowd]:
    """The quarter, played to its end."""
    path = tmp_path_factory.mktemp("programme") / "programme.db"
    copyfile(migrated_file, path)
    clock, vault = SettableClock(), Vault([master_key.encode()])
    with connected(f"sqlite:///{path}") as engine:
        town = Town(lambda: unit_of_work(engine, vault, clock.now()), clock)
        together = brought_together(town)
        together.play(DAYS, STEP)
        yield together


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda truth: truth.__name__)
def test_in_a_quarter_nobody_is(played: Crowd, truth: Callable[[Crowd], Iterator[str]]) -> None:
    assert list(truth(played)) == []


def test_the_programme_held_what_it_was_to_be_tried_with(played: Crowd) -> None:
    states = {pair.state for pair in played.pairs()}
    assert "rematched" in states
    assert played.town.cards()
