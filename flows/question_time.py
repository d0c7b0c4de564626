"""The fixed time for questions: put down when it is, be reminded of it, and notice when it is dropped.

`question_time` has the steps `weekday` and `clock`; without both nobody is reminded. `questions_today` comes on its
day: `held` (not the first time), then `bring`, her own list.
"""

from flows.closings import unless_serious
from flows.language import Talk, conversation

WEEKDAYS = {
    "monday": "Monday", "tuesday": "Tuesday", "wednesday": "Wednesday", "thursday": "Thursday", "friday": "Friday",
    "saturday": "Saturday", "sunday": "Sunday", "never": "No reminder",
}  # fmt: skip
TODAY = "questions_today"


@conversation("question_time", title="My time for questions", expires_after_days=5)
def question_time(talk: Talk) -> None:
    """When it is; whoever holds the talk notes it and says when the first reminder comes."""
    day = talk.choice("weekday", "On which day is your fixed time for questions? I remind you each week.", WEEKDAYS)
    with talk.when(day.is_given & ~day.is_("never")):
        talk.time("clock", "At what time does it begin?", common=("09:00", "11:00", "13:00", "15:00"))


@conversation("questions_today", title="Questions today", expires_after_days=1)
def questions_today(talk: Talk) -> None:
    """Before it begins: was the last one held, and what does she bring today?"""
    known = talk.fact("question_time_known").is_true
    with talk.when(known):
        held = talk.choice(
            "held", "Hi {name}. Your time for questions is at {question_time} today. Did the last one take place?",
            {"yes": "Yes", "moved": "It was moved", "no": "No"},
        )  # fmt: skip
        again = talk.fact("question_time_dropped_before").is_true
        talk.flag("question_time_dropped", held.is_("no") & again, severity="attention", topic="workload")
    with talk.otherwise():
        talk.say("first", "Hi {name}. Your time for questions is at {question_time} today.")
    talk.text("bring", "What do you want to ask? Write it down for yourself. (optional)", limit=400)
    with unless_serious(talk):
        with talk.when(talk.heard("attention")):
            talk.say(
                "closing_dropped",
                "Thank you. It has not taken place twice now. {coordinator} will read this by {deadline} and can help "
                "you to get it back.",
            )
        with talk.otherwise():
            talk.say("closing", "Good. Begin with the question that stops you. End with: “What should I look at next?”")
