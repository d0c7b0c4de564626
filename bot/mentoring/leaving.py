"""Somebody stops or is forgotten: what the two had ends, and the other one hears that it is over."""

from bot.facts.context import Context
from bot.mentoring import pairs
from bot.mentoring.telling import needs_a_person, tell
from storage.mentorships import mentorship_of, mentorships_with


def leave(context: Context) -> None:
    """End every pair of hers; the mentees of a mentor wait for another one, and a person knows."""
    db, her = context.uow.db, context.person.id
    mine = mentorship_of(db, her)
    theirs = mentorships_with(db, her)
    for pair in [*([mine] if mine else []), *theirs]:
        if pairs.withdraw(context.uow, pair, "left"):
            continue
        together = pairs.is_together(pair)
        other = pairs.other_side(context, pair)
        if pair in theirs and together:
            needs_a_person(context.uow, context.settings, pair, "line.mentor_left")
        pairs.end(context.uow, context.settings, pair, "left", waits_again=pair in theirs)
        if together:
            tell(other, "mentoring.over_early", partner=context.person.name)
