"""The check-in: two minutes, every two weeks or every month.

Steps, by the numbers of the content design: `start` CHK.0, `mood` 1, `workload` 2, `workload_ok` 3, `support` 4,
`safe` 5 with `safe_help` or `safe_look`, the rotating `useful why mistakes feedback energy breadth mentor_talk` 6,
`in_the_way` 7 with one `<conversation>_now` for each conversation that exists and one shared `person` for all that do
not, `goal` 8, `proud` 9, `tell` 10, `contact` 11.

The answer `later` to `start` asks again in four hours. The fast path is six taps: all is well, so the questions about
support, goals and contact wait for another time, at most twice in a row.
"""

from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from flows.answers import ManyAnswer, NumberAnswer
from flows.blocks import RESTRICTED_TOPICS, contact, exists, look_now, offer
from flows.cadence import Cadence
from flows.closings import unless_serious
from flows.conditions import Condition
from flows.language import Reader, Talk, conversation

NOT_TRUE, TRUE = "Not true", "True"
ROTATING = {
    "useful": ('"I feel useful here, like a real part of the team."', "wellbeing"),
    "why": ('"I can ask why we do things this way."', "workload"),
    "mistakes": ('"If I make a mistake, people help me fix it."', "workload"),
    "feedback": ('"I got feedback I could use."', "workload"),
    "energy": ('"I have energy left after work."', "wellbeing"),
    "breadth": ('"I see more than one kind of task."', "workload"),
    "mentor_talk": ('"My last talk with my mentor helped."', "practical"),
}
"""The rotating statements, each with the topic of its flag."""

IN_THE_WAY = {
    "too_much": "Too much work", "too_little": "Too little work", "unclear": "Unclear tasks",
    "someone": "Someone I work with", "pay": "Pay or contract", "safety": "Safety", "feel": "How I feel",
    "housing": "Housing or travel", "remote": "Remote or equipment", "other": "Other", "nothing": "Nothing",
}  # fmt: skip
HELP_NOW = "Thank you for telling me. What would help you now?"
WAYS_TO_HELP = {"person": "A person contacts me", "urgent": "Urgent help", "go_on": "Go on with the check-in"}


@dataclass(frozen=True)
class _Offered:
    """The ticked reasons that lead to a conversation, the words that offer it, the topic of a case instead."""

    reasons: tuple[str, ...]
    text: str
    topic: str


OFFERED = {
    "unsafe_work": _Offered(("safety",), "Shall we look at safety at your work now?", "safety"),
    "wellbeing": _Offered(("feel",), "Shall we talk about how you feel now?", "wellbeing"),
    "workload": _Offered(("too_much", "too_little", "unclear"), "Shall we look at your workload now?", "workload"),
    "conflict": _Offered(("someone",), "Shall we look at what is difficult with the person you work with?", "workload"),
    "wages": _Offered(("pay",), "Shall we look at your pay or contract now?", "practical"),
    "logistics": _Offered(("housing",), "Shall we look at your housing or travel now?", "practical"),
    "remote": _Offered(("remote",), "Shall we look at remote work or equipment now?", "practical"),
}
"""The gravest topic first: one wish for contact is one case, about the gravest of what she ticked."""

CLOSING_ALL_WELL = (
    "Thank you. Noted, nothing flagged. Next check-in {next_checkin}. "
    "Small idea: show {supervisor} the thing you are proud of."
)
CLOSING_ATTENTION = (
    "Thank you for saying so. {coordinator} will read this by {deadline} and write to you. Until then: "
    "(1) write down one concrete example; (2) ask for 15 minutes with {supervisor}; "
    "(3) you can change or delete what you wrote with /mydata."
)
CLOSING_RESTRICTED = (
    "Thank you for saying so. {safeguarding} will read this by {deadline} and write to you. Until then: "
    "(1) write down one concrete example; (2) talk with someone you trust; "
    "(3) you can change or delete what you wrote with /mydata. You decide what is shared with your workplace."
)


def _questions(talk: Talk) -> None:
    mood = _mood(talk)
    fits, strained = _workload(talk)
    fast = talk.fact("fast_path_allowed").is_true & mood.at_least(4) & fits
    with talk.when(~fast):
        _support(talk)
    safety = _safety(talk)
    with talk.when(~safety.urgent):
        with talk.when(~fast):
            _rotating(talk)
        ways = talk.many("in_the_way", "Is anything in the way? Choose all that fit.", IN_THE_WAY, alone=("nothing",))
        talk.room_for("programme_questions")
        with talk.when(~(fast & safety.is_well & ways.includes("nothing"))):
            restricted = _rest(talk, ways, strained, safety.person)
    _closings(talk, safety.not_always | restricted)


def _mood(talk: Talk) -> NumberAnswer:
    mood = talk.scale("mood", "How have the last two weeks been?", low="Very hard", high="Very good")
    before = talk.fact("previous_mood")
    low_again = mood.at_most(2) & before.at_most(2)
    low = mood.at_most(2) & ~before.at_most(2)
    talk.flag("low_mood", low, severity="attention", topic="wellbeing", tunable=(2, 3))
    talk.flag("low_mood_again", low_again, severity="urgent", topic="wellbeing", restricted=True)
    talk.flag("mood_fell", mood.fell_since(before, 2), severity="attention", topic="wellbeing", tunable=(1, 2))
    return mood


def _workload(talk: Talk) -> tuple[Condition, Condition]:
    """Ask how much and whether that is all right; answers "it fits and is fine" and "it is far off and not fine"."""
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
    return workload.is_("right") & fine.is_("yes"), far_off & fine.is_("no")


