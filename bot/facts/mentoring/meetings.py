"""The meeting that a talk between mentor and mentee is about, its times, and what the two set out to do."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cached_property

import orjson

from bot.config.rhythm import WEEK
from bot.facts.context import Context
from bot.facts.mentoring.availability import Span, Window, windows_of
from bot.facts.mentoring.slots import Side, suggested
from bot.facts.planning.circumstances import planned
from flows.conditions import Value
from flows.mentoring.meetings.afterwards import LOW
from flows.mentoring.meetings.booking import MOST_OFFERED
from flows.steps import Flow
from storage.meetings import ActionItem, Meeting, actions_of, meetings_of
from storage.mentoring_profiles import profiles
from storage.mentorships import Mentorship, mentorships_with
from storage.people import find_people

A_DAY = timedelta(days=1)
OPEN = ("noted", "open")
"""States of an action item that is still to be done."""


class MeetingsKnown:
    """The meetings of one pair as the talk of one of the two sees them; without a pair there are none."""

    def __init__(self, context: Context, pair: Mentorship | None) -> None:
        self._context = context
        self._pair = pair

    @cached_property
    def meetings(self) -> list[Meeting]:
        """All of them, the oldest first."""
        return meetings_of(self._context.uow.db, [self._pair.id or 0]) if self._pair else []

    @cached_property
    def actions(self) -> list[ActionItem]:
        """What the two set out to do and have not done, the oldest first."""
        found = actions_of(self._context.uow.db, [self._pair.id or 0]) if self._pair else []
        return [action for action in found if action.state in OPEN]

    @property
    def own_actions(self) -> list[ActionItem]:
        """What of it is hers whose talk it is."""
        return [action for action in self.actions if action.owner_id == self._context.person.id]

    @property
    def latest(self) -> Meeting | None:
        """The one that was written down last."""
        return self.meetings[-1] if self.meetings else None

    @property
    def looked_back_on(self) -> Meeting | None:
        """The one to look back on: to the mentor the last held and not confirmed, else the last that is over."""
        held = [each for each in self.meetings if each.state == "held" and "confirmed" not in orjson.loads(each.told)]
        over = [each for each in self.meetings if each.state == "booked" and _is_over(each, self._context.now)]
        mentors = self._pair is not None and self._context.person.id == self._pair.mentor_id
        return next(reversed(held if mentors and held else over), None)

    @property
    def waits_for_the_mentor(self) -> bool:
        """The mentee has said that it took place, and the mentor has not confirmed what was written down."""
        return self.looked_back_on is not None and self.looked_back_on.state == "held"

    @property
    def worth_low_before(self) -> bool:
        """The last meeting about which she was asked was hardly worth her time."""
        asked = [each.worth for each in self.meetings if each.worth is not None]
        return bool(asked) and asked[-1] <= LOW

    @cached_property
    def offered(self) -> tuple[datetime, ...]:
        """The times of the latest meeting that wait for an answer and are to come."""
        latest = self.latest
        times = orjson.loads(latest.offered) if latest and latest.state == "offered" else []
        ahead = (datetime.fromisoformat(each) for each in times)
        return tuple(each for each in ahead if each > self._context.now)[:MOST_OFFERED]

    @cached_property
    def free(self) -> tuple[datetime, ...]:
        """Times that can be suggested: both are free, and none was turned down."""
        if self._pair is None:
            return ()
        declined = [each for each in self.meetings if each.state == "cancelled" and each.starts_at is None]
        but = {datetime.fromisoformat(time) for each in declined[-3:] for time in orjson.loads(each.offered)}
        mine, others = self._sides(self._pair)
        return suggested(mine, others, self._context.now, taken=self._taken(self._pair), but=but)

    def due_action(self) -> ActionItem | None:
        """What of hers is to be asked after now: due tomorrow, today or before, and not asked about in these days."""
        by = self._context.local_now.date() + A_DAY
        due = [each for each in self.own_actions if each.due_on and each.due_on <= by]
        open_yet = [each for each in due if asking(each, self._context) not in orjson.loads(each.told)]
        return min(open_yet, key=lambda each: each.due_on or by, default=None)

    def kept_for(self, flow: Flow) -> dict[str, Value]:
        """What a talk keeps beside the facts that its conditions look at: rows and times behind its words."""
        kept: dict[str, Value] = {}
        meeting = self.looked_back_on if flow.id in ("meeting_after", "meeting_confirm") else self.latest
        if meeting is not None:
            kept["about_meeting"] = meeting.id
        if flow.id == "action_due" and (action := self.due_action()):
            kept["about_action"] = action.id
        if times := {"meeting_nudge": self.free, "meeting_times": self.offered}.get(flow.id):
            kept["slot_rows"] = tuple(each.isoformat() for each in times)
        return kept

    def _sides(self, pair: Mentorship) -> tuple[Side, Side]:
        uow, settings, other = self._context.uow, self._context.settings, pair.other(self._context.person.id)
        others = Context(uow, settings, find_people(uow.db, {other})[other])
        kept = profiles(uow.db, {pair.mentee_id, pair.mentor_id})
        windows = {person_id: windows_of(profile.availability) for person_id, profile in kept.items()}
        countries = {person_id: profile.country for person_id, profile in kept.items()}
        mine, theirs = (_side(each, windows, countries) for each in (self._context, others))
        return mine, theirs

    def _taken(self, pair: Mentorship) -> list[Span]:
        """Other meetings of the mentor."""
        db = self._context.uow.db
        others = [each.id or 0 for each in mentorships_with(db, pair.mentor_id) if each.id != pair.id]
        booked = [each for each in meetings_of(db, others) if each.state == "booked"]
        return [(each.starts_at, ends_of(each)) for each in booked if each.starts_at]


def ends_of(meeting: Meeting) -> datetime:
    """When a booked meeting is over."""
    assert meeting.starts_at is not None, "a booked meeting has a time"
    return meeting.starts_at + timedelta(minutes=meeting.minutes)


def asking(action: ActionItem, owner: Context) -> str:
    """The part of its days in which it is asked after now, as an item's `told` names it.

    Of what is overdue a mentor hears once, whatever day it is moved to.
    """
    if action.due_on is None or owner.local_now.date() <= action.due_on:
        return f"before:{action.due_on}"
    return "after" if owner.person.role == "mentor" else f"after:{action.due_on}"


def _is_over(meeting: Meeting, now: datetime) -> bool:
    return meeting.starts_at is not None and meeting.starts_at <= now


def _side(context: Context, windows: Mapping[str, tuple[Window, ...]], countries: Mapping[str, str]) -> Side:
    known = planned(context)
    hours = context.settings.mentoring
    opens, closes = (each.hour * 60 + each.minute for each in (hours.opens, hours.closes))
    at_work = tuple(Window(WEEK.index(day), opens, closes) for day in hours.workdays) if known.is_mentor else ()
    country = countries.get(context.person.id) or known.country
    mine = windows.get(context.person.id)
    return Side(context.zone, mine or windows_of([]), country, known.away, at_work)
