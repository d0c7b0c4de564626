"""One of the two set out to do something: shortly before the day, and after it, whether it is done (MTG.12).

Steps: `done`, and `until` for whoever needs more time.
"""

from flows.language import Talk, conversation


def still_to_do(talk: Talk) -> None:
    """One line at the end of a check-in: what she wanted to do until the next meeting. Nothing is asked."""
    with talk.when(talk.fact("own_actions_open").is_true):
        talk.say("own_actions", "With your mentor you wanted to:\n{own_actions}")


@conversation("action_due", title="What you wanted to do", expires_after_days=6, about="mentorship")
def action_due(talk: Talk) -> None:
    """Done, more time, or dropped: each of them is fine."""
    at_hand = talk.fact("action_at_hand").is_true
    with talk.when(at_hand):
        done = talk.choice(
            "done", "With {partner} you wanted to: “{action}”, until {action_when}. Is it done?",
            {"done": "Done", "more": "I need more time", "drop": "Drop it"}, stacked=True,
        )  # fmt: skip
        with talk.when(done.is_("more")):
            talk.date("until", "Until which day? Write it, such as {day_ahead}.")
        with talk.when(done.is_given):
            talk.say("noted", "Thank you, it is noted.")
    with talk.otherwise():
        talk.say("settled", "Nothing is open here any more.")