def _support(talk: Talk) -> None:
    support = talk.scale("support", '"I know what is expected, and I get help when I ask."', low=NOT_TRUE, high=TRUE)
    talk.flag("little_support", support.at_most(2), severity="attention", topic="workload", tunable=(1, 3))
    with talk.when(support.at_most(2)):
        talk.say(
            "support_tip",
            "One thing that often helps: ask {supervisor} for a fixed 15 minutes every week, only for your questions.",
            removable=True,
        )


@dataclass(frozen=True)
class _Safety:
    """What the question about safety led to: all well, a person wanted, urgent help wanted."""

    is_well: Condition
    person: Condition
    urgent: Condition
    not_always: Condition


@dataclass(frozen=True)
class _Wish:
    """She wants a person; `restricted`: about something that only safeguarding reads."""

    person: Condition
    restricted: Condition


def _safety(talk: Talk) -> _Safety:
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
        with talk.when(urgent):
            talk.opens("safe_urgent", "urgent")
    return _Safety(safe.is_("yes"), person, urgent, safe.is_("not_always"))


def _rotating(talk: Talk) -> None:
    due, low_before = talk.fact("rotating_item"), talk.fact("rotating_low_before")
    for item, (statement, topic) in ROTATING.items():
        with talk.when(due.is_(item)):
            answer = talk.scale(item, statement, low=NOT_TRUE, high=TRUE, removable=True)
            low = answer.at_most(2)
            talk.flag(f"{item}_low", low, severity="info", topic=topic, tunable=(1, 3))
            talk.flag(f"{item}_low_again", low & low_before.is_true, severity="attention", topic=topic)


def _rest(talk: Talk, ways: ManyAnswer, strained: Condition, safety_person: Condition) -> Condition:
    """All that the fast path leaves out; answers whether what she wants a person for is restricted."""
    wish = _offers(talk, ways, strained, safety_person)
    person = safety_person | wish.person
    person = person | _goal(talk, person)
    talk.text("proud", "One thing you learned or are proud of? (optional)", limit=400, removable=True)
    talk.text("tell", "Anything you want a person to know? (optional)", limit=800, reader=Reader.COORDINATOR)
    with talk.when(~person):
        contact(talk, "Should someone contact you?", reader=Reader.COORDINATOR)
    return wish.restricted


def _offers(talk: Talk, ways: ManyAnswer, strained: Condition, asked_already: Condition) -> _Wish:
    """Offer each conversation that fits and exists; for all the others together, offer a person once."""
    without: list[tuple[str, Condition]] = []
    for name, offered in OFFERED.items():
        ticked = reduce(or_, (ways.includes(reason) for reason in offered.reasons))
        wanted = ticked | strained if name == "workload" else ticked
        with talk.when(wanted & exists(talk, name)):
            look_now(talk, name, offered.text)
        without.append((offered.topic, wanted & ~exists(talk, name)))
    without.append(("practical", ways.includes("other")))
    with talk.when(reduce(or_, (wanted for _, wanted in without)) & ~asked_already):
        person = talk.yes_no("person", "Shall a person contact you about what you told me?")
        _contact_flags(talk, person.is_yes, without)
    restricted = reduce(or_, (wanted for topic, wanted in without if topic in RESTRICTED_TOPICS))
    return _Wish(person.is_yes, person.is_yes & restricted)


def _contact_flags(talk: Talk, agreed: Condition, reasons: list[tuple[str, Condition]]) -> None:
    """One flag for the wish, about the gravest topic."""
    graver: list[Condition] = []
    for topic in ("safety", "wellbeing", "workload", "practical"):
        here = reduce(or_, (wanted for reason_topic, wanted in reasons if reason_topic == topic))
        first = reduce(and_, (~earlier for earlier in graver), agreed & here)
        restricted = topic in RESTRICTED_TOPICS
        talk.flag(f"contact_{topic}", first, severity="attention", topic=topic, restricted=restricted)
        graver.append(here)


def _goal(talk: Talk, asked_already: Condition) -> Condition:
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


def _closings(talk: Talk, restricted: Condition) -> None:
    with unless_serious(talk):
        with talk.when(talk.heard("attention") & restricted):
            talk.say("closing_restricted", CLOSING_RESTRICTED)
        with talk.or_when(talk.heard("attention")):
            talk.say("closing_attention", CLOSING_ATTENTION)
        with talk.or_when(talk.heard("info")):
            talk.say("closing_noted", "Thank you. Noted. Next check-in {next_checkin}.")
        with talk.otherwise():
            talk.say("closing_well", CLOSING_ALL_WELL)


@conversation("checkin", title="Check-in", expires_after_days=5, cadence=Cadence())
def checkin(talk: Talk) -> None:
    """Ask, flag what a person should look at, and close with the words that fit."""
    start = talk.choice(
        "start", "Hi {name}. Two minutes for a check-in? Nobody at {host} sees your answers.",
        {"start": "Start", "later": "Later", "skip": "Skip this one", "urgent": "Urgent help"}, bare=True,
    )  # fmt: skip
    with talk.when(start.is_("start")):
        _questions(talk)
    with talk.or_when(start.is_("later")):
        talk.say("later", "All right. I will ask again in about four hours, or tomorrow if it is late by then.")
    with talk.or_when(start.is_("urgent")):
        talk.opens("start_urgent", "urgent")
    with talk.otherwise():
        talk.say(
            "skipped",
            "Skipped. If something is hard to write about, a person can call you: choose Contact me.",
        )
