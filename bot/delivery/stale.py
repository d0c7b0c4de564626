"""Routine messages that could not go out in time: they wait for her next window, instead of coming at night.

A platform that is away, a long wave, a program that was down: what nobody asked for is not sent hours late, and at its
next window she is looked at again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row

from bot.config import Settings
from bot.facts.checkin_time import after_quiet
from bot.facts.context import Context, zone_of
from bot.facts.sending import good_until
from bot.facts.windows import Importance, when_to_write
from flows.mentoring import BETWEEN_THE_TWO
from storage import conversations, outbox
from storage.conversations import Conversation
from storage.outbox import Priority
from storage.people import Person
from storage.unit_of_work import UnitOfWork

_QUESTION = "question:"
_HELD_UP = timedelta(minutes=10)


def still_good(
    uow: UnitOfWork, settings: Settings, rows: Iterable[Row[Any]], people: Mapping[str, Person]
) -> list[Row[Any]]:
    """The rows that may go out now; the others wait for her next window, or are given up where there is none."""
    good = []
    for row in rows:
        person = people.get(row.person_id)
        wakes_her = _wakes_her(uow, settings, row, person)
        if not wakes_her and (row.good_until is None or _may_go(uow, settings, row, person)):
            good.append(row)
    return good


def _wakes_her(uow: UnitOfWork, settings: Settings, row: Row[Any], person: Person | None) -> bool:
    """News of a case that an outage has held up into her night: she reads it in the morning."""
    held_up = row.priority == Priority.CASE and row.case_id is not None and uow.now - row.created_at > _HELD_UP
    if person is None or not held_up or (row.not_before is not None and not row.failure):
        return False
    morning = after_quiet(uow.now, zone_of(person, settings), settings)
    if morning <= uow.now:
        return False
    outbox.wait_for_morning(uow.db, row.id, morning)
    return True


def _may_go(uow: UnitOfWork, settings: Settings, row: Row[Any], person: Person | None) -> bool:
    in_time = uow.now <= row.good_until and not _graver_since(uow, row, person)
    # One that failed is tried again within its time; one that waited for a window is looked at anew.
    if person is None or (in_time and (row.not_before is None or row.failure)):
        return True
    talk = _asked_in(uow, row)
    if talk is not None and talk.status not in conversations.UNFINISHED:
        outbox.drop(uow.db, row.id)
        return False
    context = Context(uow, settings, person)
    window = when_to_write(context, row.not_before or row.created_at, _importance(row, person, talk)).at
    if window is None:
        outbox.give_up(uow.db, row.id, "not sent in time, and no later window is left")
        return False
    if in_time and window <= uow.now:
        return True
    if talk is not None and talk.reminders:
        _remind_then(uow, row, talk, window)
        return False
    later = Context(replace(uow, now=window), settings, person)
    outbox.wait_for_window(uow.db, row.id, window, good_until(later))
    if talk is not None:
        _begin_then(uow, settings, talk, window)
    return False


def _importance(row: Row[Any], person: Person, talk: Conversation | None) -> Importance:
    """What goes to a mentor was weighed against her week when it was written, and so was what belongs to a meeting.

    News between the two is no question, and was put down for a moment of its own.
    """
    news = talk is None and not row.key and row.not_before is not None
    between = person.role == "mentor" or news or (talk is not None and talk.flow in BETWEEN_THE_TWO)
    return Importance.MEETING if between else Importance.CHECKIN


def _graver_since(uow: UnitOfWork, row: Row[Any], person: Person | None) -> bool:
    """Since it was written she reported something urgent, stopped, or writes with a person."""
    if person is None:
        return False
    reported = person.urgent_at is not None and person.urgent_at >= row.created_at
    held = person.held_until is not None and person.held_until > uow.now
    return reported or held or person.stopped_at is not None


def _asked_in(uow: UnitOfWork, row: Row[Any]) -> Conversation | None:
    """The talk whose question a message is, or None."""
    number = row.key.removeprefix(_QUESTION) if row.key.startswith(_QUESTION) else ""
    return conversations.find_conversation(uow.db, int(number)) if number.isdecimal() else None


def _remind_then(uow: UnitOfWork, row: Row[Any], talk: Conversation, window: datetime) -> None:
    """The reminder goes back to the schedule, so that it never comes beside the next one."""
    outbox.drop(uow.db, row.id)
    ends = talk.expires_at
    again = window if ends is None or window < ends else None
    conversations.change(uow.db, talk.id or 0, reminders=talk.reminders - 1, remind_at=again)


def _begin_then(uow: UnitOfWork, settings: Settings, talk: Conversation, window: datetime) -> None:
    """Her time to answer, and the first reminder, count from when the question reaches her."""
    if not talk.prompted or talk.expires_at is None or talk.id is None:
        return
    hours = settings.schedule.reminder_hours
    remind_at = window + timedelta(hours=hours[0]) if hours and talk.remind_at else None
    ends = window + (talk.expires_at - talk.opened_at)
    conversations.change(uow.db, talk.id, expires_at=max(ends, talk.expires_at), remind_at=remind_at)
