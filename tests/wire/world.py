"""The real program among stand-ins of both platforms: what its operator would configure, and nothing replaced in it."""

import asyncio
import socket
from contextlib import AbstractContextManager, AsyncExitStack
from pathlib import Path
from typing import Self

import aiohttp
from sqlalchemy import Engine

from bot.app.running import run
from bot.config import Settings
from bot.privacy.keys import load_vault
from bot.programmes.invitations import invite
from storage import people
from storage.database import connect
from storage.unit_of_work import UnitOfWork, unit_of_work
from tests.standins.slack import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, Message, SlackStandIn
from tests.standins.telegram import TelegramServer
from tests.wire import roster
from tests.wire.log_keeper import LogKeeper
from tests.wire.running_clock import RunningClock
from tests.wire.students import OnSlack, OnTelegram
from tests.wire.waiting import PATIENCE, until

DESK = "C0DESK"
WEBHOOK_SECRET = "example-webhook-secret"


class World:
    """Both platforms, a database with a roster, and the program, which `start` and `stop` as often as a test likes.

    `guardian` and `coordinator` are members of the coordinators' channel; `log` keeps what the program logs from
    WARNING on.
    """

    def __init__(self, folder: Path, url: str, telegram_mode: str, slack_mode: str) -> None:
        self.telegram, self.slack = TelegramServer(), SlackStandIn()
        self.clock = RunningClock()
        self.log = LogKeeper()
        self.port = free_port()
        self._folder, self._url = folder, url
        self._modes = telegram_mode, slack_mode
        self._running: asyncio.Task[int] | None = None
        self._stack = AsyncExitStack()

    students = 1

    async def __aenter__(self) -> Self:
        await self._stack.enter_async_context(self.telegram)
        await self._stack.enter_async_context(self.slack)
        self._stack.enter_context(self.log)
        self.settings = self._settings()
        self.engine: Engine = connect(self._url)
        self._stack.callback(self.engine.dispose)
        with self.work() as uow:
            roster.bring_in(uow, self.students)
        self.guardian, self.coordinator = self.slack.person("UG1"), self.slack.person("UC1")
        self.slack.person("UL1")
        self.slack.channel(DESK, self.guardian, self.coordinator)
        if self._modes[1] == "http":
            self.slack.request_url = f"{self.address}/slack/events"
        return self

    async def __aexit__(self, *_: object) -> None:
        try:
            await self.stop()
        finally:
            await self._stack.aclose()

    @property
    def address(self) -> str:
        """Where the program listens."""
        return f"http://127.0.0.1:{self.port}"

    def work(self) -> AbstractContextManager[UnitOfWork]:
        """One transaction beside the program, as a command opens it."""
        return unit_of_work(self.engine, load_vault(self.settings), self.clock.now())

    async def start(self) -> None:
        """Start the program and wait until it is ready: both platforms reached."""
        self._stop = asyncio.Event()
        self._running = asyncio.create_task(run(self.settings, clock=self.clock, stop=self._stop))
        await until(self._ready)
        if self._modes[1] == "socket":
            await self.slack.sockets.connected()

    async def stop(self) -> int:
        """Stop it as SIGTERM does; gives its exit code."""
        if self._running is None:
            return 0
        running, self._running = self._running, None
        self._stop.set()
        return await asyncio.wait_for(running, PATIENCE)

    async def skip_to_checkin(self, person_id: str = "s1") -> None:
        """Let the time come at which she is due."""
        with self.work() as uow:
            placement = people.placement_of(uow.db, person_id)
        assert placement
        assert placement.next_checkin_at, "no check-in is planned"
        self.clock.skip_to(placement.next_checkin_at)

    def invitation(self, person_id: str = "s1") -> str:
        """The token of a fresh invitation link."""
        with self.work() as uow:
            person = people.find_person(uow.db, person_id)
            assert person, "nobody has this id"
            return invite(uow, person)

    def on_telegram(self, user: int = 1001) -> OnTelegram:
        """A student's phone."""
        return OnTelegram(self.telegram.phone(user))

    def settled(self, person_id: str = "s1", user: int = 1001) -> OnTelegram:
        """The phone of a student who has been through getting started."""
        with self.work() as uow:
            people.link(uow.db, "telegram", str(user), str(user), person_id, uow.now)
            people.change_person(uow.db, person_id, consented_at=uow.now)
        return self.on_telegram(user)

    def on_slack(self, user: str = "US1", email: str = "s1@example.org") -> OnSlack:
        """A student at Slack, known by her e-mail."""
        return OnSlack(self.slack, self.slack.person(user, email))

    async def card(self, words: str, label: str = "") -> Message:
        """The newest card in the coordinators' channel with these words, once it stands there."""
        return await self.guardian.sees(words, label, DESK)

    async def _ready(self) -> bool:
        assert self._running is not None
        if self._running.done():
            raise AssertionError("the program ended") from self._running.exception()
        try:
            async with aiohttp.ClientSession() as http, http.get(f"{self.address}/readyz") as answer:
                return answer.status == 200
        except aiohttp.ClientError:
            return False

    def _settings(self) -> Settings:
        telegram_mode, slack_mode = self._modes
        return Settings.model_validate({
            "programme": {"name": roster.PROGRAMME, "timezone": "Europe/Oslo", "country": "NO"},
            "storage": {"url": self._url},
            "web": {"listen": f"127.0.0.1:{self.port}", "public_url": self.address},
            "telegram": {
                "token": self.telegram.token, "mode": telegram_mode, "base_url": self.telegram.base_url,
                "webhook_secret": WEBHOOK_SECRET,
            },
            "slack": {
                "mode": slack_mode, "bot_token": BOT_TOKEN, "app_token": APP_TOKEN, "signing_secret": SIGNING_SECRET,
                "base_url": self.slack.base_url, "escalation_channel": DESK,
            },
            "privacy": {"key_file": self._folder / "placemate.key"},
        })  # fmt: skip


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
