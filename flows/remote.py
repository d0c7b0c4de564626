"""Working from a distance: what is missing, who she talks with, when she stops.

Steps, by the numbers of the content design: `missing` REM.1 with `missing_since`, `talked` 2, `next` 3, `stop` 4 with
`hours` (WKL.3), `part_of_team` 5, `watched` 6. What it offers stands at the end:
`workload_now` or `workload_person`, `conflict_now` or `conflict_person`.
"""

from flows.blocks import offer
from flows.closings import unless_serious
from flows.conditions import Condition
from flows.hours import last_seven_days
from flows.language import Talk, conversation

NOT_TRUE, TRUE = "Not true", "True"
MISSING = {
    "place": "A place to work", "equipment": "Equipment", "internet": "Internet", "quiet": "Quiet",
    "access": "Accounts and access", "nothing": "Nothing is missing",
}  # fmt: skip
STRATEGY = (
    "What often helps: (1) Post a plan of three lines in the morning and a list of what is done in the evening. "
    "(2) Ask for a call of 15 minutes every day for the first two weeks. "
    "(3) Book one video coffee a week with somebody at work. (4) End the working day in the same way each day."
)


def _missing(talk: Talk) -> None:
    missing = talk.many(
        "missing", "Do you have what you need to work from where you are? Choose all that is missing.", MISSING,
        alone=("nothing",),
    )  # fmt: skip
    with talk.when(missing.includes("access") | missing.includes("equipment")):
        since = talk.choice(
            "missing_since",
            "Since when is it missing?",
            {"days": "Three days or less", "longer": "More than three days"},
        )
        talk.flag(
            "not_equipped", since.is_("longer"), severity="attention", topic="practical",
            remark="Access or equipment is missing: please ask the workplace for it.",
        )  # fmt: skip


def _work(talk: Talk) -> Condition:
    """Ask about people, tasks and the end of the day; answers that she does not know what to do next."""
    talked = talk.choice(
        "talked", "When did you last talk with someone at work, by voice or video?",
        {"today": "Today", "lately": "One or two days ago", "days": "Three to five days ago", "longer": "Longer ago"},
        stacked=True,
    )  # fmt: skip
    talk.flag("talks_with_nobody", talked.is_("longer"), severity="attention", topic="wellbeing")
    following = talk.scale("next", '"When I finish a task, I know what to do next."', low=NOT_TRUE, high=TRUE)
    lost = following.at_most(2)
    talk.flag("no_next_task", lost, severity="attention", topic="workload")
    stop = talk.choice(
        "stop", "When do you stop working?",
        {"set": "At a set time", "varies": "It varies", "never": "I never really stop"},
    )  # fmt: skip
    with talk.when(stop.is_("never")):
        talk.say(
            "set_time",
            "It helps to set an end: choose a time, tell {supervisor}, and close the computer then. "
            "What is not done can stand first on the list for the next day.",
        )
        last_seven_days(talk)
    return lost


def _people(talk: Talk) -> Condition:
    """Ask about the team and about being watched; answers that it feels wrong."""
    belongs = talk.scale("part_of_team", '"I feel part of the team."', low=NOT_TRUE, high=TRUE)
    again = belongs.at_most(2) & talk.fact("apart_before").is_true
    talk.flag("apart_again", again, severity="attention", topic="wellbeing")
    watched = talk.yes_no(
        "watched", "Is there a camera or a way of watching you at work that feels wrong?", not_sure=True
    )
    talk.flag("watched_wrongly", watched.is_yes, severity="attention", topic="workload")
    return watched.is_yes


@conversation("remote", title="Remote work", expires_after_days=5, report=True)
def remote(talk: Talk) -> None:
    """Ask what working from a distance is like, and what would make it easier."""
    _missing(talk)
    lost, watched = _work(talk), _people(talk)
    with talk.when(watched):
        offer(
            talk, "conflict", look="Shall we look at how you are watched when this is done?",
            contact="Shall a person contact you about how you are watched?", topic="workload",
        )  # fmt: skip
    with talk.when(lost):
        offer(talk, "workload", look="Shall we also look at your tasks when this is done?", topic="workload")
    with talk.when(~talk.heard("emergency")):
        talk.say("strategy", STRATEGY)
    with unless_serious(talk):
        with talk.when(talk.heard("attention")):
            talk.say(
                "closing",
                "Thank you for telling me. {coordinator} looks at this by {deadline}. "
                "You can change what you answered with /answers.",
            )
        with talk.otherwise():
            talk.say("closing_noted", "Thank you. It is noted. If you want a person, choose Contact me at any time.")
