"""Placemate as its operator would run it, on a database full of students who have agreed to take part."""

import socket
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.clock import SystemClock
from bot.config import Settings, load
from bot.privacy.keys import load_vault
from storage.database import connect
from storage.people import ACCOUNT, PERSON, PLACEMENT, Account, Person, Placement
from storage.schema import upgrade
from storage.unit_of_work import UnitOfWork, unit_of_work
from tests.benchmarks.processes import process, until_ready
from tests.standins.slack import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, SlackStandIn

DESK = "C0DESK"
FIRST_USER = 1001
SLACK_USER = "US1"
"""The first student at Slack."""
_AT_ONCE = 10_000


@dataclass(frozen=True)
class Installation:
    """A folder with a configuration, a database and a key."""

    folder: Path
    settings: Settings

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://{self.settings.web.listen}"

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Process]:
        """The program in its process, once it is ready."""
        async with process("-m", "bot", "run", "--config", self.folder / "config.toml") as running:
            await until_ready(self.address, running)
            yield running


def install(
    folder: Path, base_url: str, slack: SlackStandIn, *, students: int, slack_mode: str = "socket"
) -> Installation:
    """Write a configuration, and a database with so many students whose Telegram accounts are linked."""
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(
        '[programme]\nname = "Example Programme"\ntimezone = "Europe/Oslo"\ncountry = "NO"\n'
        'quiet_from = "00:00"\nquiet_to = "00:00"\n'
        f'[storage]\nurl = "sqlite:///{folder}/placemate.db"\n[privacy]\nkey_file = "{folder}/placemate.key"\n'
        f'[web]\nlisten = "127.0.0.1:{_free_port()}"\n[telegram]\ntoken = "42:TEST"\nbase_url = "{base_url}"\n'
        f'[slack]\nmode = "{slack_mode}"\nbot_token = "{BOT_TOKEN}"\napp_token = "{APP_TOKEN}"\n'
        f'signing_secret = "{SIGNING_SECRET}"\nbase_url = "{slack.base_url}"\nescalation_channel = "{DESK}"\n'
    )
    settings = load(folder / "config.toml")
    engine = connect(settings.storage.url)
    upgrade(engine)
    vault = load_vault(settings)
    with unit_of_work(engine, vault, SystemClock().now()) as uow:
        bring_in(uow, students)
    engine.dispose()
    return Installation(folder, settings)


def bring_in(uow: UnitOfWork, students: int) -> None:
    """A coordinator, a safeguarding person, and students on Telegram whose next check-in is far away.

    They share one key: making a hundred thousand of them would take longer than what is measured.
    """
    staff = (("c1", "coordinator", "UC1"), ("g1", "safeguarding", "UG1"))
    members = [Person(id=id_, name="Example Staff", role=role, slack_id=slack_id) for id_, role, slack_id in staff]
    uow.db.execute(PERSON.insert(), [member.model_dump() for member in members])
    person, placement, account = _first_student(uow)
    due = placement["next_checkin_at"]
    for start in range(0, students, _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, students))
        ids = [(number, f"s{number}", str(FIRST_USER + number)) for number in numbers]
        later = [due + timedelta(seconds=number) for number in numbers]
        slack = [{"slack_id": SLACK_USER if number == 0 else ""} for number in numbers]
        uow.db.execute(
            PERSON.insert(), [{**person, "id": id_} | own for (_, id_, _), own in zip(ids, slack, strict=True)]
        )
        uow.db.execute(
            PLACEMENT.insert(),
            [
                {**placement, "person_id": id_, "next_checkin_at": at}
                for (_, id_, _), at in zip(ids, later, strict=True)
            ],
        )
        uow.db.execute(
            ACCOUNT.insert(), [{**account, "person_id": id_, "user": user, "chat": user} for _, id_, user in ids]
        )


def _first_student(uow: UnitOfWork) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """What the rows of a student hold: person, placement, account."""
    person = Person(
        id="", name="Example Student", role="student", timezone="Europe/Oslo", data_key=uow.vault.new_key(),
        consented_at=uow.now,
    )  # fmt: skip
    placement = Placement(
        person_id="", host="Example Host Ltd", supervisor="Example Supervisor", country="NO", coordinator_id="c1",
        next_checkin_at=uow.now + timedelta(days=10), starts_on=uow.now.date(),
        ends_on=uow.now.date() + timedelta(days=120),
    )  # fmt: skip
    account = Account(platform="telegram", user="", chat="", person_id="", seen_at=uow.now)
    return person.model_dump(), placement.model_dump(), account.model_dump()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
