"""What becomes of a check-in or a promise that is due: sent, put off, or left out. Tick and preview both ask here.

Pure: both hand in the circumstances and a time, so that what is shown is what will be done.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.facts.checkin_time import following_checkin
from bot.facts.planning.circumstances import Circumstances, outliving
from bot.facts.windows import Importance, Verdict, decide
from flows.mentoring import BETWEEN_THE_TWO, MENTORING_NUDGES
from storage.followups import FollowUp
from storage.people import Placement

SOON = timedelta(days=2)
"""One that would come so shortly before the next is left out: the next is it."""
_OUT_OF_RHYTHM = frozenset({"away", "paused"})
_ALWAYS = timedelta(days=36_500)
_GOOD_FOR = {
    "questions_today": timedelta(hours=2), "meeting_prep": timedelta(hours=20), "meeting_soon": timedelta(minutes=14),
}  # fmt: skip
"""What is of no use later: it is left out rather than put off."""
_IMPORTANCE = {
    "still_ok": Importance.PROMISE, "pulse": Importance.CHECKIN, "fixed_time": Importance.NUDGE,
    "goal_step": Importance.NUDGE, **dict.fromkeys(MENTORING_NUDGES, Importance.NUDGE),
    **dict.fromkeys(BETWEEN_THE_TWO, Importance.MEETING),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """What to do now. `until` is when to look again (only for "put off"), `following` the check-in after this one."""

    do: Literal["send", "put off", "leave out"]
    until: datetime | None = None
    following: datetime | None = None
    why: str = ""


def due_at(placement: Placement, now: datetime) -> datetime:
    """Since when the check-in has been due: of two that are, the later, so that one sending is enough for both."""
    moments = (placement.ask_again_at, placement.next_checkin_at)
    return max((moment for moment in moments if moment is not None and moment <= now), default=now)


def checkin_step(known: Circumstances, now: datetime) -> Step:
    """What to do about a check-in that is due by the calendar."""
    following = _following(known, now)
    verdict = decide(known, now, due_at(known.placement, now), Importance.CHECKIN)
    if verdict.at is None or verdict.why in _OUT_OF_RHYTHM:
        return Step("leave out", following=following, why=verdict.why)
    if verdict.at <= now:
        return Step("send", following=following)
    if following is not None and verdict.at > following - SOON:
        return Step("leave out", following=following, why=verdict.why)
    return Step("put off", verdict.at, following, verdict.why)


def requested_step(known: Circumstances, now: datetime) -> Step:
    """What to do about one that somebody wants at once: it goes at any hour, but never into a talk with a person."""
    following, verdict = _following(known, now), decide(known, now, now, Importance.CHECKIN)
    if verdict.at is None and verdict.why != "ended":
        return Step("leave out", following=following, why=verdict.why)
    held = known.person.held_until is not None and known.person.held_until > now
    if verdict.at is not None and (held or known.calls_for_help):
        return Step("put off", verdict.at, following, verdict.why)
    return Step("send", following=following)


def promised_step(known: Circumstances, now: datetime, promised: FollowUp) -> Step:
    """What to do about a promise whose day has come."""
    if promised.flow in (*MENTORING_NUDGES, *BETWEEN_THE_TWO):
        known = outliving(known)
    verdict: Verdict = decide(known, now, promised.due_at, importance_of(promised))
    if verdict.at is None or verdict.at > promised.due_at + _GOOD_FOR.get(promised.flow, _ALWAYS):
        return Step("leave out", why=verdict.why)
    return Step("send") if verdict.at <= now else Step("put off", verdict.at, why=verdict.why)


def importance_of(promised: FollowUp) -> Importance:
    """How important something promised is: what asks after a case goes before everything else."""
    return _IMPORTANCE.get(promised.flow, Importance.FOLLOW_UP if promised.about else Importance.NUDGE)


def _following(known: Circumstances, now: datetime) -> datetime | None:
    coming = known.placement.next_checkin_at
    if coming is None or coming > now:
        return coming
    return following_checkin(known.placement, known.zone, now, known.settings)
