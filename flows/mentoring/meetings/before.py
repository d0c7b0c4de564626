"""Before a meeting: the mentee prepares and picks what the mentor may see, and both say that they are coming.

Steps of `meeting_prep`: `well`, `hard` and `leave_with` MTG.3, `may_see` 4. Step of `meeting_soon`: `coming` 6.
"""

from flows.closings import unless_serious
from flows.language import Talk, conversation

PREPARED = {"well": "What went well", "hard": "What is hard", "leave_with": "What I want to leave with"}


@conversation("meeting_prep", title="Before your meeting", expires_after_days=2, about="mentorship")
def meeting_prep(talk: Talk) -> None:
    """Nothing is shown to the mentor unless she picks it."""
    talk.say(
        "hello",
        "You meet {partner} on {meeting_when}. Take two minutes to prepare: {partner} sees only what you pick.",
    )
    with talk.when(talk.fact("pair_actions_open").is_true):
        talk.say("still_open", "Still open from your last meetings:\n{open_actions}")
    well = talk.text("well", "What went well since the last time? (optional)", limit=200)
    hard = talk.text("hard", "What is hard right now? (optional)", limit=200)
    leave = talk.text("leave_with", "What do you want to leave the meeting with? (optional)", limit=200)
    with talk.when(well.is_given | hard.is_given | leave.is_given):
        talk.many(
            "may_see", "Which of this may {partner} see? If you skip this, nothing is shown.",
            {**PREPARED, "nothing": "Nothing"}, alone=("nothing",),
            offered={"well": well.is_given, "hard": hard.is_given, "leave_with": leave.is_given},
        )  # fmt: skip
    with unless_serious(talk):
        with talk.when(talk.heard("attention", in_words=True)):
            talk.say("read_first", "Thank you. A person reads what worries me in it, and {partner} does not see that.")
        with talk.otherwise():
            talk.say("ready", "Thank you, you are prepared.")


@conversation("meeting_soon", title="Your meeting now", expires_after_days=1, about="mentorship")
def meeting_soon(talk: Talk) -> None:
    """A quarter of an hour before it; the other one hears the answer."""
    coming = talk.choice(
        "coming", "You meet {partner} at {meeting_time}. {meeting_place}",
        {"coming": "I am on my way", "late": "I am a bit late", "move": "I must move it"}, stacked=True,
    )  # fmt: skip
    with talk.when(coming.is_given):
        talk.say("told", "Thank you. I tell {partner}.")
