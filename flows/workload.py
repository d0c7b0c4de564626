"""Too much or too little work: what makes it so, what it does to her, and the words to say.

Steps, by the numbers of the content design: `kind` WKL.1, `since` 2. Too much, too hard or changing: `hours` 3, `heavy`
4, `effects` 5, `told` 6. Too little or too easy: `idle` 7, `cause` 8, `learn` 9. Both: `good_enough` 10, `do` 11, then
SHARE where she does not dare to say it herself or wants us to speak to the workplace, and `reach_phone` for a call
where SHARE has not asked for a number. `workload_after` is WKL.12, a week later.

What has lasted longer is one level up, at most urgent. It is one case about workload, and every answer stands in it:
also that access is missing or the supervisor away, which is practical, but for the same reader and part of one story.
"""

from dataclasses import dataclass

from flows.answers import ChoiceAnswer
from flows.blocks import number_to_call, offer, raised_when_long
from flows.closings import NOTED, unless_serious
from flows.conditions import Condition
from flows.hours import last_seven_days
from flows.language import Reader, Talk, conversation
from flows.sharing import share

KINDS = {
    "too_much": "Too much", "too_little": "Too little", "too_hard": "Too hard", "too_easy": "Too easy",
    "changes": "It changes all the time",
}  # fmt: skip
MUCH, LITTLE = ("too_much", "too_hard", "changes"), ("too_little", "too_easy")
HEAVY = {
    "tasks": "Many tasks", "deadlines": "Deadlines", "priorities": "Unclear what comes first",
    "bosses": "Several bosses", "skill": "I lack a skill", "hours": "Long hours",
    "study": "Study at the same time", "outside": "Something outside work",
}  # fmt: skip
EFFECTS = {
    "tired": "I am tired", "sleep": "I sleep badly", "breaks": "I skip meals or breaks", "study": "My study suffers",
    "mistakes": "I make mistakes", "nothing": "Nothing yet", "unsaid": "Rather not say",
}  # fmt: skip
CAUSES = {
    "fast": "I finish fast", "nobody": "Nobody gives me tasks", "stopped": "The project stopped",
    "away": "My supervisor is away", "access": "Access or equipment is missing", "simple": "Only simple tasks",
}  # fmt: skip
STRATEGY_MUCH = (
    "What often helps: (1) List everything and ask: "
    '"Which of these comes first, and what can wait?" (2) Say when you can deliver, not that you cannot. '
    "(3) Agree on 10 minutes a week to look at the list together. "
    'You can say: "I have A, B and C for Friday. I can do two well. Which two?" '
    "I will ask you again in 7 days whether it is better."
)
STRATEGY_LITTLE = (
    "What often helps: (1) Offer, do not wait. You can say: "
    '"I finished X. I could do A or B next. Which helps more?" '
    "(2) Ask to sit beside someone for an hour and see how they work. "
    "(3) Write one page about what could be better, seen by someone new. "
    "I will ask you again in 7 days whether it is better."
)
PREPARE = (
    "To prepare the talk with {supervisor}: (1) Ask for 15 minutes at a calm time. "
    "(2) Bring your list and one example from this week. "
    '(3) Begin like this: "I want to do this well. I would like to show you my tasks and plan the next two weeks." '
    "(4) Ask for what would be good enough for you, and write down what you agree on."
)


@dataclass(frozen=True)
class _Found:
    """What the questions about too much work found: how it gets to her, and that she does not dare to say so."""

    unwell: Condition
    afraid: Condition


def _too_much(talk: Talk, long: Condition) -> _Found:
    last_seven_days(talk)
    heavy = talk.many("heavy", "What makes it heavy? Choose all that fit.", HEAVY)
    with talk.when(heavy.includes("bosses")):
        talk.say(
            "one_list",
            "With several bosses, one list helps: write all your tasks on it, send it to all of them, "
            "and ask them to agree on what comes first.",
        )
    effects = talk.many("effects", "What does it do to you? Choose all that fit.", EFFECTS, alone=("nothing", "unsaid"))
    unwell = effects.includes("sleep") | effects.includes("breaks")
    raised_when_long(talk, "unwell", unwell, long, topic="workload")
    told = talk.choice(
        "told", "Have you told your supervisor?",
        {
            "helped": "Yes, and it helped", "no_change": "Yes, but nothing changed", "not_yet": "Not yet",
            "afraid": "I do not dare",
        }, stacked=True,
    )  # fmt: skip
    raised_when_long(talk, "no_change", told.is_("no_change"), long, topic="workload")
    raised_when_long(talk, "afraid", told.is_("afraid"), long, topic="workload")
    return _Found(unwell, told.is_("afraid"))


