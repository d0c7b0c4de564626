"""Travel to work: how and how long, what is hard about it, safety on the way, and sharing lifts.

Steps: `way` and `minutes` LOG.T1, `way_problem` T2, and `way_help` where the way is not safe.
"""

from flows.conditions import Condition
from flows.language import Reader, Talk

WAY = {
    "foot_bike": "On foot or by bike", "public": "Bus, tram or train", "car": "By car", "lift": "With somebody's car",
}  # fmt: skip
PROBLEMS = {
    "cost": "It costs too much", "hours": "Nothing runs early or late enough", "safety": "Safety on the way",
    "access": "Access with a disability", "share": "I want to share lifts",
}  # fmt: skip
WAYS_TO_HELP = {"urgent": "Urgent help", "person": "A person contacts me", "go_on": "Go on here"}
LONG_WAY = 90
"""Minutes one way; more is too long for every day."""
SAFETY = (
    "Thank you for telling me. {coordinator} and {safeguarding} are told now, and one of them answers by {deadline}. "
    "If you are in danger on the way, go where other people are and call {emergency}."
)
ADVICE = (
    "What often helps: (1) Ask at work whether you can begin 30 minutes earlier or later. (2) Ask about a student "
    "ticket or a ticket for the whole month. (3) Share lifts: choose that under travel. Nobody is shown your address."
)


def travel(talk: Talk) -> Condition:
    """Ask about her way; answers whether she wants urgent help."""
    talk.choice("way", "How do you travel to work?", WAY, stacked=True, reader=Reader.COORDINATOR)
    minutes = talk.number("minutes", "How many minutes does it take one way?", lowest=0, highest=600)
    talk.flag("long_way", minutes.at_least(LONG_WAY + 1), severity="attention", topic="practical")
    problem = talk.many("way_problem", "What is the problem? Choose all that fit.", PROBLEMS)
    unsafe = problem.includes("safety")
    talk.flag("unsafe_way", unsafe, severity="urgent", topic="safety")
    with talk.when(unsafe):
        talk.say("way_unsafe", SAFETY, locked=True)
        help_ = talk.choice("way_help", "What would help you now?", WAYS_TO_HELP, stacked=True)
        with talk.when(help_.is_("urgent")):
            talk.opens("way_urgent", "urgent")
    with talk.when(problem.includes("share") & ~help_.is_("urgent")):
        talk.opens("share_lifts", "lift_share")
    return help_.is_("urgent")


def travel_advice(talk: Talk) -> None:
    """What can make the way easier."""
    talk.say("advice_travel", ADVICE)
