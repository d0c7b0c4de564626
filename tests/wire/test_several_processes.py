"""Several programs on one PostgreSQL: one works, the others stand by, and each prompt goes out once."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.words.outgoing import Message, pack
from storage.outbox import OUTBOX, Priority
from storage.posting import post_to_chat
from tests.databases import emptied
from tests.wire.process import Process
from tests.wire.waiting import until
from tests.wire.world import World, free_port

PROMPTS = 200
FIRST_CHAT = 5000
UNDER_WAY = 32
"""As many messages as the lane has under way at once."""


@pytest.fixture
def shared_url(migrated_postgres: Engine) -> Iterator[str]:
    yield migrated_postgres.url.render_as_string(hide_password=False)
    emptied(migrated_postgres)


@pytest.fixture
async def several(tmp_path: Path, shared_url: str) -> AsyncIterator[tuple[World, Process, Process]]:
    """A world with an owner and one that stands by."""
    async with (
        World(tmp_path, shared_url, "polling", "socket") as world,
        Process(world, tmp_path) as owner,
        Process(world, tmp_path, f"127.0.0.1:{free_port()}") as other,
    ):
        await owner.start()
        await other.start()
        yield world, owner, other


def post_prompts(world: World) -> None:
    """So many prompts due at once, each to a phone of its own."""
    for number in range(PROMPTS):
        world.telegram.phone(FIRST_CHAT + number)
    with world.work() as uow:
        for number in range(PROMPTS):
            post_to_chat(
                uow, "telegram", str(FIRST_CHAT + number), pack(Message("How are you?")), priority=Priority.PROMPT
            )


def sent(world: World) -> Counter[str]:
    return Counter(str(call["chat_id"]) for call in world.telegram.called("sendMessage"))


def waiting(world: World) -> int:
    with world.work() as uow:
        return len(uow.db.execute(OUTBOX.select().where(OUTBOX.c.status != "sent")).all())


async def role(process: Process) -> str:
    return str(((await process.asked("readyz")) or {}).get("role"))


async def test_each_prompt_goes_out_once_and_all_do_when_the_owner_is_killed(
    several: tuple[World, Process, Process],
) -> None:
    world, owner, other = several
    assert (await role(owner), await role(other)) == ("owner", "standby")
    await asyncio.to_thread(post_prompts, world)
    await until(lambda: sent(world).total() >= PROMPTS // 3)
    assert max(sent(world).values()) == 1
    await owner.kill()

    async def taken_over() -> bool:
        return await role(other) == "owner"

    async with asyncio.timeout(10):
        await until(taken_over)
    await until(lambda: waiting(world) == 0)
    again = [chat for chat, times in sent(world).items() if times > 1]
    assert len(sent(world)) == PROMPTS
    assert len(again) <= UNDER_WAY
    student = world.settled()
    await student.says("menu")
    await student.sees("What would you like to do?")
