"""The two have not met for a while: each is asked in private whether it is still wanted (MTG.2).

Steps: `wanted`, `until` for a pause, and of whoever stops `why`, which is optional and private (MCL.9), with
`happened_now` where something happened. A no is never told as somebody's fault.
"""

from flows.language import Talk, conversation

WISHES = {
    "yes": "Yes, go on", "pause": "Pause for a while", "other": "I would like somebody else", "stop": "Stop it",
}  # fmt: skip
REASONS = {"time": "No time", "fit": "It does not fit", "moved": "I have moved on", "happened": "Something happened"}


def _ending(talk: Talk) -> None:
    why = talk.choice(
        "why", "All right. You need not say why. If you want to, the programme reads it, {partner} does not.",
        REASONS, stacked=True,
    )  # fmt: skip
    talk.flag("happened", why.is_("happened"), severity="urgent", topic="safety", restricted=True)
    with talk.when(why.is_("happened")):
        talk.say("heard", "Thank you for telling me. {safeguarding} looks at it by {deadline} and writes to you.")
        with talk.when(~talk.fact("is_mentor").is_true):
            conflict = talk.yes_no("conflict_now", "Shall we look at it now?")
            with talk.when(conflict.is_yes):
                talk.opens("open_conflict", "conflict")


@conversation("still_wanted", title="Do you still meet?", expires_after_days=14, about="mentorship")
def still_wanted(talk: Talk) -> None:
    """Whoever stops need not say why."""
    with talk.when(talk.fact("pair_warned").is_true):
        talk.say(
            "warned", "It has been quiet for a long time. If neither of you answers, I close it in three weeks, "
            "without blame. The programme knows.",
        )  # fmt: skip
    wanted = talk.choice(
        "wanted", "You and {partner} have not met for {days_since} days. Is the mentoring still wanted? {partner} does "
        "not see what you answer.", WISHES, stacked=True,
    )  # fmt: skip
    with talk.when(wanted.is_("yes")):
        talk.say("goes_on", "Good. Suggest a time today: two or three times to choose from are enough.")
    with talk.when(wanted.is_("pause")):
        talk.date("until", "Until which day shall it rest?")
    with talk.when(wanted.among("other", "stop")):
        _ending(talk)
