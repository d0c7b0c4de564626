"""The first-week check, once, about a week after the placement has started: is somebody there to ask?

Steps: `who`, `in_calendar` (ONB.9, only where the fixed time for questions is still open), `good_start`. It comes of
itself; `fixed_time` asks the same alone where this check was over before.
"""

from flows.closings import unless_serious
from flows.language import Talk, conversation


@conversation("first_week", title="The first week", expires_after_days=5)
def first_week(talk: Talk) -> None:
    """Three short questions about the start, each with words that help."""
    who = talk.choice(
        "who",
        "Hi {name}. Some short questions about your start at {host}. Do you know whom to ask when you need help?",
        {"yes": "Yes", "unsure": "I am not sure", "nobody": "Nobody is there to ask"}, stacked=True,
    )  # fmt: skip
    talk.flag("nobody_to_ask", who.is_("nobody"), severity="attention", topic="workload")
    with talk.when(who.is_("unsure")):
        talk.say("who_tip", 'You can ask {supervisor}: "Who do I ask when you are not there?" Write the name down.')
    with talk.when(~talk.fact("fixed_time_settled").is_true):
        fixed = talk.choice(
            "in_calendar", "Is a fixed time for your questions in the calendar now?",
            {"yes": "Yes", "not_yet": "Not yet"},
        )  # fmt: skip
        with talk.when(fixed.is_("yes")):
            talk.opens("put_down", "question_time")
        with talk.when(fixed.is_("not_yet")):
            talk.say(
                "calendar_tip",
                'You can write to {supervisor}: "Could we put 15 minutes a week in the calendar for my questions?" '
                "If that is hard to ask, choose Contact me, and a person helps you.",
            )
    start = talk.yes_no("good_start", "Do you know what a good first two weeks look like at {host}?", not_sure=True)
    with talk.when(start.is_no | start.is_not_sure):
        talk.say(
            "start_tip",
            'You can ask {supervisor}: "What should I have done and learned after two weeks?" '
            "Write the answer down and look at it together each week.",
        )
    with unless_serious(talk):
        with talk.when(talk.heard("attention")):
            talk.say(
                "closing_nobody",
                "Thank you for telling me. {coordinator} will read this by {deadline}, so that somebody is there for "
                "your questions. Until then, write your questions down and ask a colleague you meet.",
            )
        with talk.otherwise():
            talk.say("closing", "Thank you. If something is unclear later, choose Report a problem or Contact me.")
