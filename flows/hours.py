"""How many hours she works, held against what is agreed and against the law."""

from flows.answers import NumberAnswer
from flows.language import Talk

HOURS_OF_A_WEEK = 168
LONGEST = 48
"""Hours of a week above which no country of ours may be (directive 2003/88/EC, article 6)."""


def hours(talk: Talk, text: str) -> NumberAnswer:
    """Ask for the hours of a week: the step `hours`."""
    return talk.number("hours", text, lowest=0, highest=HOURS_OF_A_WEEK)


def last_seven_days(talk: Talk) -> NumberAnswer:
    """Ask for the hours of the last seven days; a fifth over what is agreed, or more than 48, is urgent.

    Writes the step `hours` and the flag `hours_too_long`.
    """
    worked = hours(talk, "How many hours did you work in the last 7 days, roughly?")
    too_long = worked.exceeds(talk.fact("hours_agreed_most")) | worked.at_least(LONGEST + 1)
    talk.flag("hours_too_long", too_long, severity="urgent", topic="workload")
    return worked
