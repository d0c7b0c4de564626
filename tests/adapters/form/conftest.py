"""The form as browsers meet it, with the real intake behind it, on a database of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

import httpx
import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette

from bot.adapters.form import form_routes
from bot.adapters.form.limits import Limits
from bot.adapters.form.routes.handover import Form
from bot.config import Settings
from bot.intake.inbound import CaseAct, Event
from bot.intake.receive import House, receive
from bot.intake.reply import Reply
from bot.intake.scripts import Scripts
from bot.privacy.codes import code_for
from flows.catalogue import CATALOGUE
from storage import people
from storage.unit_of_work import UnitOfWork, unit_of_work
from storage.vault import Vault
from tests.intake.chatting import SETTINGS, STAFF
from tests.settable_clock import SettableClock

T = TypeVar("T")
HOME, AWAY = "9.9.9.9", "1.1.1.1"
"""Two addresses out on the internet; those that stand for examples count as inside the house."""


@dataclass
class RealDoor:
    """The door without the writer's thread; `fails` counts down: so many events fail before one is heard."""

    write: Callable[[Callable[[UnitOfWork], Reply]], Reply]
    settings: Settings
    fails: int = 0
    events: list[Event] = field(default_factory=list)

    async def receive(self, event: Event) -> Reply:
        if self.fails:
            self.fails -= 1
            raise RuntimeError("the turn failed")
        self.events.append(event)
        return self.write(lambda uow: receive(uow, House(self.settings, Scripts(CATALOGUE)), event))

    async def receive_all(self, events: Sequence[Event]) -> list[Reply | Exception]:
        return [await self.receive(event) for event in events]

    async def reject(self, platform: str, event_id: str, reason: str) -> None:
        raise AssertionError(f"nothing is rejected here: {platform} {reason}")


class Stage:
    """A programme with a coordinator and safeguarding, and its form; `blind` lets every look under a code fail."""

    def __init__(self, engine: Engine, vault: Vault, clock: SettableClock, settings: Settings = SETTINGS) -> None:
        self.engine, self.vault, self.clock, self.settings = engine, vault, clock, settings
        self.door = RealDoor(self.now, settings)
        self.limits = Limits(clock)
        self.blind = False

    def now(self, work: Callable[[UnitOfWork], T]) -> T:
        with unit_of_work(self.engine, self.vault, self.clock.now()) as uow:
            return work(uow)

    async def write(self, work: Callable[[UnitOfWork], T]) -> T:
        if self.blind:
            raise RuntimeError("the database is away")
        return self.now(work)

    def app(self) -> Starlette:
        make_code = partial(code_for, self.vault)
        return Starlette(
            routes=form_routes(Form(self.door, self.write, self.settings, make_code, self.limits, slowest=0.0))
        )

    def browser(self, address: str = HOME, language: str = "en-GB,en;q=0.9") -> httpx.AsyncClient:
        """Somebody's browser, at an address."""
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app(), client=(address, 40_000)),
            base_url="http://form.example.org", headers={"Accept-Language": language},
        )  # fmt: skip

    def press(self, verb: str, by: str = "UG1", **fields: str) -> Reply:
        """Something a coordinator does with the first case."""
        event = CaseAct("slack", f"e{len(self.door.events)}{verb}", by, verb, 1, fields)
        return self.now(lambda uow: receive(uow, self.door_house(), event))

    def reply(self, words: str) -> None:
        """Safeguarding takes the case and answers."""
        self.press("take")
        view = self.press("reply_preview", words=words).view
        assert view is not None
        self.press(view.verb, words=words, **view.kept)

    def door_house(self) -> House:
        """The house of a program that has just started."""
        return House(self.settings, Scripts(CATALOGUE))


@pytest.fixture
def stage(sqlite_engine: Engine, vault: Vault, clock: SettableClock) -> Stage:
    made = Stage(sqlite_engine, vault, clock)
    with unit_of_work(sqlite_engine, vault, clock.now()) as uow:
        for member in STAFF:
            uow.db.execute(people.PERSON.insert().values(**member.model_dump()))
            people.link(uow.db, "slack", member.slack_id, member.slack_id, member.id, uow.now)
    return made
