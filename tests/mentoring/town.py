"""Several people with a phone each, a team, and a clock that skips: a mentorship is played between them.

Every line is a transaction. `>` is what somebody did, buttons stand in square brackets.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import insert, update

from bot.delivery.stale import still_good
from bot.intake.inbound import CaseAct, Inbound, Kind
from bot.intake.receive import House, receive
from bot.intake.reply import Reply
from bot.intake.scripts import Scripts
from bot.mentoring import pairs
from bot.schedule.tick import MOST_AT_ONCE, page, tick
from bot.words.outgoing import Card, Document, Message, Outgoing, unpack
from flows.catalogue import CATALOGUE
from storage import outbox, people
from storage.columns import read
from storage.mentorships import Mentorship, find_mentorship
from storage.outbox import OUTBOX, OutboxRow
from storage.people import ACCOUNT, PERSON, PLACEMENT, Account, Person, Placement, find_people
from storage.unit_of_work import UnitOfWork
from tests.intake.chatting import SETTINGS, STAFF
from tests.settable_clock import SettableClock

Work = Callable[[], AbstractContextManager[UnitOfWork]]
STEP = timedelta(minutes=30)


class Town:
    """People by roster id; each writes on Telegram, where user and chat are that id. Staff are `c1` and `g1`."""

    def __init__(self, work: Work, clock: SettableClock) -> None:
        self.work = work
        self.clock = clock
        self.read: dict[str, list[str]] = {}
        self.buttons: dict[str, dict[str, str]] = {}
        self.sent: list[tuple[datetime, str, int, str]] = []
        """When, to whom, how important and what: everything that reached a phone."""
        self.desk: list[Outgoing] = []
        self.files: list[tuple[str, Document]] = []
        self._events = count(1)
        self.house = House(SETTINGS, Scripts(CATALOGUE))
        with work() as uow:
            self.house.scripts.remember(uow)
            for member in STAFF:
                uow.db.execute(insert(PERSON).values(**member.model_dump()))
                people.link(uow.db, "slack", member.slack_id, member.slack_id, member.id, uow.now)

    def mentee(self, person_id: str, zone: str = "Europe/Oslo", language: str = "en", **placement: Any) -> str:
        """Bring in a student who has been through the onboarding; gives her id."""
        known = {"host": "Example Host Ltd", "supervisor": "Example Supervisor", "coordinator_id": "c1", **placement}
        with self.work() as uow:
            self._person(uow, person_id, "student", zone, language)
            uow.db.execute(insert(PLACEMENT).values(**Placement(person_id=person_id, **known).model_dump()))
        return person_id

    def mentor(self, person_id: str, zone: str = "Europe/Oslo", language: str = "en") -> str:
        """Bring in a mentor who has said yes to all that is kept; gives her id."""
        with self.work() as uow:
            self._person(uow, person_id, "mentor", zone, language)
        return person_id

    def matched(self, mentee: str, mentor: str) -> int:
        """Let the roster name a mentor; gives the row id of the pair."""
        with self.work() as uow:
            people.change_placement(uow.db, mentee, mentor_id=mentor)
            pair = pairs.named_in_roster(uow, SETTINGS, mentee, mentor)
        return pair.id or 0

    def pair(self, pair_id: int) -> Mentorship:
        """A pair as it is now."""
        with self.work() as uow:
            found = find_mentorship(uow.db, pair_id)
        assert found is not None, "it was written down"
        return found

    def say(self, who: str, *lines: str) -> str:
        """Somebody types; gives what was answered to the last line."""
        return self._each(who, lines, lambda line: self._event(who, Kind.TEXT, text=line))

    def tap(self, who: str, *labels: str) -> str:
        """Somebody presses buttons of the newest message that has them."""
        return self._each(who, labels, lambda label: self._event(who, Kind.TAP, data=self._button(who, label), ref="7"))

    def press(self, who: str, data: str) -> str:
        """Somebody presses a button by what it carries, an old one perhaps."""
        return self._each(who, ("a button",), lambda _: self._event(who, Kind.TAP, data=data, ref="7"))

    def act(self, verb: str, case: int, by: str = "UC1", **fields: str) -> Reply:
        """Something that one of the team does in Slack."""
        event = CaseAct("slack", f"e{next(self._events)}", by, verb, case, fields)
        with self.work() as uow:
            reply = receive(uow, self.house, event)
        self.deliver()
        return reply

    def skip(self, *, days: float = 0, hours: float = 0, minutes: float = 0, step: timedelta = STEP) -> None:
        """Let time pass; the program ticks all the way, and what it sends arrives."""
        until = self.clock.now() + timedelta(days=days, hours=hours, minutes=minutes)
        while self.clock.now() < until:
            self.clock.skip(minutes=min(step, until - self.clock.now()).total_seconds() / 60)
            self.tick()

    def tick(self) -> None:
        """Do what is due now."""
        with self.work() as uow:
            page(uow, self.house)
            while tick(uow, self.house) >= MOST_AT_ONCE:
                pass
        self.deliver()

    def of(self, who: str) -> str:
        """All that stands on somebody's phone."""
        return "\n".join(self.read.get(who, []))

    def last(self, who: str) -> str:
        """The newest message on somebody's phone."""
        return next(reversed(self.read.get(who, [])), "")

    def cards(self) -> list[Card]:
        """The cards in the coordinators' channel."""
        return [outgoing for outgoing in self.desk if isinstance(outgoing, Card)]

    def deliver(self) -> None:
        """What may go out now reaches people."""
        with self.work() as uow:
            in_time = OUTBOX.c.not_before.is_(None) | (OUTBOX.c.not_before <= uow.now)
            here = (OUTBOX.c.status == "pending", in_time)
            found = uow.db.execute(OUTBOX.select().where(*here).order_by(OUTBOX.c.priority, OUTBOX.c.id))
            waiting = found.all()
            known = find_people(uow.db, {row.person_id for row in waiting if row.person_id})
            rows = [read(OutboxRow, row._mapping) for row in still_good(uow, SETTINGS, waiting, known)]
            for row in rows:
                person = known.get(row.person_id or "")
                self._show(row, unpack(uow.open(person, row.packed) if person else row.packed))
                outbox.remember_refs(uow.db, row.lane, {row.key: f"posted-{row.id}"} if row.key else {})
            uow.db.execute(update(OUTBOX).where(OUTBOX.c.id.in_([row.id for row in rows])).values(status="sent"))

    def _show(self, row: OutboxRow, outgoing: Outgoing) -> None:
        if row.lane != "telegram":
            self.desk.append(outgoing)
            return
        text = getattr(outgoing, "text", "") or getattr(outgoing, "caption", "")
        if isinstance(outgoing, Document):
            self.files.append((row.chat, outgoing))
        buttons = outgoing.buttons if isinstance(outgoing, Message) else ()
        labels = {button.label: button.data for line in buttons for button in line}
        shown = text + (f"\n[{'] ['.join(labels)}]" if labels else "")
        edits = bool(row.edits or (row.edits_key and not row.key))
        self.read.setdefault(row.chat, []).append(f"✎ {shown}" if edits else shown)
        if not edits:
            self.sent.append((self.clock.now(), row.chat, row.priority, text))
        if labels:
            self.buttons[row.chat] = labels

    def _each(self, who: str, lines: tuple[str, ...], event_of: Callable[[str], Inbound]) -> str:
        phone = self.read.setdefault(who, [])
        before = len(phone)
        for line in lines:
            phone.append(f"> {line}")
            before = len(phone)
            with self.work() as uow:
                receive(uow, self.house, event_of(line))
            self.deliver()
        return "\n".join(phone[before:])

    def _event(self, who: str, kind: Kind, **fields: Any) -> Inbound:
        return Inbound("telegram", f"e{next(self._events)}", kind, user=who, chat=who, **fields)

    def _button(self, who: str, label: str) -> str:
        there = self.buttons.get(who, {})
        assert label in there, f"{who} has no button {label!r}, but {', '.join(there)}"
        return there[label]

    @staticmethod
    def _person(uow: UnitOfWork, person_id: str, role: str, zone: str, language: str) -> None:
        person = Person(
            id=person_id, name=f"Example {person_id.capitalize()}", role=role, language=language, timezone=zone,
            data_key=uow.vault.new_key(), consented_at=uow.now,
        )  # fmt: skip
        account = Account(platform="telegram", user=person_id, chat=person_id, person_id=person_id, seen_at=uow.now)
        uow.db.execute(insert(PERSON).values(**person.model_dump()))
        uow.db.execute(insert(ACCOUNT).values(**account.model_dump()))
