"""Killed in the middle of everything, the program has lost nothing that it had confirmed, and goes on where it was."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import orjson
import pytest
from sqlalchemy import select

from storage.conversations import all_of
from storage.inbox import SEEN_EVENT
from tests.wire.process import Process
from tests.wire.students import OnTelegram
from tests.wire.waiting import until
from tests.wire.world import World

STUDENTS = 12
TALK = (
    ("Two minutes for a check-in?", "start"), ("How have the last two weeks been?", "4"),
    ("How much work", "about right"), ("Is that all right for you?", "yes"), ("Do you feel safe and respected", "yes"),
    ("Is anything in the way?", "nothing"),
)  # fmt: skip
ANSWERS = {
    "start": "start", "mood": 4, "workload": "right", "workload_ok": "yes", "safe": "yes", "in_the_way": ["nothing"],
}  # fmt: skip
FIRST_UPDATE = 100_001
KILLED_AFTER = (20, 45)
"""Messages sent: once while they begin, once in the middle."""


@pytest.fixture
async def crowd(tmp_path: Path, sqlite_url: str) -> AsyncIterator[World]:
    """A world with many students and no program yet."""
    world = World(tmp_path, sqlite_url, "polling", "socket")
    world.students = STUDENTS
    async with world:
        yield world


@pytest.fixture
async def process(crowd: World, tmp_path: Path) -> AsyncIterator[Process]:
    """The program of that world, running; it does not outlive the test."""
    async with Process(crowd, tmp_path) as process:
        await process.start()
        yield process


@pytest.fixture
async def talking(crowd: World, process: Process) -> AsyncIterator[dict[str, OnTelegram]]:
    """Every student in the middle of a check-in, by roster id."""
    students = {f"s{number}": crowd.settled(f"s{number}", 1000 + number) for number in range(1, STUDENTS + 1)}
    tasks = [asyncio.create_task(talk_through(student)) for student in students.values()]
    yield students
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_what_was_confirmed_stands_and_every_talk_goes_on_after_a_kill(
    crowd: World, process: Process, talking: dict[str, OnTelegram]
) -> None:
    for messages in KILLED_AFTER:
        await until(partial(sent_at_least, crowd, messages))
        await process.kill()
        assert confirmed(crowd) <= remembered(crowd)
        await process.start()
    for person_id, student in talking.items():
        await student.sees("nothing flagged")
        assert answers_of(crowd, person_id) == ANSWERS
        times = Counter(question for text in student.read() for question, _ in TALK if question in text)
        assert set(times) == {question for question, _ in TALK}
        assert times.total() - len(times) <= len(KILLED_AFTER), "only what was in flight may come once more"


async def test_what_is_not_in_the_database_yet_is_not_confirmed_and_comes_again(crowd: World, process: Process) -> None:
    student = crowd.settled()
    with crowd.engine.begin():
        polls = len(crowd.telegram.called("getUpdates"))
        await student.says("menu")
        await until(lambda: len(crowd.telegram.called("getUpdates")) > polls)
        # It has the update and cannot write. A hasty program would confirm now; waiting for less only finds less.
        await asyncio.sleep(0.5)
        await process.kill()
    assert confirmed(crowd) <= remembered(crowd)
    await process.start()
    await student.sees("What would you like to do?")


@pytest.mark.usefixtures("talking")
async def test_a_word_to_stop_ends_it_well_in_the_middle_of_many_talks(crowd: World, process: Process) -> None:
    await until(partial(sent_at_least, crowd, KILLED_AFTER[0]))
    assert await process.terminate() == 0
    assert confirmed(crowd) <= remembered(crowd)


async def test_a_second_program_on_the_same_database_is_refused(crowd: World, process: Process) -> None:
    code, said = await process.ended(await process.spawn())
    assert code == 2
    assert "another program already runs on placemate.db" in said
    student = crowd.settled()
    await student.says("menu")
    await student.sees("What would you like to do?")


async def talk_through(student: OnTelegram) -> None:
    """She begins a check-in and answers each question when it comes."""
    await student.says("checkin")
    for question, reply in TALK:
        await student.sees(question)
        await student.says(reply)
    await student.sees("nothing flagged")


def sent_at_least(world: World, messages: int) -> bool:
    return len(world.telegram.called("sendMessage")) >= messages


def confirmed(world: World) -> set[str]:
    """The updates that Telegram will not deliver again."""
    updates = world.telegram.updates
    return {str(number) for number in range(FIRST_UPDATE, updates.next_id)} - {
        str(update["update_id"]) for update in updates.pending
    }


def remembered(world: World) -> set[str]:
    """The updates whose turn stands in the database."""
    with world.work() as uow:
        return set(uow.db.execute(select(SEEN_EVENT.c.event_id)).scalars())


def answers_of(world: World, person_id: str) -> dict[str, object]:
    """What the database holds of her check-in."""
    with world.work() as uow:
        (talk,) = all_of(uow.db, person_id)
        given: dict[str, object] = orjson.loads(talk.answers)
        return given
