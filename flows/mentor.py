"""The mentor of a mentee: what may be done with one, or how to get one.

Steps: `want` for whoever has a mentor, with `mentor_person` where somebody of the programme should help; `find` or, of
whoever waits already, `place` for whoever has none, then her wishes: `topics`, `tongue`, `prefers` with `gender`, and
`free_hours`.
"""

from flows.blocks import person
from flows.closings import unless_serious
from flows.conditions import Condition
from flows.language import Talk, conversation
from flows.mentoring.availability import weekly_hours
from flows.mentoring.topics import OTHER_COMPANY, SAME_GENDER, TOPICS

WANTS = {
    "propose": "Suggest a time to meet", "prepare": "Prepare a meeting",
    "request": "Ask for a working day or an introduction", "no_answer": "I cannot reach my mentor",
    "end": "I would like somebody else", "no_fit": "It does not fit", "nothing": "Nothing now",
}  # fmt: skip
CLOSING = "Thank you. {coordinator} will read this by {deadline} and write to you."
TONGUES = {"en": "English", "nb": "Norwegian", "either": "Either of them"}
PREFERS = {SAME_GENDER: "Somebody of my gender", OTHER_COMPANY: "Somebody of another company", "none": "No wish"}
GENDERS = {"woman": "Woman", "man": "Man", "other": "Another gender"}


def _with_one(talk: Talk) -> Condition:
    """What may be done with the mentor she has; answers whether a person shall help."""
    begun = ~talk.fact("pair_state").is_("none")
    offered = {"propose": begun, "request": begun, "end": begun, "no_fit": ~begun}
    want = talk.choice("want", "Your mentor is {mentor}. What would you like?", WANTS, stacked=True, offered=offered)
    with talk.when(want.is_("prepare")):
        talk.say(
            "prepare",
            "(1) Write three lines: what went well, what is hard, what you want to leave with. (2) Send them a day "
            "before. (3) Bring one question you cannot look up. Your mentor sees nothing of what you answer here.",
        )
    with talk.when(want.is_("no_answer")):
        talk.say("no_answer", "A short message with two times to choose from often helps.")
    with talk.when(want.is_("no_fit")):
        talk.say("no_fit", "That is all right. You do not need to give a reason.")
    with talk.when(want.among("no_answer", "no_fit")):
        return person(talk, "mentor", "Shall a person of the programme help you with this?", topic="practical")


def _without_one(talk: Talk) -> None:
    """On the list for a mentor, or off it."""
    with talk.when(talk.fact("waits_for_mentor").is_true):
        place = talk.choice(
            "place", "You are on the list for a mentor. Waiting before you: {waiting_before}. What would you like?",
            {"stay": "Stay on the list", "change": "Change my wishes", "leave": "Leave the list"}, stacked=True,
        )  # fmt: skip
    with talk.otherwise():
        find = talk.choice(
            "find", "You have no mentor. Shall I put you on the list for one? Waiting now: {waiting_before}.",
            {"yes": "Find me a mentor", "no": "Not now"}, stacked=True,
        )  # fmt: skip
    with talk.when(place.is_("leave")):
        talk.say("off_list", "You are off the list, and nobody is looked for. With /mentor you can come back.")
    with talk.when(find.is_("yes") | place.is_("change")):
        _wishes(talk)
        talk.say(
            "on_list", "You are on the list. Waiting before you: {waiting_before}. I write to you when a mentor has "
            "said yes. With /mentor you can change your wishes or leave the list.",
        )  # fmt: skip


def _wishes(talk: Talk) -> None:
    talk.many("topics", "What do you hope to get from mentoring? Pick up to three.", TOPICS, at_most=3)
    talk.choice("tongue", "In which language do you want to talk with your mentor?", TONGUES, stacked=True)
    prefers = talk.many(
        "prefers", "Do you wish something about who it is? Only the programme sees this.", PREFERS, alone=("none",)
    )
    with talk.when(prefers.includes(SAME_GENDER)):
        talk.choice("gender", "Which gender is yours? It is used for this wish only.", GENDERS, stacked=True)
    weekly_hours(talk, "I take working hours.")


@conversation("mentor", title="Mentor", expires_after_days=5, about="mentorship")
def mentor(talk: Talk) -> None:
    """Help with the mentor she has, or the way to one."""
    with talk.when(talk.fact("has_mentor").is_true):
        wanted = _with_one(talk)
    with talk.otherwise():
        _without_one(talk)
    with talk.when(wanted), unless_serious(talk):
        talk.say("closing", CLOSING)
