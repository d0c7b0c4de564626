"""Placeholders of the meeting that a talk speaks of, looked up only when a text asks for one."""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property, partial

from bot.facts.context import Context
from bot.facts.mentoring.known import MentoringKnown
from bot.facts.mentoring.meetings import OPEN
from bot.facts.placeholders import clock_time, when
from bot.mentoring.meetings.writing import day, listed, opened, summary
from bot.words.language import Trusted, say
from bot.words.moments import written
from flows.conditions import Value
from storage.meetings import ActionItem, Meeting, actions_of, find_action, find_meeting
from storage.mentorships import Mentorship
from storage.people import Person, find_person

Values = Mapping[str, Value]


def meeting_spoken_of(context: Context, facts: Values) -> Mapping[str, object]:
    """What stands for the meeting and the action item of a talk, and for the times that it offers."""
    known: dict[str, object] = {}
    rows = facts.get("slot_rows")
    for place, row in enumerate(rows if isinstance(rows, tuple) else (), start=1):
        known[f"slot_{place}"] = partial(_slot, context, row)
    words = _Words(context, facts)
    if facts.get("about_meeting"):
        known |= {name: partial(getattr, words, name) for name in ("meeting_when", "meeting_time", "meeting_place",
                                                                    "summary")}  # fmt: skip
    if facts.get("about_action"):
        known |= {name: partial(getattr, words, name) for name in ("action", "action_when")}
    if facts.get("pair_actions_open"):
        known["open_actions"] = partial(getattr, words, "open_actions")
    if facts.get("own_actions_open"):
        known["own_actions"] = partial(getattr, words, "own_actions")
    return known


def _slot(context: Context, row: str) -> str:
    return written(datetime.fromisoformat(row).astimezone(context.zone), context.language, short=True)


class _Words:
    """What is looked up at most once for the texts of one turn."""

    def __init__(self, context: Context, facts: Values) -> None:
        self._context = context
        self._facts = facts
        about = facts.get("about_mentorship")
        self._known = MentoringKnown(context, about if isinstance(about, int) else 0)

    @cached_property
    def _pair(self) -> Mentorship:
        assert self._known.pair is not None, "a talk about a meeting is about a pair"
        return self._known.pair

    @cached_property
    def _mentee(self) -> Person:
        found = find_person(self._context.uow.db, self._pair.mentee_id)
        assert found is not None, "a mentee of a pair is in the roster"
        return found

    @cached_property
    def _meeting(self) -> Meeting | None:
        return find_meeting(self._context.uow.db, int(str(self._facts["about_meeting"])))

    @cached_property
    def _action(self) -> ActionItem | None:
        return find_action(self._context.uow.db, int(str(self._facts["about_action"])))

    @property
    def meeting_when(self) -> str:
        starts = self._meeting.starts_at if self._meeting else None
        return when(self._context, starts) if starts else say("someone.meeting_when", self._context.language)

    @property
    def meeting_time(self) -> str:
        starts = self._meeting.starts_at if self._meeting else None
        return clock_time(self._context, starts) if starts else clock_time(self._context, self._context.now)

    @property
    def meeting_place(self) -> str:
        if self._meeting is None or not self._meeting.place:
            return ""
        place = opened(self._context, self._mentee, self._meeting.place)
        return Trusted(say("meeting.place", self._context.language, answer=place)) if place else ""

    @property
    def summary(self) -> str:
        actions = actions_of(self._context.uow.db, [self._pair.id or 0])
        if self._meeting is None:
            return say("meeting.no_summary", self._context.language)
        return summary(self._context, self._mentee, self._pair, self._meeting, actions)

    @property
    def open_actions(self) -> str:
        found = [each for each in actions_of(self._context.uow.db, [self._pair.id or 0]) if each.state in OPEN]
        return listed(self._context, self._mentee, self._pair, found)

    @property
    def own_actions(self) -> str:
        return listed(self._context, self._mentee, self._pair, self._known.meetings.own_actions)

    @property
    def action(self) -> str:
        words = opened(self._context, self._mentee, self._action.words) if self._action else ""
        return words or say("someone.action", self._context.language)

    @property
    def action_when(self) -> str:
        due = self._action.due_on if self._action else None
        return day(self._context, due) if due else say("someone.pair_ends_on", self._context.language)
