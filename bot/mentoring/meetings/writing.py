"""What was written down about a meeting, in the words of the two, as one of them reads it."""

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date

from bot.facts.context import Context
from bot.words.language import Trusted, date_locale, say
from storage.meetings import ActionItem, Meeting
from storage.mentorships import Mentorship
from storage.people import Person


def summary(reader: Context, mentee: Person, pair: Mentorship, meeting: Meeting, actions: Sequence[ActionItem]) -> str:
    """What the mentee takes away, and who does what until when."""
    lines = []
    if meeting.takeaway:
        lines.append(say("meeting.takeaway", reader.language, answer=opened(reader, mentee, meeting.takeaway)))
    mine = [action for action in actions if action.meeting_id == meeting.id]
    if mine:
        lines.append(listed(reader, mentee, pair, mine))
    return Trusted("\n".join(lines) or say("meeting.no_summary", reader.language))


def listed(reader: Context, mentee: Person, pair: Mentorship, actions: Sequence[ActionItem]) -> str:
    """Action items, a line each: who, what, and until when where it has a day."""
    return Trusted("\n".join(_line(reader, mentee, pair, action) for action in actions))


def opened(reader: Context, mentee: Person, sealed: str) -> str:
    """Words of the two, which are sealed with the mentee's key; "" once that is no more."""
    return reader.uow.open(mentee, sealed) if sealed and mentee.data_key else ""


def day(reader: Context, on: date) -> str:
    """A day as she reads it."""
    return format_date(on, "long", locale=date_locale(reader.language))


def _line(reader: Context, mentee: Person, pair: Mentorship, action: ActionItem) -> str:
    key = "action.hers" if action.owner_id == pair.mentee_id else "action.mentors"
    values = {"mentee": mentee.name, "answer": opened(reader, mentee, action.words)}
    if action.due_on is None:
        return say(key, reader.language, values)
    return say(f"{key}_by", reader.language, {**values, "when": day(reader, action.due_on)})
