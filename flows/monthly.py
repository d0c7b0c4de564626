"""The monthly check-in: three minutes, every four weeks, and never in the first month of a placement.

Steps, by the numbers of the content design: `start`, `mood`, `workload`, `workload_ok`, `support`, `safe` as in the
check-in (MON.1 to 5), `hours` 6, `worn_out_ask` and `worn_out` 7, `competences` 8, `mentor_meetings` and
`supervisor_meetings` 9, `goal` and `contact` 10, `halfway` 11. At the end stand the month in words and two things to
try, chosen by what was lowest.

We chose a conversation of its own over branches in the check-in: the questions they share are plain functions
(`flows/how_it_goes.py`) and keep their step ids, so what was answered in one is known in the other; we gave up one id
for both, and name both where the program speaks of check-ins (`flows/cadence.py`).
"""

from dataclasses import dataclass

from flows.answers import NumberAnswer
from flows.blocks import contact, offer
from flows.closings import unless_serious
from flows.competences import COMPETENCES
from flows.conditions import Condition
from flows.encouragement import praise_finished_goal
from flows.hours import hours
from flows.how_it_goes import Load, ask_goal, ask_mood, ask_safety, ask_support, ask_workload, if_she_starts
from flows.language import Reader, Talk, conversation
from flows.mentoring.meetings.action import still_to_do

WORN_OUT = {
    "1": "I like my work, and I do not feel worn out", "2": "Sometimes I have less energy, but I am not worn out",
    "3": "I begin to feel worn out", "4": "I feel worn out most of the time",
    "5": "I feel completely worn out and need a change",
}  # fmt: skip
"""Five answers of our own to one question; it is no test, and nobody is told a result."""
TRENDS = {"mood": "How the weeks were", "support": "Knowing what is expected, and getting help"}
STRATEGIES = {
    "mood": "Two things that often help after hard weeks: (1) Plan one thing this week that you look forward to. "
    "(2) Tell one person at work what would make the next weeks better.",
    "support": "Two things that often help: (1) Ask {supervisor} for a fixed 15 minutes every week for your questions. "
    '(2) Ask about your next task: "What would a good result look like?"',
    "workload": "Two things that often help: (1) Show {supervisor} one list of all your tasks, and ask what to add, "
    "move or leave out. (2) Agree on 10 minutes a week to look at the list together.",
    "none": "Two things to try next month: (1) Show {supervisor} one thing you are proud of. "
    "(2) Ask for one kind of task that is new to you.",
}


@dataclass(frozen=True)
class _Month:
    """What is compared and closed with at the end."""

    mood: NumberAnswer
    support: NumberAnswer
    load: Load
    restricted: Condition


def _questions(talk: Talk) -> None:
    mood = ask_mood(talk, "How have the last four weeks been?")
    load = ask_workload(talk)
    support = ask_support(talk)
    safety = ask_safety(talk)
    with talk.when(~safety.urgent):
        _hours(talk)
        wellbeing = _worn_out(talk)
        talk.many("competences", "Which two competences did you use most?", COMPETENCES, at_most=2)
        _meetings(talk)
        talk.room_for("programme_questions")
        person = safety.person | wellbeing
        person = person | ask_goal(talk, person)
        with talk.when(~person):
            contact(talk, "Should someone contact you?", reader=Reader.COORDINATOR)
        halfway = talk.yes_no(
            "halfway", "Shall I ask how you are in two weeks, between the check-ins? One tap is enough."
        )
        with talk.when(halfway.is_yes):
            talk.opens("halfway_pulse", "halfway", after_days=14)
    _end(talk, _Month(mood, support, load, safety.not_always | wellbeing))


def _hours(talk: Talk) -> None:
    worked = hours(talk, "How many hours do you work in a normal week, roughly?")
    against_the_law = worked.exceeds(talk.fact("hours_legal_most"))
    more_than_agreed = worked.exceeds(talk.fact("hours_agreed_most")) & ~against_the_law
    talk.flag("hours_over", more_than_agreed, severity="attention", topic="workload")
    talk.flag("hours_illegal", against_the_law, severity="urgent", topic="workload")


