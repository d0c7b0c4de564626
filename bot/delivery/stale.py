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
from bot.facts.context import Context
from bot.facts.sending import good_until
from bot.facts.windows import Importance, when_to_write
from storage import conversations, outbox
from storage.conversations import Conversation
from storage.people import Person
from storage.unit_of_work import UnitOfWork

_QUESTION = "question:"


def still_good(
    uow: UnitOfWork, settings: Settings, rows: Iterable[Row[Any]], people: Mapping[str, Person]
) -> list[Row[Any]]:
    """The rows that may go out now; the others wait for her next window, or are given up where there is none."""
    return [row for row in rows if row.good_until is None or _may_go(uow, settings, row, people.get(row.person_id))]


def _may_go(uow: UnitOfWork, settings: Settings, row: Row[Any], person: Person | None) -> bool:
    in_time = uow.now <= row.good_until
    # One that failed is tried again within its time; one that waited for a window is looked at anew.
    if person is None or (in_time and (row.not_before is None or row.failure)):
        return True
    talk = _asked_in(uow, row)
    if talk is not None and talk.status not in conversations.UNFINISHED:
        outbox.drop(uow.db, row.id)
        return False
    window = when_to_write(Context(uow, settings, person), row.not_before or row.created_at, Importance.CHECKIN).at
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
