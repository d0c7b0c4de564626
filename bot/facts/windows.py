"""The one answer to: may we write to her of our own accord, and if not now, when?

Every routine message asks here: check-ins, reminders, what was promised, tips. Whatever moves, moves to her own hour of
another day, so that an outage, a holiday or a confirmation never ends in one burst for everybody.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum

from bot.config.rhythm import WEEK
from bot.facts.checkin_time import is_quiet, own_hour
from bot.facts.context import Context
from bot.facts.holidays import holiday_on
from bot.facts.planning.circumstances import A_WEEK, Circumstances, circumstances_of

APART = timedelta(hours=20)
"""Two routine messages are at least so far apart: one a day, with some play for hours that moved."""
A_LONG_REPORT = timedelta(hours=2)
"""So much later than its beginning, from which its days are counted, a report may have become urgent."""
_RECHECK = timedelta(hours=1)
_MOST_MOVES = 400
_SATURDAY = 5


class Importance(IntEnum):
    """What goes first, and what may use up the last contact of a week."""

    MEETING = -2
    """What belongs to a meeting in her calendar, or waits for her because of what the other one did: no nudge."""
    FOLLOW_UP = -1
    """The questions after a report, on the days she was told of."""
    PROMISE = 0
    """What else she was promised: "is it still OK?" about a closed case."""
    CHECKIN = 1
    """The check-in, and the one-tap pulse."""
    REMINDER = 2
    NUDGE = 3
    """Tips and offers."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """When something may be written. `at` not after now: now; later: not before then; None: never.

    `why` says what moved or forbids it: quiet, holiday, away, paused, rest, held, busy, cap, late, unconfirmed,
    not_at_work or not_begun; stopped, consent, no_account or ended; "" when nothing did.
    """

    at: datetime | None
    why: str = ""


def when_to_write(
    context: Context, due: datetime, importance: Importance, known: Circumstances | None = None
) -> Verdict:
    """When a message that was due at `due` may be written to her; `known` spares the queries where it is at hand."""
    return decide(known or circumstances_of(context), context.now, due, importance)


def decide(known: Circumstances, now: datetime, due: datetime, importance: Importance) -> Verdict:
    """The same, of circumstances that are known; pure. Ask again at the moment it gives: much may have changed."""
    if reason := forbidden(known, importance):
        return Verdict(None, reason)
    moment, why = max(due, now), ""
    if due < now - timedelta(hours=known.settings.schedule.late_hours):
        moment, why = _hour_from(known, max(now, _next_day(known, due))), "late"
    for _ in range(_MOST_MOVES):
        if _is_over(known, moment):
            return Verdict(None, "ended")
        obstacle, not_before = _obstacle(known, now, moment, importance)
        if not_before is None:
            return Verdict(moment, why)
        moment, why = _hour_from(known, not_before), why or obstacle
    return Verdict(None, why)


def forbidden(known: Circumstances, importance: Importance) -> str:
    """Why she is not written to at all: stopped, consent or no_account; "" where she may be."""
    person = known.person
    if person.stopped_at is not None or person.forgotten_at is not None:
        return "stopped"
    if person.consented_at is None:
        return "consent"
    # What was promised waits for her to come back; a check-in does not.
    return "" if known.reachable or importance <= Importance.PROMISE else "no_account"


def _is_over(known: Circumstances, moment: datetime) -> bool:
    end = known.placement.ends_on
    return end is not None and _day(known, moment) > end


Rule = Callable[[Circumstances, datetime, datetime, Importance], datetime | None]


def _obstacle(
    known: Circumstances, now: datetime, moment: datetime, importance: Importance
) -> tuple[str, datetime | None]:
    """The first rule that forbids this moment, and the instant from which it might not."""
    for reason, rule in _RULES.items():
        if not_before := rule(known, now, moment, importance):
            return reason, not_before
    return "", None


def _no_account(known: Circumstances, now: datetime, moment: datetime, _: Importance) -> datetime | None:
    return now + _RECHECK if not known.reachable and moment < now + _RECHECK else None


def _away(known: Circumstances, _now: datetime, moment: datetime, _: Importance) -> datetime | None:
    day = _day(known, moment)
    last = max((last for first, last in known.away if first <= day <= last), default=None)
    return None if last is None else _midnight(known, last + timedelta(days=1))


def _paused(known: Circumstances, _now: datetime, moment: datetime, importance: Importance) -> datetime | None:
    """She paused the check-ins; what she was promised after a report is not one."""
    until = known.person.paused_until
    if until is None or importance <= Importance.PROMISE or _day(known, moment) > until:
        return None
    return _midnight(known, until + timedelta(days=1))


def _not_begun(known: Circumstances, _now: datetime, moment: datetime, importance: Importance) -> datetime | None:
    start = known.placement.starts_on
    if start is None or importance <= Importance.PROMISE or _day(known, moment) >= start:
        return None
    return _midnight(known, start)


def _held(known: Circumstances, now: datetime, moment: datetime, _: Importance) -> datetime | None:
    """A person talks with her; looked at again after a day at the latest, should the clock have been wrong."""
    until = known.person.held_until
    until = min(until, now + timedelta(days=1)) if until else None
    return until if until and until > moment else None


def _busy(known: Circumstances, now: datetime, moment: datetime, importance: Importance) -> datetime | None:
    """A call for help comes first; and nothing new is asked in the middle of a talk: her answer would go astray."""
    talks = known.talks and importance is not Importance.REMINDER
    return now + _RECHECK if (known.calls_for_help or talks) and moment < now + _RECHECK else None


def _rest(known: Circumstances, now: datetime, moment: datetime, importance: Importance) -> datetime | None:
    """Nothing so soon after an urgent report; the question on its second day counts from where it began."""
    reported = known.person.urgent_at
    if reported is None:
        return None
    until = min(reported, now) + timedelta(hours=known.settings.schedule.rest_hours_after_urgent)
    until -= A_LONG_REPORT if importance is Importance.FOLLOW_UP else timedelta()
    return until if until > moment else None


def _unconfirmed(known: Circumstances, now: datetime, moment: datetime, importance: Importance) -> datetime | None:
    waits = not known.confirmed and importance > Importance.PROMISE
    return now + _RECHECK if waits and moment < now + _RECHECK else None


def _quiet(known: Circumstances, _now: datetime, moment: datetime, _: Importance) -> datetime | None:
    """A mentor's hours of work are narrower, and looked at by themselves."""
    return moment if not known.is_mentor and is_quiet(moment, known.zone, known.settings) else None