def _worn_out(talk: Talk) -> Condition:
    """Ask how worn out she is, if she wants to be asked; answers that she then wants a person."""
    asked = talk.yes_no(
        "worn_out_ask", "May I ask one question about how tired your work makes you? It is no test, and you may say no."
    )
    with talk.when(asked.is_yes):
        feels = talk.choice("worn_out", "Which sentence fits best?", WORN_OUT, stacked=True, reader=Reader.COORDINATOR)
        worn_out = feels.among("4", "5")
        talk.flag("very_worn_out", worn_out, severity="attention", topic="wellbeing")
        with talk.when(worn_out):
            talk.say(
                "worn_out_tip",
                "Thank you for saying so. What often helps: (1) One small thing today: food, a walk, or 10 minutes "
                "with someone you like. (2) Tell one person at work that you need a slower day. "
                "(3) To talk with someone today: {helplines}.",
            )
            return offer(talk, "wellbeing", look="Shall we talk about how you feel after this?", topic="wellbeing")


def _meetings(talk: Talk) -> None:
    with talk.when(talk.fact("has_mentor").is_true):
        talk.number("mentor_meetings", "How many meetings with {mentor} did you have?", lowest=0, highest=60)
    met = talk.number("supervisor_meetings", "How many meetings with {supervisor} did you have?", lowest=0, highest=60)
    talk.flag("no_meetings", met.at_most(0), severity="attention", topic="workload")


def _end(talk: Talk, month: _Month) -> None:
    with talk.when(~talk.heard("urgent")):
        _compare(talk, "mood", month.mood)
        _compare(talk, "support", month.support)
        _strategies(talk, month)
    praise_finished_goal(talk)
    with unless_serious(talk):
        with talk.when(talk.heard("attention") & month.restricted):
            talk.say(
                "closing_restricted",
                "Thank you for saying so. {safeguarding} will read this by {deadline} and write to you. "
                "You can change what you answered with /answers. You decide what is shared with your workplace.",
            )
        with talk.or_when(talk.heard("attention")):
            talk.say(
                "closing_attention",
                "Thank you for saying so. {coordinator} will read this by {deadline} and write to you. "
                "You can change what you answered with /answers.",
            )
        with talk.otherwise():
            talk.say("closing_noted", "Thank you. Noted. Next check-in {next_checkin}.")
        still_to_do(talk)


def _compare(talk: Talk, step: str, answer: NumberAnswer) -> None:
    """Say in words how this month was beside the last one, where both are known."""
    before = talk.fact(f"previous_{step}")
    with talk.when(answer.exceeds(before)):
        talk.say(f"{step}_better", f"{TRENDS[step]}: better than last month.")
    with talk.or_when(answer.fell_since(before, 1)):
        talk.say(f"{step}_lower", f"{TRENDS[step]}: lower than last month.")
    with talk.or_when(answer.is_given & before.is_known):
        talk.say(f"{step}_same", f"{TRENDS[step]}: the same as last month.")


def _strategies(talk: Talk, month: _Month) -> None:
    """Two things to try about what was lowest; of two that are equally low, the first in this order."""
    mood, support = ([answer.at_most(level) for level in (1, 2, 3)] for answer in (month.mood, month.support))
    wrong = month.load.far_wrong | month.load.a_bit_wrong
    load = [month.load.far_wrong, wrong, wrong | month.load.mostly_fine]
    lowest_mood = mood[0] | (mood[1] & ~support[0] & ~load[0]) | (mood[2] & ~support[1] & ~load[1])
    lowest_support = support[0] | (support[1] & ~load[0]) | (support[2] & ~load[1])
    with talk.when(lowest_mood):
        talk.say("try_mood", STRATEGIES["mood"])
    with talk.or_when(lowest_support):
        talk.say("try_support", STRATEGIES["support"])
    with talk.or_when(load[2]):
        talk.say("try_workload", STRATEGIES["workload"])
    with talk.otherwise():
        talk.say("try_none", STRATEGIES["none"])


@conversation("monthly", title="Monthly check-in", expires_after_days=5)
def monthly(talk: Talk) -> None:
    """Ask about four weeks, flag what a person should look at, and say how the month was."""
    text = "Hi {name}. Three minutes for your monthly check-in? Nobody at {host} sees your answers."
    with if_she_starts(talk, text):
        _questions(talk)
