"""Where the next check-in goes when the roster changes a student's dates or her zone. Pure."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.facts.checkin_time import SETTLING_IN, first_checkin, own_hour
from storage.people import Placement

_PLAY = timedelta(days=3)
"""The last check-in may have come some days late: the rhythm that is taken up again does not wait a week for that."""


@dataclass(frozen=True, slots=True)
class Change:
    """A placement before and after, each with its zone, and the day of her last check-in, None before the first."""

    before: Placement
    after: Placement
    old_zone: ZoneInfo
    zone: ZoneInfo
    last: date | None


def moved_checkin(change: Change, now: datetime, settings: Settings) -> datetime | None:
    """When her next check-in is due now; None when there is none within the placement.

    Other dates move it, another zone keeps her day and hour on the new clock, and a longer placement takes the rhythm
    up where it ended.
    """
    due, after = change.before.next_checkin_at, change.after
    if due is None:
        return _resumed(change, now, settings)
    day = due.astimezone(change.old_zone).date()
    starts_otherwise = change.before.starts_on != after.starts_on and change.last is None
    if starts_otherwise or (after.starts_on is not None and day < after.starts_on):
        return first_checkin(after, change.zone, now, settings)
    if after.ends_on is not None and day > after.ends_on:
        return None
    return due if change.zone == change.old_zone else own_hour(after, day, change.zone, settings)


def end_of(placement: Placement, zone: ZoneInfo) -> datetime | None:
    """The first moment at which the placement is over, in UTC."""
    if placement.ends_on is None:
        return None
    after = placement.ends_on + timedelta(days=1)
    return datetime(after.year, after.month, after.day, tzinfo=zone).astimezone(UTC)


def _resumed(change: Change, now: datetime, settings: Settings) -> datetime | None:
    rest = SETTLING_IN
    if change.last is not None:
        again = change.last + timedelta(days=change.after.rhythm_days) - _PLAY
        rest = max(rest, again - now.astimezone(change.zone).date())
    return first_checkin(change.after, change.zone, now, settings, settling_in=rest)
