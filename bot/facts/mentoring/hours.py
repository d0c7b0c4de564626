"""When one of the two may be written to, whatever it is about."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.config.rhythm import WEEK
from bot.facts.context import Context
from bot.facts.holidays import holiday_on
from bot.facts.planning.circumstances import outliving, planned
from bot.facts.sending import good_until
from bot.facts.windows import Importance, decide


def may_be_written_to(context: Context, moment: datetime) -> datetime:
    """This moment, or the next one in her own hours: a mentor's hours of work, outside a mentee's quiet hours."""
    verdict = decide(outliving(planned(context)), moment, moment, Importance.MEETING)
    return verdict.at or moment


def in_time_at(context: Context, moment: datetime) -> datetime:
    """Until when what is to go out at this moment may still go, should something hold it up."""
    return good_until(Context(replace(context.uow, now=moment), context.settings, context.person))


LAST_MINUTES, LOOKED_BACK = timedelta(minutes=30), 10
"""What goes out at the end of her hours must still arrive in them; so many days are looked back."""


def last_at_work(context: Context, moment: datetime) -> datetime:
    """The last moment in a mentor's hours of work that is not after this one; the moment itself where there is none."""
    hours, known = context.settings.mentoring, planned(context)
    today = moment.astimezone(context.zone).date()
    for day in (today - timedelta(days=back) for back in range(LOOKED_BACK)):
        opens, closes = (datetime.combine(day, at, context.zone).astimezone(UTC) for at in (hours.opens, hours.closes))
        off = holiday_on(known.country, day) or any(first <= day <= last for first, last in known.away)
        if WEEK[day.weekday()] in hours.workdays and not off and opens <= (at := min(moment, closes - LAST_MINUTES)):
            return at
    return moment
