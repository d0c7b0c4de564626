"""A week after the onboarding: the fixed time for questions that was not in the calendar yet (ONB.9)."""

from flows.language import Talk, conversation


@conversation("fixed_time", title="A fixed time for questions", expires_after_days=5)
def fixed_time(talk: Talk) -> None:
    """Ask once more, and leave it at that."""
    fixed = talk.choice(
        "in_calendar", "Hi {name}. Is a fixed time for your questions in the calendar now?",
        {"yes": "Yes", "not_yet": "Not yet"},
    )  # fmt: skip
    with talk.when(fixed.is_("yes")):
        talk.say("good", "Good. Bring one question to each of these talks, big or small.")
        talk.opens("put_down", "question_time")
    with talk.or_when(fixed.is_("not_yet")):
        talk.say(
            "tip",
            'You can write to {supervisor}: "Could we put 15 minutes a week in the calendar for my questions?" '
            "If that is hard to ask, choose Contact me, and a person helps you.",
        )
