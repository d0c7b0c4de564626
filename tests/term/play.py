"""Playing a term: the clock goes on in steps, people do what they do, the program ticks except while it is down."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from random import Random

from sqlalchemy import Engine, event

from bot.config import Settings
from bot.config.platforms import Slack
from bot.config.sections import Programme
from bot.intake.inbound import CaseAct, Event, Inbound, Kind
from bot.intake.receive import House, receive
from bot.intake.scripts import Scripts
from bot.schedule.tick import MOST_AT_ONCE, page, tick, tidy
from bot.words.outgoing import Card
from flows.catalogue import CATALOGUE
from storage.database import connect
from storage.schema import upgrade
from storage.unit_of_work import UnitOfWork, unit_of_work
from storage.vault import Vault
from tests.settable_clock import SettableClock
from tests.term.cohort import BEGINS, ENDS, Student, bring_in
from tests.term.phones import Phone
from tests.term.post import Arrived, Post

STEP = timedelta(minutes=30)
DESK = "C0EXAMPLE"
SETTINGS = Settings(
    programme=Programme(name="Example Programme", timezone="Europe/Oslo", country="NO"),
    slack=Slack.model_validate({"bot_token": "xoxb-x", "app_token": "xapp-x", "escalation_channel": DESK}),
)


@dataclass(frozen=True, slots=True)
class Outage:
    """From when to when the program is down; with a `lane`, only that platform is."""

    begins: datetime
    ends: datetime
    lane: str = ""


class Term:
    """A cohort, its team, the program between them, and the clock."""

    def __init__(self, url: str, vault: Vault, seed: int, size: int, outages: tuple[Outage, ...] = ()) -> None:
        self.clock = SettableClock(BEGINS)
        self.engine = _quick(url)
        upgrade(self.engine)
        self._vault = vault
        self.house = House(SETTINGS, Scripts(CATALOGUE))
        self.post = Post(self.house)
        self._outages = outages
        self._chance = Random(seed)
        self._agenda: list[tuple[datetime, int, Event | Phone]] = []
        self._numbers = count(1)
        self._taken_at: dict[int, datetime] = {}
        with self.work() as uow:
            self.house.scripts.remember(uow)
            self.students = bring_in(uow, seed, size)
        self.phones = {each.id: Phone(each, Random(each.id), self._numbers) for each in self.students}
        for student in self.students:
            self._plan_habits(student)

    @contextmanager
    def work(self) -> Iterator[UnitOfWork]:
        """A transaction at the clock's time."""
        with unit_of_work(self.engine, self._vault, self.clock.now()) as uow:
            yield uow

    def play(self, until: datetime = ENDS) -> None:
        """Let the time pass."""
        steps = 0
        while self.clock.now() < until:
            self.clock.skip(minutes=STEP.total_seconds() / 60)
            steps += 1
            now = self.clock.now()
            out = [outage for outage in self._outages if outage.begins <= now < outage.ends]
            self.post.down = {outage.lane for outage in out if outage.lane}
            if not any(not outage.lane for outage in out):
                self._step(now, steps)

    def plan(self, at: datetime, what: Event | Phone) -> None:
        """Something will happen then."""
        heappush(self._agenda, (at, next(self._numbers), what))

    def _step(self, now: datetime, steps: int) -> None:
        with self.work() as uow:
            # The program does both each second: what one round leaves is not left for half an hour.
            while page(uow, self.house) >= MOST_AT_ONCE:
                pass
            while tick(uow, self.house) >= MOST_AT_ONCE:
                pass
            if steps % 60 == 0:
                tidy(uow, self.house)
            self._arrive(self.post.deliver(uow))
            while self._agenda and self._agenda[0][0] <= now:
                _, _, what = heappop(self._agenda)
                self._happen(uow, what)
                self._arrive(self.post.deliver(uow))

    def _happen(self, uow: UnitOfWork, what: Event | Phone) -> None:
        for one in what.act(uow.now) if isinstance(what, Phone) else [what]:
            if isinstance(one, Inbound) and one.kind in (Kind.BLOCKED, Kind.UNBLOCKED):
                (self.post.blocked.add if one.kind is Kind.BLOCKED else self.post.blocked.discard)(one.chat)
            receive(uow, self.house, one)

    def _arrive(self, arrived: list[Arrived]) -> None:
        for each in arrived:
            if each.lane == "telegram" and (phone := self.phones.get(each.chat)):
                looks = phone.receive(each)
                if looks is not None:
                    self.plan(looks, phone)
                elif phone.question is None:
                    phone.sitting = False
            elif each.chat == DESK and isinstance(each.outgoing, Card) and each.case_id is not None:
                self._somebody_takes(each, each.case_id, urgent=each.outgoing.urgent)

    def _somebody_takes(self, card: Arrived, case: int, *, urgent: bool) -> None:
        """Half of the cases are taken in good time, a fifth late, the rest by nobody; what is urgent after a day."""
        choice = self._chance.choice((timedelta(minutes=7), timedelta(hours=2), timedelta(hours=5), None, None))
        delay = (None if card.edits else choice) or (timedelta(days=1) if urgent else None)
        if delay is not None and self._taken_at.get(case, card.at) <= card.at:
            self._taken_at[case] = card.at + delay
            who = self._chance.choice(("UC1", "UG1"))
            self.plan(card.at + delay, CaseAct("slack", f"c{next(self._numbers)}", who, "take", case))

    def _plan_habits(self, student: Student) -> None:
        phone = self.phones[student.id]
        days = timedelta(days=self._chance.randrange(10, 40))
        match student.habit:
            case "pauses":
                self.plan(BEGINS + days, phone.does(Kind.TEXT, text="/pause 2w"))
            case "blocks":
                self.plan(BEGINS + days, phone.does(Kind.BLOCKED))
                self.plan(BEGINS + days + timedelta(days=9), phone.does(Kind.UNBLOCKED))
            case _:
                pass


def _quick(url: str) -> Engine:
    """A database that does not wait for the disk: what is lost in a power cut is another test's subject."""
    engine = connect(url)

    @event.listens_for(engine, "connect")
    def _do_not_wait(connection: object, _record: object) -> None:
        connection.execute("PRAGMA synchronous = OFF")  # type: ignore[attr-defined]  # the driver's own

    return engine
