"""The mentoring ends, on its day or earlier: how, a look back, thanks after a preview, and staying in touch (MCL).

Steps of the mentee: `how` 1, `reached` 2, `go_on_with` 3, `thanks` and `send_thanks` 4, `stay` 6. Steps of the mentor:
`how` 1, `noticed` and `send_noticed` 5, `stay` 6, `again` and `room` 8. Addresses are shared only where both say yes.
"""

from flows.closings import unless_serious
from flows.language import Talk, conversation

WAYS = {"talk": "A last talk", "message": "A short message", "extend": "Three months more", "end": "Just end"}
STAY = {"yes": "Yes", "not_now": "Not now"}
HOW = "Your mentoring with {partner} comes to its end. How should it end?"
IN_TOUCH = "Shall {partner} get your e-mail address, so that you can stay in touch? Only if you both say yes."


def _words_to_send(talk: Talk, step: str, text: str, preview: str) -> None:
    """Words for the other one, which go out only after she has seen them once more, and never where they worry us."""
    words = talk.text(step, text, limit=300)
    with talk.when(words.is_given & ~talk.heard("attention", in_words=True)):
        talk.yes_no(f"send_{step}", preview)


@conversation("mentorship_end", title="The end of your mentoring", expires_after_days=20, about="mentorship")
def mentorship_end(talk: Talk) -> None:
    """The mentee looks back and says thank you."""
    how = talk.choice("how", HOW, WAYS, stacked=True)
    with talk.when(how.is_("extend")):
        talk.say("extend", "I ask {partner} the same. If you both want it, it goes on for three months.")
    with talk.otherwise():
        talk.scale(
            "reached", "You hoped for: {hoped_for}. How far did you get?", low="not at all", high="all the way",
        )  # fmt: skip
        talk.text("go_on_with", "What will you keep doing without your mentor? (optional)", limit=200)
        _words_to_send(
            talk, "thanks", "One sentence of thanks to {partner}? You see it once more before it goes out. (optional)",
            "{partner} would read: “{words_to_send}” Shall I send it?",
        )  # fmt: skip
        talk.choice("stay", IN_TOUCH, STAY)
        with unless_serious(talk):
            talk.say(
                "closing",
                "Thank you. (1) Keep your last three action items. (2) Write to {partner} once in six months. "
                "(3) Be a mentor to the next one.",
            )  # fmt: skip
        talk.opens("review_at_end", "mentor_review")


@conversation("mentorship_goodbye", title="The end of a mentoring", expires_after_days=20, about="mentorship")
def mentorship_goodbye(talk: Talk) -> None:
    """The mentor gives one thing for the road, and says whether she would do it again."""
    how = talk.choice("how", HOW, WAYS, stacked=True)
    with talk.when(how.is_("extend")):
        talk.say("extend", "I ask {partner} the same. If you both want it, it goes on for three months.")
    with talk.otherwise():
        _words_to_send(
            talk, "noticed",
            "What did you notice in {partner}? One thing for the road. You see it once more before it goes out. "
            "(optional)",
            "{partner} would read: “{words_to_send}” Shall I send it?",
        )  # fmt: skip
        talk.choice("stay", IN_TOUCH, STAY)
        again = talk.yes_no("again", "Would you like to be a mentor again?")
        with talk.when(again.is_yes):
            talk.number("room", "How many mentees have room with you at the same time?", lowest=1, highest=6)
        with unless_serious(talk):
            talk.say("closing", "Thank you for the time you gave to {partner}, and to {org}.")
        talk.opens("review_at_end", "mentee_review")