def _too_little(talk: Talk, over_a_week: Condition, long: Condition) -> None:
    idle = talk.choice(
        "idle", "How many hours a day are you without real tasks?",
        {
            "under_one": "Less than one", "one_to_three": "One to three", "over_three": "More than three",
            "all_day": "All day",
        }, stacked=True,
    )  # fmt: skip
    raised_when_long(talk, "idle_hours", idle.is_("over_three") & over_a_week, long, topic="workload")
    raised_when_long(
        talk, "idle_all_day", idle.is_("all_day"), long, topic="workload",
        remark="Please bring the mid-point review forward: the student has no real tasks all day.",
    )  # fmt: skip
    cause = talk.many("cause", "What happened? Choose all that fit.", CAUSES)
    raised_when_long(
        talk, "supervisor_away", cause.includes("away") & over_a_week, long, topic="workload",
        remark="The supervisor has been away for more than a week: please ask who stands in.",
    )  # fmt: skip
    raised_when_long(
        talk, "no_access", cause.includes("access"), long, topic="workload",
        remark="Access or equipment is missing: please ask the workplace for it.",
    )  # fmt: skip
    learn = talk.text("learn", "What would you like to try or learn? (optional)", limit=300, reader=Reader.COORDINATOR)
    with talk.when(learn.is_given):
        talk.say("talking_point", "Take this to your next talk with {supervisor}.")


def _wishes(talk: Talk, afraid: Condition) -> None:
    with talk.when(talk.heard("attention")):
        talk.opens("in_a_week_heard", "workload_after", after_days=7)  # also for whoever walks away now
    talk.text("good_enough", "What would be good enough in two weeks? (optional)", limit=200, reader=Reader.COORDINATOR)
    do = talk.choice(
        "do", "What should we do?",
        {
            "note": "Just note it", "prepare": "Help me prepare the talk", "call": "A coordinator calls me",
            "workplace": "Please contact my workplace",
        }, stacked=True,
    )  # fmt: skip
    talk.flag("wants_call", do.is_("call"), severity="attention", topic="workload")
    talk.flag("wants_workplace", do.is_("workplace"), severity="attention", topic="workload")
    with talk.when(do.is_("prepare")):
        talk.say("prepare", PREPARE)
    with talk.when(afraid | do.is_("workplace")):
        shared = share(talk, reader=Reader.COORDINATOR, restricted=False)
    with talk.when(do.is_("call") & ~shared.by_phone & ~shared.no_contact):
        number_to_call(talk, reader=Reader.COORDINATOR, step="reach_phone")


def _strategies(talk: Talk, kind: ChoiceAnswer) -> None:
    with talk.when(kind.is_given):
        talk.opens("in_a_week", "workload_after", after_days=7)
    with talk.when(~talk.heard("emergency")):
        with talk.when(kind.among(*MUCH)):
            talk.say("strategy_much", STRATEGY_MUCH)
        with talk.or_when(kind.among(*LITTLE)):
            talk.say("strategy_little", STRATEGY_LITTLE)


@conversation("workload", title="Too much or too little work", expires_after_days=5, report=True)
def workload(talk: Talk) -> None:
    """Ask what is wrong with the work and since when, and leave her with words to say."""
    kind = talk.choice("kind", "Is your work too much or too little?", KINDS, stacked=True)
    since = talk.choice("since", "Since when?", {"days": "A few days", "weeks": "One or two weeks", "longer": "Longer"})
    long = since.is_("longer")
    with talk.when(kind.among(*MUCH)):
        found = _too_much(talk, long)
    with talk.or_when(kind.among(*LITTLE)):
        _too_little(talk, since.among("weeks", "longer"), long)
    _wishes(talk, found.afraid)
    _strategies(talk, kind)
    # Last, so that what only safeguarding reads takes none of the answers above with it.
    with talk.when(found.unwell):
        offer(
            talk, "wellbeing", look="Shall we also talk about how you feel?",
            contact="Shall a person contact you about how you feel?", topic="wellbeing",
        )  # fmt: skip
    with unless_serious(talk):
        with talk.when(talk.heard("attention")):
            talk.say(
                "closing",
                "Thank you for telling me. {coordinator} looks at this by {deadline}. "
                "You can change what you answered with /answers.",
            )
        with talk.otherwise():
            talk.say("closing_noted", NOTED)
