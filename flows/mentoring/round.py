"""The one message a week to a mentor: what is to be asked of her about all her mentees, and whether it fits.

Steps: `fits`, and `on` for whoever wants to be asked on another day.
"""

from flows.language import Talk, conversation

ROUND = "mentor_round"


@conversation(ROUND, title="Your mentees this week", expires_after_days=6, about="mentorship")
def mentor_round(talk: Talk) -> None:
    """Ask before asking: nothing is lost, and nothing comes twice."""
    fits = talk.choice(
        "fits", "Hi {name}. There is something short to answer:\n{round}\nDoes it fit now?",
        {"now": "Yes, now", "another_day": "Not now, ask me on another day"},
        stacked=True,
    )  # fmt: skip
    with talk.when(fits.is_("another_day")):
        talk.date("on", "On which day shall I ask you?")
        talk.say("put_off", "All right. I ask you then, and not before.")
