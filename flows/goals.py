"""Goals: set one and ask only for what is missing of it, or look at one again. At most three are active.

Steps, by the numbers of the content design: `which` GOL.1, with `room` and `room_how` where three are active;
`changed`, `do` and `learned` R1 to R3, see `flows.goal_reset`; `sentence` 2, and of 3 `by` where the sentence says no
date, and `seen` where it says neither a result nor who will see it; `competence` 4, `obstacle` 5, `plan` 6 (or
`plan_b` after something a person must look at), `first_step` 7, asked after by `goal_step` two days later; `know` 8.
"""

from dataclasses import dataclass

from flows.answers import ChoiceAnswer, Fact
from flows.closings import unless_serious
from flows.competences import COMPETENCES
from flows.conditions import Condition
from flows.goal_reset import Reset, look_again
from flows.language import Talk, conversation

MOST = 3
ACTIVE = {f"goal_{place}": f"Goal: {{goal_{place}}}" for place in range(1, MOST + 1)}
DRAFTS = {f"draft_{place}": f"Idea: {{draft_{place}}}" for place in range(1, MOST + 1)}
TOLD = {"coordinator": "My coordinator", "mentor": "My mentor", "supervisor": "My supervisor", "nobody": "Nobody"}
HELPS = (
    "Three things that help: (1) put the first step in your calendar; (2) tell one person; "
    "(3) smaller is better than later. You can change it at any time with /goals."
)
LOOKED_AT = "Thank you for saying so. A person reads this by {deadline} and writes to you."


@dataclass(frozen=True)
class _Room:
    """Whether another goal made room, or all three stay."""

    made: Condition
    all_stay: Condition


def _which(talk: Talk, active: Fact, drafts: Fact) -> ChoiceAnswer:
    there = {goal: active.at_least(place) for place, goal in enumerate(ACTIVE, start=1)}
    there |= {draft: drafts.at_least(place) for place, draft in enumerate(DRAFTS, start=1)}
    return talk.choice("which", "Which goal?", {**ACTIVE, **DRAFTS, "new": "A new goal"}, offered=there, stacked=True)


def _make_room(talk: Talk) -> _Room:
    room = talk.choice(
        "room",
        "You have three active goals, and more are hard to keep moving. Which one makes room for this one?",
        {**ACTIVE, "none": "All three stay"}, stacked=True,
    )  # fmt: skip
    with talk.when(room.among(*ACTIVE)):
        talk.choice("room_how", "What becomes of that one?", {"done": "It is done", "dropped": "I let it go"})
    return _Room(room.among(*ACTIVE), ~room.among(*ACTIVE))


def _in_one_sentence(talk: Talk, draft: Condition) -> None:
    with talk.when(draft):
        talk.say("draft", "You wrote down: “{goal}”")
    sentence = talk.text(
        "sentence", "In one sentence: what will be different when it is done?", limit=160, required=True
    )
    with talk.when(sentence.lacks("date")):
        talk.date("by", "By when? Write a day, such as 2026-12-15 or 15 December.")
    with talk.when(sentence.lacks("result") & sentence.lacks("observer")):
        talk.text("seen", "How will you or others see that it is done?", limit=120)
    talk.choice("competence", "Which skill does it train most?", {**COMPETENCES, "none": "None of these"}, stacked=True)


def _plan(talk: Talk) -> Condition:
    """One obstacle, and what she does then; answers whether she has a plan."""
    obstacle = talk.text(
        "obstacle", "What **inside you or around you** is most likely to get in the way?", limit=160
    ).is_given
    # What a person must look at is not put before her again.
    with talk.when(obstacle & ~talk.heard("attention")):
        plan = talk.text("plan", "Make a plan: “If {obstacle}, then I will …”", limit=160)
    with talk.or_when(obstacle & ~talk.heard("urgent")):
        talk.text("plan_b", "What will you do when something gets in the way?", limit=160)
    return plan.is_given


def _begin(talk: Talk) -> Condition:
    """The first step, and who should know; answers whether there is a step to ask after."""
    step = talk.text("first_step", "What is your first step in the next 48 hours?", limit=120)
    know = talk.many("know", "Who should know about this goal? If you skip this, nobody does.", TOLD, alone=("nobody",))
    with talk.when(know.includes("coordinator")):
        talk.say(
            "know_coordinator", "I tell {coordinator} that you have a goal, not what it is. You say that yourself."
        )
    with talk.when(know.includes("mentor") | know.includes("supervisor")):
        talk.say("know_others", "I do not write to your mentor or your workplace. You can tell them yourself.")
    with talk.when(step.is_given):
        talk.opens("step_later", "goal_step", after_days=2)
    return step.is_given


def _set(talk: Talk, draft: Condition) -> Condition:
    """Write a goal down, with what helps to reach it; answers whether she has named what may get in the way of it."""
    _in_one_sentence(talk, draft)
    planned = _plan(talk)
    with talk.when(~talk.heard("urgent")):
        step = _begin(talk)
    with talk.when(step & ~talk.heard("attention")):
        talk.say("asked_after", "In about two days I ask how the first step went.")
    return planned


def _closings(talk: Talk, anew: Condition, reset: Reset, all_stay: Condition, planned: Condition) -> None:
    with unless_serious(talk):
        with talk.when(talk.heard("attention") & anew):
            talk.say("closing_set_told", "{goal_card}\n\n" + LOOKED_AT)
        with talk.or_when(talk.heard("attention")):
            talk.say("closing_told", LOOKED_AT + " What you decided about your goal is noted.")
        with talk.or_when(anew):
            with talk.when(planned & ~talk.heard("info")):
                talk.say(
                    "praise_plan",
                    "You know what may get in the way, and what you do then. That makes a goal easier to reach.",
                )
            talk.say("closing_set", "{goal_card}\n\n" + HELPS)
        with talk.or_when(reset.done & ~talk.heard("info")):
            talk.say("praise_done", "It is done: you set it, and you finished it. For a new goal, write /goals.")
        with talk.or_when(reset.done):
            talk.say("closing_done", "It is noted as done. For a new goal, write /goals.")
        with talk.or_when(reset.dropped):
            talk.say(
                "closing_dropped", "It is dropped, and that is a decision like any other. For a new goal, write /goals."
            )
        with talk.or_when(reset.kept):
            talk.say("closing_kept", "It stays as it is. I ask how it is going in a check-in.")
        with talk.or_when(all_stay):
            talk.say("closing_full", "All right, your three goals stay. When one is done, there is room: write /goals.")
        with talk.otherwise():
            talk.say("closing_nothing", "All right, nothing is changed. You find your goals with /goals.")


@conversation("goals", title="Goals", expires_after_days=14, about="goal")
def goals(talk: Talk) -> None:
    """Choose a goal, look at it again or set it, and read it back."""
    active, drafts = talk.fact("goals_active"), talk.fact("goals_draft")
    at_hand, none = talk.fact("goal_at_hand").is_true, ~active.at_least(1) & ~drafts.at_least(1)
    with talk.when(~at_hand & ~none):
        which = _which(talk, active, drafts)
    with talk.when(at_hand | which.among(*ACTIVE)):
        reset = look_again(talk)
    fresh = ~at_hand & (none | which.is_("new") | which.among(*DRAFTS))
    full = active.at_least(MOST)
    with talk.when(fresh & full):
        room = _make_room(talk)
    anew = reset.anew | fresh & ~full | room.made
    with talk.when(anew):
        planned = _set(talk, which.among(*DRAFTS))
    _closings(talk, anew, reset, fresh & full & room.all_stay, planned)
