"""The demo: its clock is pushed ahead and what is due goes out on the way; its colleagues are known."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, select
from structlog.testing import capture_logs

from bot.adapters.browser.news import News
from bot.adapters.browser.panes import Staff
from bot.adapters.browser.routes.desk import stored_home
from bot.adapters.browser.transport import BrowserTransport
from bot.app.demo import _prepare
from bot.app.program import Program
from bot.clock import SkippingClock
from bot.config import Settings
from bot.config.sections import Programme
from bot.intake.inbound import Inbound, Kind
from flows.catalogue import CATALOGUE
from storage.outbox import OUTBOX
from storage.vault import Vault
from tests.settable_clock import SettableClock

OSLO = ZoneInfo("Europe/Oslo")
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
AN_HOUR = timedelta(hours=1)


@asynccontextmanager
async def running(engine: Engine, vault: Vault, clock: SkippingClock) -> AsyncIterator[Program]:
    """The demo's program with its example roster, sending to the page."""
    settings = Settings(programme=Programme(name="Example University", timezone="Europe/Oslo", country="NO"))
    program = Program(settings, engine, vault, clock, CATALOGUE)
    await program.open()
    await program.writer.write(partial(_prepare, program=program))
    stop = asyncio.Event()
    sending = asyncio.create_task(program.run([BrowserTransport(program.writer.write, News())], stop))
    try:
        yield program
    finally:
        stop.set()
        await sending
        program.close()


async def test_in_two_silent_weeks_everything_goes_out_in_its_hour_and_the_clock_was_not_set(
    sqlite_engine: Engine, vault: Vault
) -> None:
    clock = SkippingClock(SettableClock(MONDAY))
    with capture_logs() as logs:
        async with running(sqlite_engine, vault, clock) as program:
            await program.catch_up()
            for _ in range(14 * 24):
                clock.skip(AN_HOUR)
                await program.catch_up()
    with sqlite_engine.begin() as db:
        rows = db.execute(select(OUTBOX)).all()
    prompts = [row for row in rows if row.good_until is not None]
    assert prompts, "check-ins and reminders came"
    assert all(row.sent_at is not None for row in rows)
    assert max(row.sent_at - (row.not_before or row.created_at) for row in rows) < AN_HOUR
    assert all(time(8) <= row.sent_at.astimezone(OSLO).time() < time(21) for row in prompts)
    assert not [line for line in logs if line["event"] == "the system clock was set"]


async def test_whoever_opens_a_page_of_her_own_sees_her_cases_as_they_are(sqlite_engine: Engine, vault: Vault) -> None:
    clock = SkippingClock(SettableClock(MONDAY))
    async with running(sqlite_engine, vault, clock) as program:
        student = Inbound("browser", "event-0001", Kind.TEXT, "student-1", "student-1", text="urgent")
        await program.door.receive(student)
        await program.door.receive(Inbound("browser", "event-0002", Kind.OPENED, "staff-13", "staff-13", text="home"))
        await program.catch_up()
        shown = await program.writer.write(
            partial(stored_home, Staff("13", "Example Safeguarding Lead", "safeguarding"))
        )
    assert shown is not None
    assert [entry.title for _, entries in shown.sections for entry in entries] == ["urgent · Case 2026-0001"]
