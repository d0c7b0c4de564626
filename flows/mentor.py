"""The mentor: who it is, what may be done with one, and a person where it does not fit.

Steps: `want` for whoever has a mentor, with `mentor_person` where somebody of the programme should help; `find_person`
for whoever has none.
"""

from flows.blocks import person
from flows.closings import unless_serious
from flows.language import Talk, conversation

WISHES = {
    "prepare": "Prepare a meeting", "no_answer": "I cannot reach my mentor", "no_fit": "It does not fit",
    "nothing": "Nothing now",
}  # fmt: skip
CLOSING = "Thank you. {coordinator} will read this by {deadline} and write to you."


@conversation("mentor", title="Mentor", expires_after_days=5)
def mentor(talk: Talk) -> None:
    """Help with the mentor she has, or to find one."""
    with talk.when(talk.fact("has_mentor").is_true):
        wish = talk.choice("want", "Your mentor is {mentor}. What would you like?", WISHES, stacked=True)
        with talk.when(wish.is_("prepare")):
            talk.say(
                "prepare",
                "(1) Write three lines: what went well, what is hard, what you want to leave with. (2) Send them a day "
                "before. (3) Bring one question you cannot look up. Your mentor sees nothing of what you answer here.",
            )
        with talk.when(wish.is_("no_answer")):
            talk.say("no_answer", "A short message with two times to choose from often helps.")
        with talk.when(wish.is_("no_fit")):
            talk.say("no_fit", "That is all right. You do not need to give a reason.")
        with talk.when(wish.among("no_answer", "no_fit")):
            wanted = person(talk, "mentor", "Shall a person of the programme help you with this?", topic="practical")
    with talk.otherwise():
        find = person(talk, "find", "You have no mentor yet. Shall a person look for one with you?", topic="practical")
    with talk.when(wanted | find), unless_serious(talk):
        talk.say("closing", CLOSING)
