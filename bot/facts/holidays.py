"""Public holidays, by country: from the `holidays` library, which follows each country's own rules."""

from datetime import date
from functools import lru_cache

import holidays


def holiday_on(country: str, day: date) -> str:
    """The name of the public holiday that a country has on this day, or ""; `country` is its two letters.

    Unknown countries have none; holidays of a region only are not looked at, since a placement names no region.
    """
    return _of(country.upper(), day.year).get(day, "") if country else ""


@lru_cache(maxsize=256)
def _of(country: str, year: int) -> dict[date, str]:
    try:
        return dict(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return {}
