"""A wave of prompts, with replies and calls for help behind it; the server refuses a 31st message in any second."""

import asyncio
from pathlib import Path
from time import monotonic

from bot.clock import SystemClock
from bot.privacy.keys import load_vault
from bot.words.outgoing import Message, pack
from storage.database import connect
from storage.outbox import Priority
from storage.posting import post_to_chat
from storage.unit_of_work import unit_of_work
from tests.benchmarks.processes import bot_api
from tests.benchmarks.program import FIRST_USER, Installation, install
from tests.benchmarks.standin.crowd import Order
from tests.benchmarks.table import Row, percentile
from tests.standins.slack import SlackStandIn

ALLOWED = 30
"""core.telegram.org/bots/faq: messages a second over all chats."""
_PEOPLE = 20
_CALL = Order(students=_PEOPLE // 2, turns=1, rate=1, begin="urgent", first_user=FIRST_USER + _PEOPLE // 2)


async def measure(scratch: Path, *, prompts: int, seconds: int) -> list[Row]:
    """Watch the lane for so many seconds while the wave goes out, then let ten people call for help."""
    async with bot_api(ALLOWED) as api, SlackStandIn() as slack:
        installation = install(scratch / "wave", api.base_url, slack, students=_PEOPLE)
        await asyncio.to_thread(_queue, installation, prompts)
        async with installation.running():
            began, before = monotonic(), await api.counts()
            replies = await api.carry_out(Order(students=_PEOPLE // 2, turns=2 * seconds // _PEOPLE, rate=1))
            calls = await api.carry_out(_CALL)
            took, after = monotonic() - began, await api.counts()
    drained = (after["sendMessage"] - before.get("sendMessage", 0)) / took
    beside = f"{drained / ALLOWED:.0%} of the {ALLOWED} that are allowed; {after['refused']} refused"
    return [
        Row(f"Drain of {prompts:,} prompts", f"{drained:.1f} messages/s", beside),
        Row("A reply behind the wave", *_waits(replies["waits"])),
        Row("Urgent help behind the wave", *_waits(calls["waits"])),
    ]


def _waits(waits: list[float]) -> tuple[str, str]:
    return f"p95 {percentile(waits, 95) * 1000:.0f} ms", f"longest of {len(waits)}: {max(waits) * 1000:.0f} ms"


def _queue(installation: Installation, prompts: int) -> None:
    engine = connect(installation.settings.storage.url)
    packed = pack(Message("Hi. Two minutes for a check-in?"))
    with unit_of_work(engine, load_vault(installation.settings), SystemClock().now()) as uow:
        for number in range(prompts):
            post_to_chat(uow, "telegram", str(FIRST_USER + _PEOPLE + number), packed, priority=Priority.PROMPT)
    engine.dispose()
