"""What is kept of somebody's mentoring, opened: her side of it, and what was written down of meetings."""

from typing import Any

from bot.facts.context import Context
from storage.meetings import ActionItem, Meeting, actions_of, meetings_of
from storage.mentoring_profiles import profiles
from storage.mentorships import Mentorship, mentorships_of_any
from storage.people import Person, find_people

_PROFILE = ("side", "capacity", "field", "topics", "skills", "languages", "availability", "style", "gender", "employer",
            "country", "prefers", "opted_out", "most_hours_apart", "waiting_since")  # fmt: skip
_PAIR = ("state", "made_at", "mentee_signed_at", "mentor_signed_at", "every_days", "channel", "ends_on", "met_at")


def mentoring_of(context: Context) -> dict[str, Any]:
    """Her profile, her mentorships with meetings and action items; times as they are stored, words opened.

    Of whoever she is kept apart from, only how many there are: they are other people.
    """
    db, her = context.uow.db, context.person.id
    kept = profiles(db, [her]).get(her)
    profile: dict[str, Any] = {name: getattr(kept, name) for name in _PROFILE} if kept else {}
    profile |= {"kept_apart_from": len(kept.apart_from)} if kept else {}
    # Of proposals that came to nothing, and of those that are not decided on, neither is told.
    pairs = [pair for pair in mentorships_of_any(db, [her]) if pair.ends_on is not None]
    ids = [pair.id for pair in pairs if pair.id is not None]
    people = find_people(db, {person for pair in pairs for person in (pair.mentee_id, pair.mentor_id)})
    meetings, actions = meetings_of(db, ids), actions_of(db, ids)
    return profile | {"mentorships": [_pair(context, pair, people, meetings, actions) for pair in pairs]}


def _pair(
    context: Context, pair: Mentorship, people: dict[str, Person], meetings: list[Meeting], actions: list[ActionItem]
) -> dict[str, Any]:
    mentee, other = people[pair.mentee_id], people.get(pair.other(context.person.id))
    hers = context.person.id == pair.mentee_id
    return {name: getattr(pair, name) for name in _PAIR} | {
        "with": other.name if other else "",
        "meetings": [_meeting(context, mentee, each, hers) for each in meetings if each.mentorship_id == pair.id],
        "action_items": [
            {"due_on": each.due_on, "state": each.state, "words": _opened(context, mentee, each.words)}
            for each in actions if each.mentorship_id == pair.id
        ],
    }  # fmt: skip


def _meeting(context: Context, mentee: Person, meeting: Meeting, hers: bool) -> dict[str, Any]:
    """Only the mentee's copy holds how much worth she found it."""
    words = {name: _opened(context, mentee, getattr(meeting, name)) for name in ("place", "agenda", "takeaway")}
    mine = {"worth": meeting.worth} if hers else {}
    return {"state": meeting.state, "starts_at": meeting.starts_at, "minutes": meeting.minutes, **words, **mine}


def _opened(context: Context, mentee: Person, sealed: str) -> str:
    return context.uow.open(mentee, sealed) if sealed and mentee.data_key else ""
