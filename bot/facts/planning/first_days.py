"""What comes once after a placement has begun: the first-week check, and an offer to whoever is new in a country."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.facts.checkin_time import own_hour
from storage.people import Placement

FIRST_WEEK, NEW_COUNTRY = "first_week", "new_country"
_AFTER = {FIRST_WEEK: timedelta(days=6), NEW_COUNTRY: timedelta(days=9)}
_SATURDAY, _A_WEEK = 5, 7


def first_days(placement: Placement, zone: ZoneInfo, agreed: datetime, settings: Settings) -> dict[str, datetime]:
    """When each is due, at her own hour of a working day; the days count from when she agreed or began, if later."""
    today = agreed.astimezone(zone).date()
    first = max(today, placement.starts_on or today)
    days = {flow: first + after for flow, after in _AFTER.items()}
    moved = {
        flow: day + timedelta(days=_A_WEEK - day.weekday()) if day.weekday() >= _SATURDAY else day
        for flow, day in days.items()
    }
    return {flow: own_hour(placement, day, zone, settings) for flow, day in moved.items()}
