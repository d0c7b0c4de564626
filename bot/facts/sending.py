"""How long what nobody asked for may still be sent, once it is on its way."""

from datetime import UTC, datetime, timedelta

from bot.facts.checkin_time import is_quiet
from bot.facts.context import Context


def good_until(context: Context) -> datetime:
    """Until when a routine message that is written now may go out: not late, and not in her quiet hours.

    One that was asked for in her quiet hours may go out in them.
    """
    programme = context.settings.programme
    if context.person.role == "mentor":
        return _while_at_work(context)
    late = context.now + timedelta(hours=context.settings.schedule.late_hours)
    if programme.quiet_from == programme.quiet_to or is_quiet(context.now, context.zone, context.settings):
        return late
    today = context.local_now.date()
    day = today if context.local_now.time() < programme.quiet_from else today + timedelta(days=1)
    return min(late, datetime.combine(day, programme.quiet_from, context.zone).astimezone(UTC))


def _while_at_work(context: Context) -> datetime:
    """A mentor is written to while she works; at other times only what she asked for goes out."""
    hours, late = context.settings.mentoring, context.now + timedelta(hours=context.settings.schedule.late_hours)
    ends = datetime.combine(context.local_now.date(), hours.closes, context.zone).astimezone(UTC)
    return min(late, ends) if ends > context.now else late
