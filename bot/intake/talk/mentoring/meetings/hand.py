"""What a talk about a meeting has in hand: the pair, its meetings, times that were said, words that may be shown."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from bot.facts.about import About
from bot.facts.mentoring.meetings import MeetingsKnown
from bot.intake.talk.hearing import heard_in
from bot.intake.talk.keeping import Talk
from bot.intake.talk.session import Session
from bot.mentoring import pairs
from bot.mentoring.meetings.changes import Meetings
from flows.severity import Severity
from storage.meetings import Meeting, find_meeting
from storage.mentorships import Mentorship, find_mentorship


@dataclass(frozen=True, slots=True)
class Hand:
    """The pair that a talk is about, and the meeting that it began with, as both are now."""

    session: Session
    talk: Talk
    pair: Mentorship
    meetings: Meetings
    meeting: Meeting | None

    def chosen(self, option: object) -> datetime | None:
        """The time behind an option such as `slot_2`; None where it is over by now, or there is none."""
        rows = self.talk.facts.get("slot_rows")
        place = str(option).removeprefix("slot_")
        if not isinstance(rows, tuple) or not place.isdecimal() or int(place) > len(rows):
            return None
        moment = datetime.fromisoformat(str(rows[int(place) - 1]))
        return moment if moment > self.session.context.now else None

    def said(self, day: object, clock: object) -> datetime | None:
        """A day and a time of day on her own clock, in UTC; None where one is missing or it is over."""
        if not isinstance(day, str) or not isinstance(clock, str):
            return None
        local = datetime.combine(date.fromisoformat(day), time.fromisoformat(clock), self.session.context.zone)
        moment = local.astimezone(UTC)
        return moment if moment > self.session.context.now else None

    def words(self, step: str) -> str:
        """What she wrote, if it may be passed on: words in which something was heard are with a person instead."""
        sealed = self.talk.progress.answers.get(step)
        if not sealed or heard_in(self.session, str(sealed)) >= Severity.ATTENTION:
            return ""
        return self.session.context.uow.open(self.session.context.person, str(sealed))

    @property
    def known(self) -> MeetingsKnown:
        """The meetings and action items as they are now."""
        return MeetingsKnown(self.session.context, self.pair)


def in_hand(session: Session, talk: Talk) -> Hand | None:
    """What this talk is about; None, and she hears so, where the mentoring is over."""
    context = session.context
    pair = find_mentorship(context.uow.db, About.among(talk.facts).mentorship)
    if pair is None or not pairs.is_together(pair):
        session.post(session.notice("mentoring.already_over"))
        return None
    row = talk.facts.get("about_meeting")
    meeting = find_meeting(context.uow.db, row) if isinstance(row, int) else None
    return Hand(session, talk, pair, Meetings(context.uow, context.settings, pair, context.person.id), meeting)
