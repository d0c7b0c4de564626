"""`placemate run`: everything the configuration names, until somebody says stop."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Engine, make_url

from bot import log
from bot.app.platforms import connect_platforms
from bot.app.program import Program
from bot.app.steady.health import Health
from bot.app.steady.lease import Lease
from bot.app.steady.operator_notes import OperatorNotes
from bot.app.steady.together import together
from bot.app.web import serve
from bot.clock import Clock, SystemClock
from bot.config import ConfigError, Settings
from bot.facts.duty.rota_file import read_rota
from bot.privacy.keys import load_vault
from bot.programmes.overlay import programme_catalogue
from bot.programmes.resources import entries_of
from flows.entries import BrokenEntry
from storage.database import connect
from storage.schema import upgrade
from storage.seat import Seat, shared

_log = log.get_logger(__name__)


async def run(settings: Settings, *, clock: Clock | None = None, stop: asyncio.Event | None = None) -> int:
    """Run until `stop` is set, which by default SIGTERM and SIGINT do; gives the exit code.

    Raises:
        ConfigError: a flagged case could reach nobody, or another program runs on this database.
    """
    refuse(settings)
    log.configure(secrets=settings.secrets())
    stop = stop or stop_on_signals()
    with alone_on(settings):
        async with opened(settings, clock or SystemClock()) as program, AsyncExitStack() as stack:
            lease = Lease(Seat(settings.storage.url) if shared(settings.storage.url) else None)
            health = Health(program, lease)
            platforms = await connect_platforms(program, health, stack)
            notes = OperatorNotes(settings, program.writer, health.pulses.values())
            _log.info("ready to listen", listen=settings.web.listen)
            await together(
                stop,
                serve(settings, [*health.routes(), *platforms.routes], stop),
                lease.hold(stop, [partial(program.run, platforms.transports), notes.run, *platforms.listeners]),
                *(attendant(stop) for attendant in platforms.attendants),
            )
    return 0


def refuse(settings: Settings) -> None:
    """Say no to a configuration in which a flagged case could reach nobody, or a rota that cannot be read."""
    if settings.slack is None:
        raise ConfigError(
            "[slack] is missing: flagged cases would reach nobody. Add bot_token, app_token and escalation_channel, "
            "or try `placemate demo`."
        )
    if not settings.slack.escalation_channel:
        raise ConfigError(
            "[slack] escalation_channel is missing: flagged cases would reach nobody. Put the id of the coordinators' "
            "private channel there; it is at the end of the channel's details."
        )
    if settings.telegram and settings.telegram.mode == "webhook" and not settings.web.public_url:
        raise ConfigError(
            '[web] public_url is missing: [telegram] mode = "webhook" needs the address Telegram can reach. '
            'Set it, or use mode = "polling".'
        )
    if missing := settings.second_channel_lacks():
        raise ConfigError(f"[safeguarding] second_channel {missing}.")
    read_rota(settings.safeguarding.rota)
    _read_resources(settings)


def _read_resources(settings: Settings) -> None:
    try:
        entries_of(settings.programme.resources)
    except BrokenEntry as broken:
        raise ConfigError(f"[programme] resources: {broken}.") from None


@asynccontextmanager
async def opened(settings: Settings, clock: Clock, engine: Engine | None = None) -> AsyncIterator[Program]:
    """A program on a migrated database; closed at the end, with everything committed.

    Raises:
        ConfigError: the programme's overlay has a mistake, or the key is missing.
    """
    catalogue = programme_catalogue(settings)
    engine = engine or connect(settings.storage.url)
    await asyncio.to_thread(upgrade, engine)
    program = Program(settings, engine, load_vault(settings), clock, catalogue)
    await program.open()
    try:
        yield program
    finally:
        await asyncio.to_thread(program.close)
        engine.dispose()


@contextmanager
def alone_on(settings: Settings) -> Iterator[None]:
    """Hold the only seat on a SQLite file; of several programs on one PostgreSQL, `Lease` says who works.

    Raises:
        ConfigError: another program runs on it.
    """
    # Whatever is written from here on, names and words among it, is for this account of the machine only.
    os.umask(0o077)
    url = make_url(settings.storage.url)
    if url.get_backend_name() != "sqlite" or not url.database:
        yield
        return
    Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(f"{url.database}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise ConfigError(
            f"[storage] url: another program already runs on {Path(url.database).name}. Stop it first, or give this "
            "one a database of its own."
        ) from None
    try:
        yield
    finally:
        lock.release()


def stop_on_signals() -> asyncio.Event:
    """An event that SIGTERM and SIGINT set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop
