"""Everything goes wrong while people talk, and in the end the books balance: nothing lost, nothing done twice."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Engine

from storage import outbox, people
from tests.campaign.ledger import Ledger
from tests.campaign.people import CALM, CALM_ANSWERS, Coordinator, calm, sees
from tests.campaign.trouble import Troubles
from tests.databases import KINDS, emptied
from tests.wire.process import Process
from tests.wire.test_killed import confirmed
from tests.wire.waiting import until
from tests.wire.world import World, free_port

SEED = int(os.environ.get("PLACEMATE_CAMPAIGN_SEED", "2026"))
CALM_ONES = [f"s{number}" for number in range(1, 7)]
ALARMED_ONES = [f"s{number}" for number in range(7, 10)]
ASKED_ONES = [f"s{number}" for number in range(10, 16)]
ROUNDS = 14
UNDER_WAY = 8
"""Messages that may be under way to these few people when the power fails."""


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A database of each kind; on PostgreSQL two programs share it."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    engine: Engine = request.getfixturevalue("migrated_postgres")
    yield engine.url.render_as_string(hide_password=False)
    emptied(engine)


@pytest.fixture
async def world(tmp_path: Path, url: str) -> AsyncIterator[World]:
    world = World(tmp_path, url, "polling", "socket")
    world.students = len(CALM_ONES + ALARMED_ONES + ASKED_ONES)
    async with world:
        yield world


@pytest.fixture
async def processes(world: World, tmp_path: Path, url: str) -> AsyncIterator[list[Process]]:
    """The program, once or twice."""
    listens = [world.settings.web.listen, *([] if url.startswith("sqlite") else [f"127.0.0.1:{free_port()}"])]
    async with AsyncExitStack() as stack:
        begun = [await stack.enter_async_context(Process(world, tmp_path, listen)) for listen in listens]
        for process in begun:
            await process.start()
        yield begun


def ask(world: World, person_id: str) -> None:
    """A coordinator wants this student asked now."""
    with world.work() as uow:
        people.change_placement(uow.db, person_id, requested_at=uow.now)


def nothing_waits(world: World) -> bool:
    with world.work() as uow:
        return not outbox.depth(uow.db)


async def test_whatever_goes_wrong_the_books_balance(world: World, processes: list[Process]) -> None:
    print(f"seed {SEED}: PLACEMATE_CAMPAIGN_SEED={SEED} plays it again")
    everybody = CALM_ONES + ALARMED_ONES + ASKED_ONES
    phones = {person_id: world.settled(person_id, 1000 + number) for number, person_id in enumerate(everybody)}
    replies = {person_id: f"Thank you, {number}. We talk tomorrow." for number, person_id in enumerate(ALARMED_ONES)}
    troubles, coordinator, stop = Troubles(world, processes, Random(SEED)), Coordinator(world), asyncio.Event()  # noqa: S311 - a seeded course of events

    async def everything() -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(troubles.run(stop, ROUNDS))
            work = [group.create_task(calm(phones[person_id])) for person_id in CALM_ONES]
            work += [group.create_task(coordinator.care_for(phones[one], replies[one])) for one in ALARMED_ONES]
            for person_id in ASKED_ONES:
                await asyncio.to_thread(ask, world, person_id)
            work += [group.create_task(sees(phones[person_id], CALM[0][0])) for person_id in ASKED_ONES]
            await asyncio.gather(*work)
            stop.set()

    try:
        await everything()
    except BaseExceptionGroup:
        with world.work() as uow:
            print([(r.lane,r.chat,r.priority,r.status,r.attempts,r.failure,str(r.not_before),str(r.created_at),r.edits_key,r.key) for r in uow.db.execute(outbox.OUTBOX.select().where(outbox.OUTBOX.c.status!="sent"))])
        print({p: phone.read()[-3:] for p, phone in phones.items()})
        print(*troubles.log, *(process.said.read_text("utf-8", "replace")[-6000:] for process in processes), sep="\n")
        raise
    await until(partial(asyncio.to_thread, nothing_waits, world), "an empty outbox")
    for process in processes:
        assert await process.terminate() == 0

    ledger = Ledger(SEED)
    doubles = troubles.lost_answers + troubles.kills * UNDER_WAY
    with world.work() as uow:
        for person_id in CALM_ONES:
            ledger.enter_talk(uow, person_id, CALM_ANSWERS, whole=True)
            once = [question for question, _ in CALM] + ["nothing flagged"]
            doubles = ledger.enter_screen(person_id, phones[person_id].read(), once, doubles)
        for person_id in ALARMED_ONES:
            ledger.enter_talk(uow, person_id, {"mood": 3, "safe": "no"}, whole=False)
            ledger.enter_case(uow, person_id, replies[person_id])
        for person_id in ASKED_ONES:
            ledger.enter_talk(uow, person_id, {}, whole=True)
            doubles = ledger.enter_screen(person_id, phones[person_id].read(), [CALM[0][0]], doubles)
        ledger.enter_rest(uow, confirmed(world))
    ledger.enter("screens", "more doubles than troubles", False, doubles < 0)
    assert not ledger.open_entries, f"{ledger}\n{troubles.log}"
