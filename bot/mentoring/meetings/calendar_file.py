"""A meeting as a file that calendars read (RFC 5545 and 5546): the time and the place, never what it is about."""

from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from icalendar import Calendar, Event, vCalAddress, vText

from bot.facts.context import Context
from bot.words.language import say
from bot.words.outgoing import Document
from storage.meetings import Meeting

Method: TypeAlias = Literal["REQUEST", "CANCEL"]
_AROUND = timedelta(days=366)
"""So far around the meeting the file says when clocks change."""
_NOBODY = "invalid:nomail"
"""An address that no calendar answers to: whoever can, tells us in the chat."""


def calendar_file(
    reader: Context, meeting: Meeting, partner: str, place: str, method: Method, caption: str
) -> Document:
    """The meeting in the zone of one of the two; its UID stays the same at every change, its SEQUENCE grows."""
    calendar = Calendar()
    for name, value in (("prodid", "-//Placemate//Mentoring//EN"), ("version", "2.0"), ("method", method)):
        calendar.add(name, value)
    calendar.add_component(_event(reader, meeting, partner, place, method))
    if meeting.starts_at is not None:
        day = meeting.starts_at.date()
        calendar.add_missing_timezones(day - _AROUND, day + _AROUND)
    return Document(say("meeting.filename", reader.language), calendar.to_ical().decode(), caption)


def uid_of(meeting: Meeting) -> str:
    """The name of a meeting in every calendar."""
    return f"meeting-{meeting.id}-{meeting.made_at:%Y%m%dT%H%M%S}@placemate"


def _event(reader: Context, meeting: Meeting, partner: str, place: str, method: Method) -> Event:
    assert meeting.starts_at is not None, "only a meeting with a time is in a calendar"
    starts: datetime = meeting.starts_at.astimezone(reader.zone)
    event = Event()
    event.add("uid", uid_of(meeting))
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", reader.now)
    event.add("dtstart", starts)
    event.add("dtend", (meeting.starts_at + timedelta(minutes=meeting.minutes)).astimezone(reader.zone))
    event.add("summary", vText(say("meeting.title", reader.language, partner=partner)))
    event.add("status", "CANCELLED" if method == "CANCEL" else "CONFIRMED")
    event.add("class", "PRIVATE")
    if place:
        event.add("location", place)
    event["organizer"] = _named(reader.settings.programme.bot_name)
    event["attendee"] = _named(reader.person.name)
    return event


def _named(name: str) -> vCalAddress:
    address = vCalAddress(_NOBODY)
    address.params["CN"] = vText(name)
    return address
