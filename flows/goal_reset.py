"""Looking at a goal again: what changed, what becomes of it, what was learned. Nothing in it counts as failure.

Steps: `changed` GOL.R1, `do` R2, `learned` R3. The goal is `{goal}`.
"""

from dataclasses import dataclass

from flows.conditions import Condition
from flows.language import Talk

CHANGED = {
    "too_big": "It is too big", "too_easy": "It is too easy", "work_changed": "My work changed",
    "lost_interest": "I lost interest", "blocked": "Others block it", "done": "It is done",
}  # fmt: skip
WAYS = {"keep": "Keep it", "shrink": "Make it smaller", "replace": "Replace it", "drop": "Drop it"}


@dataclass(frozen=True)
class Reset:
    """What became of the goal; `anew` is written in a new sentence."""

    anew: Condition
    kept: Condition
    dropped: Condition
    done: Condition


def look_again(talk: Talk) -> Reset:
    """Ask what changed and what she wants to do about it."""
    changed = talk.choice("changed", "Your goal: “{goal}” What changed?", CHANGED, stacked=True)
    talk.flag("goal_blocked", changed.is_("blocked"), severity="attention", topic="workload")
    with talk.when(~changed.is_("done")):
        do = talk.choice("do", "What would you like to do with it? Every answer is fine.", WAYS, stacked=True)
    talk.text("learned", "What did you learn from it? (optional)", limit=200)
    return Reset(do.among("shrink", "replace"), do.is_("keep"), do.is_("drop"), changed.is_("done"))
