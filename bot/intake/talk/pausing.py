"""Days without check-ins: a pause she asks for, and days on which she is away. Safety goes on in both."""

from datetime import date, datetime

from babel.dates import format_date

from bot.engine.days_off import DaysOff, read_days_off
from bot.facts.checkin_time import following_checkin
from bot.facts.context import Context
from bot.facts.placeholders import when
from bot.facts.planning.circumstances import Circumstances, circumstances_of
from bot.facts.windows import Importance, decide
from bot.intake.talk.news import tell_coordinator
from bot.intake.talk.session import Session
from bot.words.language import date_locale
from storage import people
from storage.absence import absences_of, end_absences, note_absence
from storage.people import Placement


def wish_in(session: Session, text: str) -> DaysOff | None:
    """A pause with its length in one line, or the end of a pause or of days away; None: it says something else."""
    if session.context.person.consented_at is None:
        return None
    return read_days_off(text, session.context.local_now.date())


def grant(session: Session, wish: DaysOff) -> None:
    """Do what she wished in one line."""
    if wish.what == "absence" and wish.until:
        note_away(session, wish.since, wish.until)
    elif wish.what == "absence":
        end_absence(session)
    elif wish.until is None:
        end_pause(session)
    else:
        pause(session, wish.until)


def pause(session: Session, until: date) -> None:
    """No check-ins up to and including this day."""
    if until < session.context.local_now.date():
        session.post(session.notice("stop.date_passed"))
        return
    _pause_until(session.context, until)
    session.post(session.notice("pause.on", until=_day(session, until), next_checkin=_next_checkin(session)))


def end_pause(session: Session) -> None:
    """The pause is over, or there was none."""
    if not is_paused(session.context):
        session.post(session.notice("stop.go_on"))
        return
    _pause_until(session.context, None)
    session.post(session.notice("pause.off", next_checkin=_next_checkin(session)))


def is_paused(context: Context) -> bool:
    """She has paused the check-ins, today too."""
    until = context.person.paused_until
    return until is not None and until >= context.local_now.date()


def note_away(session: Session, starts: date | None, ends: date | None) -> None:
    """Write down that she is away; without a first day it begins today, without a last nothing is noted."""
    context = session.context
    starts = starts or context.local_now.date()
    if ends is None or ends < starts:
        session.post(session.notice("absence.nothing" if ends is None else "absence.backwards"))
        return
    note_absence(context.uow.db, context.person.id, starts, ends, context.now)
    days = {"since": _day(session, starts), "until": _day(session, ends)}
    team = {"since": _in(context.team_language, starts), "until": _in(context.team_language, ends)}
    if session.is_mentor:
        session.post(session.notice("absence.noted_mentor", **days))
        tell_coordinator(context, "absence.told_mentor", mentor_id=context.person.id, **team)
    else:
        session.post(session.notice("absence.noted", **days, next_checkin=_next_checkin(session)))
        tell_coordinator(context, "absence.told", **team)


def end_absence(session: Session) -> None:
    """She is not away after all: what is noted for today and later is taken back."""
    context, today = session.context, session.context.local_now.date()
    if absences_of(context.uow.db, context.person.id, today):
        end_absences(context.uow.db, context.person.id, today)
        tell_coordinator(context, "absence.withdrawn")
    session.post(session.notice("absence.off", next_checkin=_next_checkin(session)))


def _pause_until(context: Context, until: date | None) -> None:
    people.change_person(context.uow.db, context.person.id, paused_until=until)
    context.person.paused_until = until


def _next_checkin(session: Session) -> str:
    """When the next one comes: of her rhythm, the first on a day on which she is there."""
    context = session.context
    known = circumstances_of(context)
    due = _first_day_there(context, known)
    moment = decide(known, context.now, due, Importance.CHECKIN).at if due else None
    return when(context, moment) if moment else session.notice("someone.no_checkin")


def _first_day_there(context: Context, known: Circumstances) -> datetime | None:
    due = context.placement.next_checkin_at
    while due is not None and _is_off(known, due.astimezone(context.zone).date()):
        placement = Placement(**{**context.placement.model_dump(), "next_checkin_at": due})
        due = following_checkin(placement, context.zone, due, context.settings)
    return due


def _is_off(known: Circumstances, day: date) -> bool:
    paused_until = known.person.paused_until
    return (paused_until is not None and day <= paused_until) or any(first <= day <= last for first, last in known.away)


def _day(session: Session, day: date) -> str:
    return _in(session.language, day)


def _in(language: str, day: date) -> str:
    return format_date(day, "long", locale=date_locale(language))
