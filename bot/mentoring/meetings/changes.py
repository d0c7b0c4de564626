"""What becomes of a meeting: offered, booked, at another time, held or not; both hear of it, and the clock goes on."""

from collections.abc import Sequence
from datetime import datetime

import orjson

from bot.config import Settings
from bot.mentoring import pairs
from bot.mentoring.life_cycle import MEET
from bot.mentoring.looking import plan_look
from bot.mentoring.meetings.invitations import call_off, invite
from bot.mentoring.meetings.leaving_talks import leave_talks
from bot.mentoring.telling import needs_a_person
from flows.mentoring.meetings import ABOUT_ONE_TIME
from storage.followups import promise
from storage.meetings import AHEAD, Meeting, add_meeting, change_meeting, latest_meeting
from storage.mentorships import Mentorship, change_mentorship
from storage.people import Person
from storage.unit_of_work import UnitOfWork

MOST_NOT_HELD = 2
"""So many meetings in a row that do not take place are looked at by a person."""
_UNKNOWN = ("booked", "not_known")
_UNTIL_IT = ("meeting_nudge", "meeting_times", "meeting_prep", "meeting_soon")
"""Talks that are about a time ahead; how the last one was may still be said."""


class Meetings:
    """The meetings of one pair, in the hands of one of the two; `by` is her roster id."""

    def __init__(self, uow: UnitOfWork, settings: Settings, pair: Mentorship, by: str) -> None:
        self._uow = uow
        self._settings = settings
        self._by = by
        self.pair = pair
        self.mentee, self.mentor = pairs.both(uow, settings, pair)

    @property
    def latest(self) -> Meeting | None:
        """The one that was written down last."""
        return latest_meeting(self._uow.db, self.pair.id or 0)

    def offer(self, times: Sequence[datetime], place: str) -> None:
        """Suggest times to the other one; what stood before is called off."""
        if (before := self.latest) is not None and before.state in AHEAD:
            self._leave(before)
        leave_talks(self._uow, self.pair, _UNTIL_IT)
        offered = orjson.dumps([time.isoformat() for time in sorted(times)]).decode()
        meeting = Meeting(
            mentorship_id=self.pair.id or 0, offered=offered, place=self._sealed(place), made_at=self._uow.now
        )
        add_meeting(self._uow.db, meeting)
        promise(self._uow.db, self.pair.other(self._by), "meeting_times", self._uow.now, about=self.pair.id or 0)
        self._plan()

    def book(self, starts_at: datetime, place: str = "") -> None:
        """Both have this time; a meeting that stood already has another time now."""
        meeting = self.latest
        leave_talks(self._uow, self.pair, _UNTIL_IT)
        if meeting is None or meeting.state not in AHEAD or self._is_over(meeting):
            if meeting is not None and meeting.state == "booked":
                self._leave(meeting)
            meeting = Meeting(mentorship_id=self.pair.id or 0, made_at=self._uow.now)
            meeting.id = add_meeting(self._uow.db, meeting)
        self._set(meeting, starts_at, place)

    def move(self, meeting: Meeting, starts_at: datetime) -> None:
        """It is on another day; what the mentee prepared stays."""
        leave_talks(self._uow, self.pair, ABOUT_ONE_TIME)
        self._set(meeting, starts_at, "")

    def none_fits(self, meeting: Meeting) -> None:
        """None of the times was taken: whoever suggested them is asked for others."""
        change_meeting(self._uow.db, meeting, state="cancelled")
        promise(self._uow.db, self.pair.other(self._by), "meeting_nudge", self._uow.now, about=self.pair.id or 0)
        self._plan()

    def leave_time(self, meeting: Meeting) -> None:
        """It is not at that time, and nobody knows yet when: both calendars let it go."""
        change_meeting(self._uow.db, meeting, state="moved", sequence=meeting.sequence + 1)
        call_off(self.mentee, self.mentor, meeting, at_once=self._by)
        leave_talks(self._uow, self.pair, ABOUT_ONE_TIME)
        self._plan()

    def leave_out(self) -> None:
        """Not this time: the days are counted anew."""
        change_mentorship(self._uow.db, self.pair, kept_at=self._uow.now)
        self._plan()

    def held(self, meeting: Meeting) -> None:
        """It took place; said once more it changes nothing."""
        if meeting.state not in _UNKNOWN:
            return
        change_meeting(self._uow.db, meeting, state="held")
        columns: dict[str, object] = {
            "met_at": min(meeting.starts_at or self._uow.now, self._uow.now), "not_held": 0, "warned_at": None,
            "turn": self.pair.turn + 1,
        }  # fmt: skip
        if not pairs.move(self._uow, self.pair, MEET, **columns):
            change_mentorship(self._uow.db, self.pair, **columns)
        leave_talks(self._uow, self.pair, _UNTIL_IT)
        self._plan()

    def not_held(self, meeting: Meeting) -> bool:
        """It did not take place; the second time in a row a person knows, and each of the two is asked in private.

        True where another time is to be found now.
        """
        if meeting.state not in _UNKNOWN:
            return False
        change_meeting(self._uow.db, meeting, state="not_held")
        change_mentorship(self._uow.db, self.pair, not_held=self.pair.not_held + 1)
        leave_talks(self._uow, self.pair, ABOUT_ONE_TIME)
        often = self.pair.not_held >= MOST_NOT_HELD
        if often:
            needs_a_person(self._uow, self._settings, self.pair, "line.twice_not_held")
            for person_id in (self.pair.mentee_id, self.pair.mentor_id):
                promise(self._uow.db, person_id, "still_wanted", self._uow.now, about=self.pair.id or 0)
        self._plan()
        return not often

    def _set(self, meeting: Meeting, starts_at: datetime, place: str) -> None:
        changed = meeting.state in _UNKNOWN
        columns: dict[str, object] = {"place": self._sealed(place)} if place else {}
        change_meeting(
            self._uow.db, meeting, state="booked", starts_at=starts_at, told="[]",
            sequence=meeting.sequence + changed, **columns,
        )  # fmt: skip
        change_mentorship(self._uow.db, self.pair, kept_at=self._uow.now, warned_at=None)
        invite(self.mentee, self.mentor, meeting, at_once=self._by, changed=changed)
        self._plan()

    def _leave(self, meeting: Meeting) -> None:
        """It makes room: what nobody said anything about by its time is not known, what was ahead is called off."""
        if self._is_over(meeting):
            change_meeting(self._uow.db, meeting, state="not_known")
        elif meeting.state == "booked":
            change_meeting(self._uow.db, meeting, state="moved", sequence=meeting.sequence + 1)
            call_off(self.mentee, self.mentor, meeting, at_once=self._by)
        else:
            change_meeting(self._uow.db, meeting, state="cancelled")

    def _is_over(self, meeting: Meeting) -> bool:
        return meeting.state == "booked" and meeting.starts_at is not None and meeting.starts_at <= self._uow.now

    def _sealed(self, words: str) -> str:
        person: Person = self.mentee.person
        return self._uow.seal(person, words) if words and person.data_key else ""

    def _plan(self) -> None:
        plan_look(self._uow, self._settings, self.pair)
