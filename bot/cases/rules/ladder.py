"""What comes next in a case in which nobody acts, and when: reminder, deputy, lead; or reminder and given back. Pure.

`climbed` counts the steps since the clock last began anew: `REMINDED`, then `ASKED` the deputy, then each time the
lead. An emergency that nobody has taken is not on this ladder: somebody is called for it every few minutes.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from bot.cases.rules.deadlines import Level, level_of, page_every
from bot.cases.rules.life_cycle import TAKEN, UNTAKEN, WAITING
from bot.config import Settings
from flows.severity import Severity
from storage.cases import Case

FRESH, REMINDED, ASKED, ASKED_LEAD = range(4)
TOLD_OF_SILENCE = 3
"""How often whoever waits for a student in an urgent case is told that she has not answered."""


class Step(Enum):
    """What happens because nobody acted."""

    REMIND = "remind whoever should take it"
    ASK = "ask the next person"
    NUDGE = "remind whoever has it"
    GIVE_BACK = "take it from whoever has it"
    NO_ANSWER = "tell whoever has it that the student is silent"
    REST = "nothing"


@dataclass(frozen=True, slots=True)
class Rung:
    """A step that is due, and the clock after it: `deadline_at` is what she may be promised then."""

    step: Step
    climbed: int
    climb_at: datetime | None
    deadline_at: datetime


def level(case: Case, settings: Settings) -> Level:
    """How fast this case goes."""
    return level_of(case.severity, case.topic, case.restricted, settings)


def is_called(case: Case) -> bool:
    """An emergency that nobody has: somebody is called for it again and again."""
    return case.severity >= Severity.EMERGENCY and case.state in UNTAKEN


def started(case: Case, now: datetime, settings: Settings, not_after: datetime | None = None) -> dict[str, object]:
    """The columns of a clock that begins anew in the state that the case is in now.

    `not_after` is a promise that stays: the deadline is not later than that, unless that has passed.
    """
    pace = level(case, settings)
    if is_called(case):
        until = now + page_every(settings)
        return _columns(case, deadline_at=until, page_at=until)
    if case.state == WAITING and case.severity >= Severity.URGENT:
        return _columns(case, climb_at=pace.after(now, pace.idle), acted_at=now)
    if case.state not in UNTAKEN and case.state != TAKEN:
        return _columns(case)
    taken = case.state == TAKEN
    deadline = pace.after(now, pace.idle if taken else pace.limit)
    if not_after is not None and now < not_after < deadline:
        deadline = not_after
    remind_at = pace.before(deadline, pace.idle_notice if taken else pace.notice, now)
    columns = _columns(case, deadline_at=deadline, climb_at=remind_at, acted_at=now if taken else None)
    return columns if remind_at > now else {**columns, "climb_at": deadline, "climbed": REMINDED}


def _columns(case: Case, **some: object) -> dict[str, object]:
    kept = {"deadline_at": case.deadline_at, "acted_at": case.acted_at}
    return {**kept, "climb_at": None, "climbed": FRESH, "page_at": None, **some}


def next_rung(case: Case, now: datetime, settings: Settings) -> Rung:
    """What to do in a case whose `climb_at` has come."""
    pace = level(case, settings)
    if case.state == WAITING and case.severity >= Severity.URGENT:
        again = pace.after(now, pace.idle) if case.climbed + 1 < TOLD_OF_SILENCE else None
        return Rung(Step.NO_ANSWER, case.climbed + 1, again, case.deadline_at)
    if is_called(case) or (case.state not in UNTAKEN and case.state != TAKEN):
        return Rung(Step.REST, FRESH, None, case.deadline_at)
    if case.state == TAKEN:
        return _idle(case, now, pace)
    if case.climbed == FRESH and now < case.deadline_at:
        return Rung(Step.REMIND, REMINDED, case.deadline_at, case.deadline_at)
    until = pace.after(now, pace.step)
    climbed = max(case.climbed, REMINDED) + 1
    # The lead is asked again and again, but she is not promised the same thing each time.
    return Rung(Step.ASK, climbed, until, until if climbed <= ASKED_LEAD else case.deadline_at)


def _idle(case: Case, now: datetime, pace: Level) -> Rung:
    if case.climbed == FRESH:
        # Nobody loses a case without a reminder and time to act on it, also after the program was down.
        until = max(case.deadline_at, pace.after(now, pace.idle_notice / 2))
        return Rung(Step.NUDGE, REMINDED, until, until)
    until = pace.after(now, pace.step)
    return Rung(Step.GIVE_BACK, ASKED, until, until)


def mended(case: Case, now: datetime, settings: Settings) -> dict[str, object] | None:
    """The columns of a clock that names a moment later than its rule can give, or None where it is right.

    The system's clock was set back, or the settings have changed: what was started anew can only come sooner.
    """
    pace = level(case, settings)
    latest = pace.after(now, max(pace.limit, pace.idle, pace.step))
    if case.climb_at is None or case.climb_at <= latest:
        return None
    if case.climbed == FRESH:
        return started(case, now, settings)
    until = pace.after(now, pace.step)
    return {"climb_at": until, "deadline_at": min(case.deadline_at, until)}


def furthest(now: datetime, settings: Settings) -> datetime:
    """The latest moment that any clock which begins now can name."""
    paces = [level_of(severity, "", False, settings) for severity in (Severity.ATTENTION, Severity.URGENT)]
    return max(pace.after(now, max(pace.limit, pace.idle, pace.step)) for pace in paces)
