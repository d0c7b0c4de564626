"""A roster that moves dates: every later check-in and promise moves with them, and she is told of the next."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.config import Settings
from bot.facts.context import Context, zone_of
from bot.facts.placeholders import when
from bot.facts.planning.ahead import next_sent
from bot.facts.planning.circumstances import Circumstances, planned
from bot.facts.planning.first_days import first_days
from bot.facts.planning.milestones import FOLLOWING
from bot.facts.planning.moving import Change, end_of, moved_checkin
from bot.facts.sending import good_until
from bot.facts.windows import Importance, when_to_write
from bot.words.language import say
from bot.words.outgoing import Message, pack
from flows.cadence import CHECKINS
from storage import conversations, followups, outbox, people
from storage.outbox import Priority
from storage.people import Person, Placement
from storage.posting import post_to, reachable_account
from storage.unit_of_work import UnitOfWork

MOVING = frozenset({"starts_on", "ends_on", "timezone", "country"})
"""Columns of the roster that move what is planned: a country brings its own holidays."""
_NEWS = "checkin.moved"


@dataclass(frozen=True, slots=True)
class Before:
    """A student as she was kept before the import."""

    person: Person
    placement: Placement


def replan(uow: UnitOfWork, settings: Settings, before: Before) -> None:
    """Move what lies ahead of a student to where her new dates put it."""
    person, placement = people.find_person(uow.db, before.person.id), people.placement_of(uow.db, before.person.id)
    if person is None or placement is None or person.consented_at is None or person.stopped_at is not None:
        return
    context = Context(uow, settings, person)
    announced = _announced(context, before)
    moved = moved_checkin(_change(context, before), uow.now, settings)
    end = end_of(placement, context.zone)
    again = placement.ask_again_at if end is None or (placement.ask_again_at or end) < end else None
    people.change_placement(uow.db, person.id, next_checkin_at=moved, ask_again_at=again)
    if before.placement.starts_on != placement.starts_on:
        for flow, due_at in first_days(placement, context.zone, person.consented_at, settings).items():
            followups.move(uow.db, person.id, flow, due_at)
    if end is not None:
        followups.drop_after(uow.db, person.id, end)
    _move_what_comes(context)
    context = Context(uow, settings, person)
    coming = next_sent(planned(context), uow.now)
    if announced is not None and coming is not None and coming != announced:
        _tell(context, coming)


def _move_what_comes(context: Context) -> None:
    """What comes at its own times in a placement lies where the new dates put it."""
    for flow, following in FOLLOWING.items():
        due = following(context.placement, context.zone, context.now, context.settings)
        if due is not None:
            followups.promise(context.uow.db, context.person.id, flow, due)


def _announced(context: Context, before: Before) -> datetime | None:
    """The moment she has been told of, None where she was told of none."""
    zone, away = zone_of(before.person, context.settings), planned(context).away
    return next_sent(Circumstances(before.person, before.placement, context.settings, zone, away=away), context.now)


def _change(context: Context, before: Before) -> Change:
    last = conversations.latest(context.uow.db, context.person.id, CHECKINS)
    return Change(
        before.placement, context.placement, zone_of(before.person, context.settings), context.zone,
        last.opened_at.astimezone(context.zone).date() if last else None,
    )  # fmt: skip


def _tell(context: Context, coming: datetime) -> None:
    """In her next window, and in place of what an earlier import would have told her; not so shortly before it."""
    uow, person = context.uow, context.person
    at, account = when_to_write(context, uow.now, Importance.NUDGE).at, reachable_account(uow, person.id)
    key = f"{_NEWS}:{person.id}"
    if account is not None:
        outbox.withdraw(uow.db, account.platform, key)
    if at is None or account is None or at >= coming:
        return
    text = say(_NEWS, context.language, {"when": when(context, coming)})
    post_to(
        uow, person, pack(Message(text)), priority=Priority.PROMPT, account=account, key=key, not_before=at,
        good_until=good_until(Context(replace(uow, now=at), context.settings, person)),
    )  # fmt: skip
