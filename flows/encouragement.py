"""One short sentence about what she has just said well: tied to an answer, and never said on hope.

It stands behind the last free text of a talk, and is left out as soon as anything was heard in it: a flag, a hit of
triage, or words that nobody could screen.
"""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from flows.answers import Answer, ChoiceAnswer, YesNoAnswer
from flows.conditions import Condition
from flows.language import Talk

GOAL, PROUD = ChoiceAnswer("goal", ("done",)), Answer("proud")
"""Answers of a check-in."""


def encourage(talk: Talk, *, risen: Condition, offers: Iterable[str]) -> None:
    """At the end of a check-in; `risen` is a mood better than the last, `offers` are the conversations it offers."""
    asked_for_help = reduce(or_, (YesNoAnswer(f"{conversation}_now").is_yes for conversation in offers))
    with talk.when(~talk.heard("info")):
        with talk.when(GOAL.is_("done")):
            _praise_goal(talk)
        with talk.or_when(PROUD.is_given & talk.fact("first_highlight").is_true):
            talk.say(
                "praise_highlight",
                "That is your first highlight. It is kept for you: read it with /highlights.",
            )
        with talk.or_when(asked_for_help):
            talk.say("praise_help", "You asked for help early. That makes the next step easier.")
        with talk.or_when(risen):
            talk.say(
                "praise_mood",
                "It went better for you than the last time. What helped is worth keeping.",
            )


def praise_finished_goal(talk: Talk) -> None:
    """At the end of a check-in that has no free text of its own."""
    with talk.when(GOAL.is_("done") & ~talk.heard("info")):
        _praise_goal(talk)


def _praise_goal(talk: Talk) -> None:
    talk.say("praise_goal", "You finished a goal, and that is work you can point to. For a new one, write /goals.")
