"""When the next check-in is: her day and hour, on her own clock, never in quiet hours. Pure."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.config import Settings
from flows.cadence import CHECKIN, MONTHLY
from storage.people import Person, Placement

SETTLING_IN = timedelta(days=3)
A_MONTH = timedelta(days=28)


def first_checkin(
    placement: Placement, zone: ZoneInfo, now: datetime, settings: Settings, *, settling_in: timedelta = SETTLING_IN
) -> datetime | None:
    """The first check-in: her first chosen weekday after she has settled in and not before the placement starts.

    None when the placement ends before it.
    """
    today = now.astimezone(zone).date()
    earliest = max(today + settling_in, placement.starts_on or today)
    day = earliest + timedelta(days=(placement.weekday - earliest.weekday()) % 7)
    return _within(placement, _at(day, placement.hour, zone, settings), zone)


def following_checkin(placement: Placement, zone: ZoneInfo, now: datetime, settings: Settings) -> datetime | None:
    """The check-in after the one that was due last: the first step of her rhythm that lies ahead; None at the end.

    The rhythm counts days on her own calendar, so daylight saving does not move the hour.
    """
    due = placement.next_checkin_at or now
    day = due.astimezone(zone).date()
    moment = due
    while moment <= now:
        day += timedelta(days=placement.rhythm_days)
        moment = _at(day, placement.hour, zone, settings)
    return _within(placement, moment, zone)


def checkin_on(day: date, person: Person, placement: Placement) -> str:
    """Which conversation her check-in of this day is: the monthly one for a rhythm as slow as that.

    It never is in the first month of the placement; where nobody knows its first day, the day she agreed stands for it.
    """
    begun = placement.starts_on or (person.consented_at.date() if person.consented_at else day)
    slow = placement.rhythm_days >= A_MONTH.days
    return MONTHLY if slow and day >= begun + A_MONTH else CHECKIN


def is_quiet(moment: datetime, zone: ZoneInfo, settings: Settings) -> bool:
    """Whether nothing that can wait is sent at this moment, on her own clock."""
    return _quiet(moment.astimezone(zone).time(), settings)


def after_quiet(moment: datetime, zone: ZoneInfo, settings: Settings) -> datetime:
    """The moment itself, or the end of the quiet hours it lies in."""
    local = moment.astimezone(zone)
    if not _quiet(local.time(), settings):
        return moment
    end = settings.programme.quiet_to
    day = local.date() if local.time() < end else local.date() + timedelta(days=1)
    return datetime.combine(day, end, zone).astimezone(moment.tzinfo)


def _quiet(clock: time, settings: Settings) -> bool:
    start, end = settings.programme.quiet_from, settings.programme.quiet_to
    return start <= clock < end if start <= end else clock >= start or clock < end


def own_hour(placement: Placement, day: date, zone: ZoneInfo, settings: Settings) -> datetime:
    """This day at the hour she chose, in UTC; where that lies in quiet hours, at their end."""
    return _at(day, placement.hour, zone, settings)


def _at(day: date, hour: str, zone: ZoneInfo, settings: Settings) -> datetime:
    """This day at her hour. An hour that daylight saving skips is the one after it; of a repeated one, the first."""
    clock = time.fromisoformat(hour)
    if _quiet(clock, settings):
        clock = settings.programme.quiet_to
    utc = ZoneInfo("UTC")
    return datetime.combine(day, clock, zone).astimezone(utc)


def _within(placement: Placement, moment: datetime, zone: ZoneInfo) -> datetime | None:
    """None for a moment after the placement has ended."""
    return None if placement.ends_on and moment.astimezone(zone).date() > placement.ends_on else moment
