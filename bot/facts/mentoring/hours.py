"""When one of the two may be written to, whatever it is about."""

from datetime import datetime

from bot.facts.context import Context
from bot.facts.planning.circumstances import planned
from bot.facts.windows import Importance, decide


def may_be_written_to(context: Context, moment: datetime) -> datetime:
    """This moment, or the next one in her own hours: a mentor's hours of work, outside a mentee's quiet hours."""
    verdict = decide(planned(context), moment, moment, Importance.MEETING)
    return verdict.at or moment
