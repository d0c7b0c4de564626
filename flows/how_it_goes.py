"""The questions that every check-in asks, every two weeks or every month: mood, workload, support, safety, a goal.

Each writes its own steps and flags, CHK.1 to 5 and 8 of the content design.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flows.answers import NumberAnswer
from flows.blocks import exists, offer
from flows.conditions import Condition
from flows.language import Reader, Talk

NOT_TRUE, TRUE = "Not true", "True"
HELP_NOW = "Thank you for telling me. What would help you now?"
PERSON_COMES = "A person will contact you. A few more questions, or write **stop** to stop here."
WAYS_TO_HELP = {"person": "A person contacts me", "urgent": "Urgent help", "go_on": "Go on with the check-in"}


@contextmanager
def if_she_starts(talk: Talk, text: str) -> Iterator[None]:
    """Ask whether to begin: the step `start`. What is written inside follows where she does."""
    start = talk.choice(
        "start", text, {"start": "Start", "later": "Later", "skip": "Skip this one", "urgent": "Urgent help"}, bare=True
    )
    with talk.when(start.is_("start")):
        yield
    with talk.or_when(start.is_("later")):
        talk.say("later", "All right. I will ask again in about four hours, or tomorrow if it is late by then.")
    with talk.or_when(start.is_("urgent")):
        talk.opens("start_urgent", "urgent")
    with talk.otherwise():
        talk.say(
            "skipped",
            "Skipped. If something is hard to write about, a person can call you: choose Contact me.",
        )


def ask_mood(talk: Talk, text: str) -> NumberAnswer:
    """Ask how it has been; low, low again and much lower than last time are for a person."""
    answer = talk.scale("mood", text, low="Very hard", high="Very good")
    before = talk.fact("previous_mood")
    low_again = answer.at_most(2) & before.at_most(2)
    low = answer.at_most(2) & ~before.at_most(2)
    talk.flag("low_mood", low, severity="attention", topic="wellbeing", tunable=(2, 3))
    talk.flag("low_mood_again", low_again, severity="urgent", topic="wellbeing", restricted=True)
    talk.flag("mood_fell", answer.fell_since(before, 2), severity="attention", topic="wellbeing", tunable=(1, 2))
    return answer


@dataclass(frozen=True)
class Load:
    """Her workload: it fits and is fine; it is far off, or a bit off, and not fine; it is off and only mostly fine."""

    fits: Condition
    far_wrong: Condition
    a_bit_wrong: Condition
    mostly_fine: Condition


def ask_workload(talk: Talk) -> Load:
    """Ask how much, and whether that is all right."""
    workload = talk.choice(
        "workload", "How much work do you have?",
        {
            "far_too_little": "Far too little", "too_little": "A bit too little", "right": "About right",
            "too_much": "A bit too much", "far_too_much": "Far too much",
        }, stacked=True,
    )  # fmt: skip
    fine = talk.choice("workload_ok", "Is that all right for you?", {"yes": "Yes", "mostly": "Mostly", "no": "No"})
    far_off = workload.among("far_too_little", "far_too_much")
    a_bit_off = workload.among("too_little", "too_much")
    again = talk.fact("mild_strain_before").is_true
    talk.flag("workload_wrong", far_off & fine.is_("no"), severity="attention", topic="workload")
    talk.flag("workload_strained", a_bit_off & fine.is_("no") & again, severity="attention", topic="workload")
    talk.flag("workload_far_off", far_off & fine.is_("yes"), severity="info", topic="workload")
    return Load(
        fits=workload.is_("right") & fine.is_("yes"),
        far_wrong=far_off & fine.is_("no"),
        a_bit_wrong=a_bit_off & fine.is_("no"),
        mostly_fine=(far_off | a_bit_off) & fine.is_("mostly"),
    )


def ask_support(talk: Talk) -> NumberAnswer:
    """Ask whether she knows what is expected and gets help; a low answer gets a tip at once."""
    support = talk.scale("support", '"I know what is expected, and I get help when I ask."', low=NOT_TRUE, high=TRUE)
    talk.flag("little_support", support.at_most(2), severity="attention", topic="workload", tunable=(1, 3))
    with talk.when(support.at_most(2)):
        talk.say(
            "support_tip",
            "One thing that often helps: ask {supervisor} for a fixed 15 minutes every week, only for your questions.",
            removable=True,
        )
    return support


@dataclass(frozen=True)
class Safety:
    """What the question about safety led to: all well, a person wanted, urgent help wanted."""

    is_well: Condition
    person: Condition
    urgent: Condition
    not_always: Condition


def ask_safety(talk: Talk) -> Safety:
    """Ask whether she feels safe and respected; whoever does not is asked what would help now."""
    safe = talk.choice(
        "safe", "Do you feel safe and respected at work?", {"yes": "Yes", "not_always": "Not always", "no": "No"},
        locked=True, reader=Reader.SAFEGUARDING,
    )  # fmt: skip
    talk.flag("not_always_safe", safe.is_("not_always"), severity="attention", topic="safety", restricted=True)
    talk.flag("unsafe", safe.is_("no"), severity="urgent", topic="safety", restricted=True)
    with talk.when(safe.among("not_always", "no")):
        with talk.when(exists(talk, "conflict")):
            look = talk.choice("safe_look", HELP_NOW, {"look": "Look at it together here"} | WAYS_TO_HELP, stacked=True)
            with talk.when(look.is_("look")):
                talk.opens("safe_conflict", "conflict")
        with talk.otherwise():
            help_ = talk.choice("safe_help", HELP_NOW, WAYS_TO_HELP, stacked=True)
        person, urgent = (look.is_(way) | help_.is_(way) for way in ("person", "urgent"))
        talk.flag("safe_contact", person, severity="attention", topic="safety", restricted=True)
        with talk.when(person):
            talk.say("person_comes", PERSON_COMES)
        with talk.when(urgent):
            talk.opens("safe_urgent", "urgent")
    return Safety(safe.is_("yes"), person, urgent, safe.is_("not_always"))


def ask_goal(talk: Talk, asked_already: Condition) -> Condition:
    """Ask how her goal is going; answers whether she then wants a person."""
    with talk.when(talk.fact("has_goal").is_true):
        goal = talk.choice(
            "goal", "{goal}: how is it going?",
            {"on_track": "On track", "behind": "Behind", "done": "Done", "dropped": "No longer relevant"},
            removable=True,
        )  # fmt: skip
        behind_again = goal.is_("behind") & talk.fact("goal_behind_before").is_true
        with talk.when((behind_again | goal.is_("dropped")) & ~asked_already):
            return offer(
                talk, "goals", look="Shall we set this goal anew?",
                contact="Shall a person help you to set this goal anew?", topic="practical",
            )  # fmt: skip
