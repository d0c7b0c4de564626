"""The self-assessment at the start, in the middle and at the end: eight competences, and where she is in each.

Steps: `start` SEL.1; one step for each competence, SEL.2 to 9, with `<competence>_why` SEL.x.b after the lowest level;
`work_on` SEL.10, which drafts goals; `strength` SEL.11; `show_to` SEL.12. What her levels were before are the facts
`at_three_before` and `at_four_before`; the picture and the same in words follow the last question.
"""

from functools import reduce
from operator import and_

from flows.answers import ChoiceAnswer
from flows.closings import unless_serious
from flows.competences import COMPETENCES, FRAMEWORK, LEVELS
from flows.conditions import Condition, SomeOf
from flows.language import Talk, conversation

SENTENCES = {
    "self_development": "Career and self-development. “I know what I want to get better at, and asked for it.” "
    "“I used feedback to change something.” Where are you now?",
    "communication": "Communication. “My messages were clear without a follow-up question.” "
    "“I asked when I did not understand.” Where are you now?",
    "critical_thinking": "Critical thinking. “I found the cause before I proposed a fix.” "
    "“I checked facts before I used them.” Where are you now?",
    "inclusion": "Equity and inclusion. “I adapted to people who work or speak differently from me.” "
    "“I made sure quieter people were heard.” Where are you now?",
    "leadership": "Leadership. “I took charge of a piece of work without being told to.” "
    "“I helped somebody else succeed.” Where are you now?",
    "professionalism": "Professionalism. “I was on time and did what I said.” "
    "“I owned a mistake and fixed it.” Where are you now?",
    "teamwork": "Teamwork. “I shared progress and asked for help early.” "
    "“I handled a disagreement without it growing.” Where are you now?",
    "technology": "Technology. “I learned a tool the team uses.” "
    "“I chose the right tool and protected the data in it.” Where are you now?",
}  # fmt: skip
WHY = "A recent example, or what makes it hard? (optional)"
SHOWN_TO = {
    "coordinator": "My coordinator", "mentor": "My mentor", "supervisor": "My supervisor", "nobody": "Nobody",
}  # fmt: skip
_FELL_IN = 3
CLOSING = (
    "Thank you. Your levels are below. They show you where to aim; there is no pass or fail. "
    "(1) Choose one situation next week to practise it. (2) Ask someone to watch you do it. "
    "(3) Note what happened: it becomes your example in interviews. You can change your answers with /answers."
)
CLOSING_ATTENTION = (
    "Thank you. Your levels are below. When many of them are low or fall, it can be about more than skills, so "
    "{coordinator} will read this by {deadline} and write to you. Until then: (1) Choose one of the eight, and one "
    "situation next week to practise it. (2) Ask {supervisor} to show you once how it is done. (3) Note what makes it "
    "hard, so that you can say it. You can change your answers with /answers."
)


def _ask_level(talk: Talk, competence: str) -> ChoiceAnswer:
    level = talk.choice(competence, SENTENCES[competence], LEVELS, stacked=True)
    with talk.when(level.is_("learning")):
        talk.text(f"{competence}_why", WHY, limit=300)
    return level


def _fell_far(talk: Talk, competence: str, level: ChoiceAnswer) -> Condition:
    """Two levels or more below the last time."""
    at_three, at_four = talk.fact("at_three_before"), talk.fact("at_four_before")
    return level.is_("learning") & at_three.includes(competence) | level.is_("understand") & at_four.includes(
        competence
    )


def _levels(talk: Talk) -> None:
    levels = {competence: _ask_level(talk, competence) for competence in COMPETENCES}
    lowest = reduce(and_, (level.is_("learning") for level in levels.values()))
    fell = tuple(_fell_far(talk, competence, level) for competence, level in levels.items())
    in_the_middle = talk.fact("assessment_moment").is_("middle")
    talk.flag("all_lowest", in_the_middle & lowest, severity="attention", topic="wellbeing")
    talk.flag("levels_fell", SomeOf(_FELL_IN, fell), severity="attention", topic="wellbeing")


def _looking_ahead(talk: Talk) -> None:
    talk.many("work_on", "Pick two to work on. They become goals you can change.", COMPETENCES, at_most=2)
    talk.choice("strength", "Which one is a strength that you want to use more?", COMPETENCES, stacked=True)
    show = talk.many("show_to", "Who may see your levels? If you skip this, nobody does.", SHOWN_TO, alone=("nobody",))
    with talk.when(show.includes("mentor") | show.includes("supervisor")):
        talk.say(
            "show_yourself",
            "I do not write to your workplace or your mentor about this. You can show them the picture yourself.",
        )


@conversation("self_assessment", title="Self-assessment", expires_after_days=14, framework=FRAMEWORK)
def self_assessment(talk: Talk) -> None:
    """Look at each competence, choose what to work on, and see how it has changed."""
    start = talk.choice(
        "start",
        "Hi {name}. A self-assessment: eight short items, about 3 minutes. There is no pass or fail; it shows you "
        "where to aim.",
        {"start": "Start", "later": "Later"},
    )  # fmt: skip
    with talk.when(start.is_("start")):
        _levels(talk)
        _looking_ahead(talk)
        with unless_serious(talk):
            with talk.when(talk.heard("attention")):
                talk.say("closing_attention", CLOSING_ATTENTION)
            with talk.otherwise():
                talk.say("closing", CLOSING)
    with talk.otherwise():
        talk.say("later", "All right. I ask again in three days. You can begin at any time with /assessment.")
        talk.opens("ask_again", "self_assessment", after_days=3)
