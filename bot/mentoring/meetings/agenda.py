"""What the mentor reads before a meeting: what the mentee shares, an opener, and what is still to be done."""

import orjson

from bot.config import Settings
from bot.facts.mentoring.meetings import OPEN, ends_of
from bot.facts.placeholders import when
from bot.mentoring.meetings.invitations import place_of
from bot.mentoring.meetings.writing import listed
from bot.mentoring.pairs import both
from bot.mentoring.telling import tell_until
from bot.words.language import say
from storage.meetings import Meeting, actions_of, change_meeting
from storage.mentorships import Mentorship
from storage.unit_of_work import UnitOfWork

SENT = "agenda"


def send_agenda(uow: UnitOfWork, settings: Settings, pair: Mentorship, meeting: Meeting) -> None:
    """In the mentor's hours, as long as the meeting is not over; what has been sent is not sent again."""
    told = orjson.loads(meeting.told)
    said = f"{SENT}:{'shared' if meeting.agenda else 'none'}"
    if said in told or meeting.starts_at is None or meeting.state != "booked":
        return
    mentee, mentor = both(uow, settings, pair)
    language, values = mentor.language, {"mentee": mentee.person.name, "when": when(mentor, meeting.starts_at)}
    if meeting.agenda and mentee.person.data_key:
        shared = uow.open(mentee.person, meeting.agenda)
        lines = [say("agenda.shared", language, {**values, "answer": shared})]
    else:
        lines = [say("agenda.none", language, values)]
    if place := place_of(mentee.person, mentor, meeting):
        lines.append(say("meeting.place", language, answer=place))
    still = [action for action in actions_of(uow.db, [pair.id or 0]) if action.state in OPEN]
    if still:
        lines += [say("agenda.open", language), listed(mentor, mentee.person, pair, still)]
    lines.append(say("agenda.opener", language))
    tell_until(mentor, ends_of(meeting), "\n".join(lines))
    change_meeting(uow.db, meeting, told=orjson.dumps([*told, said]).decode())
