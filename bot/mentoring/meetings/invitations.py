"""Both of a pair get a meeting as a file for their calendars: when it is booked, changed or cancelled."""

from bot.facts.context import Context
from bot.facts.mentoring.hours import in_time_at, may_be_written_to
from bot.facts.placeholders import when
from bot.mentoring.meetings.calendar_file import Method, calendar_file
from bot.words.language import say
from bot.words.outgoing import pack
from storage.meetings import Meeting
from storage.outbox import Priority
from storage.people import Person
from storage.posting import post_to


def invite(mentee: Context, mentor: Context, meeting: Meeting, *, at_once: str = "", changed: bool = False) -> None:
    """It is booked, or has another time.

    `at_once` is the roster id of whoever is here; the other one is told in her own hours.
    """
    key = "meeting.changed" if changed else "meeting.booked"
    _send(mentee, mentor, meeting, "REQUEST", key, at_once)


def call_off(mentee: Context, mentor: Context, meeting: Meeting, *, at_once: str = "") -> None:
    """It does not take place at that time."""
    _send(mentee, mentor, meeting, "CANCEL", "meeting.called_off", at_once)


def place_of(mentee: Person, context: Context, meeting: Meeting) -> str:
    """Where it is, in words of theirs, which are sealed with the mentee's key; "" where nobody said."""
    return context.uow.open(mentee, meeting.place) if meeting.place and mentee.data_key else ""


def _send(mentee: Context, mentor: Context, meeting: Meeting, method: Method, key: str, at_once: str) -> None:
    if meeting.starts_at is None:
        return
    place = place_of(mentee.person, mentee, meeting)
    for reader, partner in ((mentee, mentor), (mentor, mentee)):
        person = reader.person
        if person.stopped_at or person.forgotten_at or person.consented_at is None:
            continue
        name = partner.person.name
        caption = say(key, reader.language, partner=name, when=when(reader, meeting.starts_at))
        document = calendar_file(reader, meeting, name, place, method, caption)
        here = person.id == at_once
        moment = reader.now if here else may_be_written_to(reader, reader.now)
        post_to(
            reader.uow, person, pack(document), priority=Priority.REPLY if here else Priority.PROMPT,
            not_before=moment if moment > reader.now else None,
            good_until=None if here else in_time_at(reader, moment),
        )  # fmt: skip
