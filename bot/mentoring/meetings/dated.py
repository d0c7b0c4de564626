"""Steps of a pair that have an hour on somebody's own clock: the agenda, and what each of the two set out to do."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time, timedelta

import orjson

from bot.config import Settings
from bot.facts.context import Context
from bot.facts.mentoring.hours import last_at_work
from bot.mentoring.life_cycle import MEETING
from bot.mentoring.pairs import both
from bot.mentoring.steps import Step
from storage.meetings import ActionItem, Meeting
from storage.mentorships import Mentorship
from storage.unit_of_work import UnitOfWork

A_DAY, BEFORE = timedelta(days=1), timedelta(hours=4)
NINE = time(9)


def dated_steps(
    uow: UnitOfWork, settings: Settings, pair: Mentorship, meeting: Meeting | None, actions: Sequence[ActionItem]
) -> list[Step]:
    """Those that lie ahead or are over, done or not; none while the two are not to meet."""
    booked = meeting if meeting and meeting.state == "booked" and meeting.starts_at else None
    dated = [action for action in actions if action.due_on and _is_agreed(action, pair)]
    if pair.state not in MEETING or not (booked or dated):
        return []
    mentee, mentor = both(uow, settings, pair)
    steps = [step for each in dated for step in _reminders(each, mentor if each.owner_id == pair.mentor_id else mentee)]
    if booked and booked.starts_at:
        at = last_at_work(mentor, booked.starts_at - BEFORE)
        name = f"{booked.id}.{booked.sequence}"
        steps.append(Step(at, "agenda", f"agenda:{name}", "agenda"))
        # Before a weekend the agenda goes out early, and she prepares before it does.
        steps.append(Step(min(at, booked.starts_at) - A_DAY, "prepare", f"prepare:{name}", "prepare"))
    return steps


def done_with(actions: Sequence[ActionItem]) -> frozenset[str]:
    """The keys of reminders that are not needed, or were given."""
    return frozenset(f"action:{action.id}:{told}" for action in actions for told in orjson.loads(action.told))


def passed_parts(action: ActionItem, owner: Context) -> list[str]:
    """What is over when it is written down, and is not asked after."""
    return [step.key.split(":", 2)[2] for step in _reminders(action, owner) if step.at <= owner.now]


def _is_agreed(action: ActionItem, pair: Mentorship) -> bool:
    """What the mentor shall do is hers only once she has agreed to it."""
    return action.state == "open" or (action.state == "noted" and action.owner_id == pair.mentee_id)


def _reminders(action: ActionItem, owner: Context) -> Iterator[Step]:
    """The day before and the day after; of what is overdue a mentor hears once, whatever day it is moved to."""
    assert action.due_on is not None, "only what has a day is reminded of"
    after = "after" if owner.person.role == "mentor" else f"after:{action.due_on}"
    for day, part in ((action.due_on - A_DAY, f"before:{action.due_on}"), (action.due_on + A_DAY, after)):
        at = datetime.combine(day, NINE, owner.zone).astimezone(UTC)
        yield Step(at, "remind_of_action", f"action:{action.id}:{part}", f"action:{action.id}", row=action.id or 0)