def _not_at_work(known: Circumstances, _now: datetime, moment: datetime, _: Importance) -> datetime | None:
    """A mentor is written to while she works: the beginning of her next hours of work."""
    hours = known.settings.mentoring
    if not known.is_mentor:
        return None
    local, day = moment.astimezone(known.zone), _day(known, moment)
    works = WEEK[day.weekday()] in hours.workdays
    if works and hours.opens <= local.time() < hours.closes:
        return None
    if not works or local.time() >= hours.closes:
        day += timedelta(days=1)
    while WEEK[day.weekday()] not in hours.workdays:
        day += timedelta(days=1)
    return datetime.combine(day, hours.opens, known.zone).astimezone(UTC)


def _holiday(known: Circumstances, _now: datetime, moment: datetime, _: Importance) -> datetime | None:
    """A public holiday of where she works: the next day on which people work, or a weekend's for whoever chose one."""
    day = _day(known, moment)
    if not holiday_on(known.country, day):
        return None
    weekends_too = known.placement.weekday >= _SATURDAY
    while holiday_on(known.country, day) or (day.weekday() >= _SATURDAY and not weekends_too):
        day += timedelta(days=1)
    return _midnight(known, day)


def _too_often(known: Circumstances, _now: datetime, moment: datetime, importance: Importance) -> datetime | None:
    """One a day, and so many in seven days; the last of a week are kept for what matters more."""
    apart = _apart(known, importance)
    if importance is Importance.MEETING:
        return None
    close = [at for at in _taken(known, importance) if abs(moment - at) < apart]
    if close:
        return max(close) + apart
    lately = sorted(at for at in known.contacts if at > moment - A_WEEK)
    too_many = len(lately) - _most(known, importance)
    return lately[too_many] + A_WEEK if too_many >= 0 else None


def _taken(known: Circumstances, importance: Importance) -> list[datetime]:
    """When she was written to; a tip also keeps away from the check-in that is coming."""
    coming = known.placement.next_checkin_at
    return [*known.contacts, *([coming] if importance is Importance.NUDGE and coming else [])]


def _apart(known: Circumstances, importance: Importance) -> timedelta:
    """A reminder may follow as soon as the settings say."""
    hours = known.settings.schedule.reminder_hours
    if importance is not Importance.REMINDER or not hours:
        return APART
    steps = (later - earlier for earlier, later in zip((0.0, *hours), hours, strict=False))
    return min(APART, timedelta(hours=min(steps)))


def _most(known: Circumstances, importance: Importance) -> int:
    """How many of a week this one may find there already: it must be fewer."""
    if known.is_mentor:
        return known.settings.mentoring.nudges_per_week
    most = known.settings.schedule.contacts_per_week
    return {Importance.REMINDER: max(most - 1, 2), Importance.NUDGE: max(most - 2, 1)}.get(importance, most)


_RULES: dict[str, Rule] = {
    "no_account": _no_account, "away": _away, "paused": _paused, "not_begun": _not_begun, "held": _held,
    "busy": _busy, "rest": _rest, "unconfirmed": _unconfirmed, "quiet": _quiet,
    "not_at_work": _not_at_work, "holiday": _holiday, "cap": _too_often,
}  # fmt: skip


def _day(known: Circumstances, moment: datetime) -> date:
    return moment.astimezone(known.zone).date()


def _midnight(known: Circumstances, day: date) -> datetime:
    return datetime.combine(day, time(), known.zone).astimezone(UTC)


def _next_day(known: Circumstances, moment: datetime) -> datetime:
    return _midnight(known, _day(known, moment) + timedelta(days=1))


def _hour_from(known: Circumstances, instant: datetime) -> datetime:
    """Her own hour, on the first day on which it does not lie before this instant; a mentor has none."""
    if known.is_mentor:
        return instant
    day = _day(known, instant)
    moment = own_hour(known.placement, day, known.zone, known.settings)
    while moment < instant:
        day += timedelta(days=1)
        moment = own_hour(known.placement, day, known.zone, known.settings)
    return moment
