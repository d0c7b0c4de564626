"""A mentor's mentees on one screen: how each mentorship stands, and when the two meet next."""

from datetime import datetime

from bot.facts.context import Context
from bot.facts.mentoring.known import MOST_PAIRS, MentoringKnown
from bot.facts.mentoring.requests import waiting_requests
from bot.mentoring.naming import name_of
from bot.words.language import say
from bot.words.moments import written
from storage.meetings import meetings_of
from storage.people import find_people


def mentees_listed(context: Context) -> str:
    """A line for each mentee, in the order of her buttons."""
    pairs = MentoringKnown(context).pairs[:MOST_PAIRS]
    if not pairs:
        return say("mentees.none", context.language)
    people = find_people(context.uow.db, {pair.mentee_id for pair in pairs})
    meet, asked = _next_meetings(context, {pair.id or 0 for pair in pairs}), waiting_requests(context.uow, pairs)
    lines = []
    for pair in pairs:
        parts = [say(f"pair_state.{pair.state}", context.language)]
        if when := meet.get(pair.id or 0):
            shown = written(when.astimezone(context.zone), context.language)
            parts.append(say("mentees.next", context.language, when=shown))
        if pair.id in asked:
            parts.append(say("mentees.asked", context.language))
        lines.append(f"• {name_of(people.get(pair.mentee_id), context)}: {', '.join(parts)}")
    return "\n".join(lines)


def _next_meetings(context: Context, pairs: set[int]) -> dict[int, datetime]:
    """When each of these pairs meets next, by row id, where that is settled."""
    booked = [each for each in meetings_of(context.uow.db, pairs) if each.state == "booked" and each.starts_at]
    ahead = [(each.starts_at, each.mentorship_id) for each in booked if each.starts_at and each.starts_at > context.now]
    return {pair: when for when, pair in sorted(ahead, reverse=True)}
