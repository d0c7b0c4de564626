"""The check-in: two minutes, every two weeks, and in the first month of every placement.

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

from flows.answers import ManyAnswer
from flows.blocks import RESTRICTED_TOPICS, contact, exists, look_now
from flows.cadence import Cadence
from flows.closings import unless_serious
from flows.conditions import Condition
from flows.encouragement import encourage
from flows.how_it_goes import (
    NOT_TRUE,
    TRUE,
    ask_goal,
    ask_mood,
    ask_safety,
    ask_support,
    ask_workload,
    if_she_starts,
)
from flows.language import Reader, Talk, conversation
from flows.mentoring.meetings.action import still_to_do

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
    "culture": _Offered(("other",), "Is it about how things are done here? Shall we look at that now?", "practical"),
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
    mood = ask_mood(talk, "How have the last two weeks been?")
    load = ask_workload(talk)
    fast = talk.fact("fast_path_allowed").is_true & mood.at_least(4) & load.fits
    with talk.when(~fast):
        ask_support(talk)
    safety = ask_safety(talk)
    with talk.when(~safety.urgent):
        with talk.when(~fast):
            _rotating(talk)
        ways = talk.many("in_the_way", "Is anything in the way? Choose all that fit.", IN_THE_WAY, alone=("nothing",))
        talk.room_for("programme_questions")
        with talk.when(~(fast & safety.is_well & ways.includes("nothing"))):
            restricted = _rest(talk, ways, load.far_wrong, safety.person)
    encourage(talk, risen=mood.exceeds(talk.fact("previous_mood")) & mood.at_least(3), offers=OFFERED)
    _closings(talk, safety.not_always | restricted)


@dataclass(frozen=True)
class _Wish:
    """She wants a person; `restricted`: about something that only safeguarding reads."""

    person: Condition
    restricted: Condition


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
    person = person | ask_goal(talk, person)
    talk.text("proud", "One thing you learned or are proud of? (optional)", limit=400, removable=True)
    talk.text("tell", "Anything you want a person to know? (optional)", limit=800, reader=Reader.COORDINATOR)
    with talk.when(~person):
        contact(talk, "Should someone contact you?", reader=Reader.COORDINATOR)
    return wish.restricted


def _offers(talk: Talk, ways: ManyAnswer, strained: Condition, asked_already: Condition) -> _Wish:
    """Offer each conversation that fits and exists; for all the others together, offer a person once."""
    without: list[tuple[str, Condition]] = []
    looks: dict[str, Condition] = {}
    for name, offered in OFFERED.items():
        ticked = reduce(or_, (ways.includes(reason) for reason in offered.reasons))
        wanted = ticked | strained if name == "workload" else ticked
        with talk.when(wanted & exists(talk, name)):
            looks[name] = look_now(talk, name, offered.text)
        without.append((offered.topic, wanted & ~exists(talk, name)))
    # Something else may be about how things are done there; where it is not, a person asks what it is.
    without.append(("practical", ways.includes("other") & ~looks["culture"]))
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
        still_to_do(talk)


@conversation("checkin", title="Check-in", expires_after_days=5, cadence=Cadence())
def checkin(talk: Talk) -> None:
    """Ask, flag what a person should look at, and close with the words that fit."""
    with if_she_starts(talk, "Hi {name}. Two minutes for a check-in? Nobody at {host} sees your answers."):
        _questions(talk)
