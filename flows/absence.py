"""`/absence`: days away, from and to, and never the reason. Nothing is asked in them, and nothing counts as missed.

Steps: `starts` (skipped: today) and `ends`, both ISO dates, the last day included; without an end nothing is noted.
"""

from flows.language import Talk, conversation


@conversation("absence", title="Days away", expires_after_days=2)
def absence(talk: Talk) -> None:
    """Ask for two days; whoever holds the talk notes them and says the last word."""
    talk.date("starts", "From which day are you away? Write it like {day_ahead}, or choose Skip for today.")
    talk.date("ends", "Which is the last day you are away? Write it like {day_later}. I do not need the reason.")
