"""Which function acts on an answer in a conversation about mentoring, and on its end."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from bot.engine.turn import Answered
from bot.intake.talk.keeping import Talk
from bot.intake.talk.mentoring import (
    ending,
    going_on,
    hubs,
    matching,
    requesting,
    rounds,
    signing,
    starting,
    waiting,
)  # fmt: skip
from bot.intake.talk.mentoring.following import Following
from bot.intake.talk.mentoring.meetings import actions, afterwards, before, booking
from bot.intake.talk.session import Session

OnAnswer: TypeAlias = Callable[[Session, Talk, Answered], None]
OnEnd: TypeAlias = Callable[[Session, Talk], Following]

ON_ANSWER: Mapping[str, OnAnswer] = {
    "mentor_start": starting.answered,
    "mentees": hubs.mentor_answered,
    "mentor": waiting.answered,
    "still_wanted": going_on.answered,
    "mentorship_end": ending.answered,
    "mentorship_goodbye": ending.answered,
}
"""By conversation: what one answer changes at once."""
ON_END: Mapping[str, OnEnd] = {
    "mentor_round": rounds.finished,
    "mentor_match": matching.finished,
    "mentees": hubs.mentor_finished,
    "mentor": hubs.mentee_finished,
    "mentor_request": requesting.asked,
    "request_answer": requesting.answered,
    "mentee_expectations": signing.finished,
    "mentor_expectations": signing.finished,
    "meeting_nudge": booking.nudged,
    "meeting_times": booking.taken,
    "meeting_prep": before.prepared,
    "meeting_soon": before.coming,
    "meeting_after": afterwards.looked_back,
    "meeting_confirm": afterwards.confirmed,
    "action_due": actions.asked_after,
    "still_wanted": going_on.finished,
    "mentor_review": ending.reviewed,
    "mentee_review": ending.reviewed,
    "mentorship_end": ending.finished,
    "mentorship_goodbye": ending.finished,
}
"""By conversation: what changes when it is over, and which conversations begin by themselves then."""
