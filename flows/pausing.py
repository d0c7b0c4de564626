"""`/pause`: no check-ins for a while. Urgent help and whatever she reported go on as ever.

Step `how_long`: `one_week`, `two_weeks`, `four_weeks`, `day` (then `until`, an ISO date) or `off`.
"""

from flows.language import Talk, conversation

WEEKS = {"one_week": 1, "two_weeks": 2, "four_weeks": 4}
"""How many weeks each answer means."""


@conversation("pausing", title="Pause check-ins", expires_after_days=2)
def pausing(talk: Talk) -> None:
    """Ask for how long; whoever holds the talk says the last word."""
    how_long = talk.choice(
        "how_long", "For how long shall I pause the check-ins? Urgent help works all the time.",
        {
            "one_week": "One week", "two_weeks": "Two weeks", "four_weeks": "Four weeks",
            "day": "Until a day I choose", "off": "No pause",
        }, stacked=True,
    )  # fmt: skip
    with talk.when(how_long.is_("day")):
        talk.date("until", "Until which day, that day included? Write it like {day_ahead}.")
