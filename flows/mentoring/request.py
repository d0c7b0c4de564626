"""Something between the meetings: a mentee asks to see a working day, or for an introduction; the mentor answers.

Steps of the mentee: `kind`, `what`. Of the mentor: `can`, then `days` or `who`. The programme hears only that
somebody asked.
"""

from flows.language import Talk, conversation

KINDS = {
    "shadow": "See a working day", "introduction": "Meet somebody you know", "other": "Something else",
}  # fmt: skip


@conversation("mentor_request", title="Ask your mentor for something", expires_after_days=5, about="mentorship")
def mentor_request(talk: Talk) -> None:
    """What for is optional; words that a person must look at first do not go to the mentor."""
    kind = talk.choice("kind", "What would you like to ask {partner} for?", KINDS, stacked=True)
    with talk.when(kind.is_given):
        what = talk.text(
            "what",
            "What is it for? {partner} reads this as you write it, nobody else does. (optional)",
            limit=200,
        )
        with talk.when(talk.heard("attention") & what.is_given):
            talk.say(
                "not_sent", "I have not passed this on to {partner}. What you wrote is with a person of the programme, "
                "who writes to you first.",
            )  # fmt: skip
        with talk.otherwise():
            talk.say("sent", "Thank you. {partner} is asked in working hours, and I tell you the answer.")


@conversation("request_answer", title="Your mentee asks for something", expires_after_days=14, about="mentorship")
def request_answer(talk: Talk) -> None:
    """Yes with days, not now, or whom to ask instead: any of them is a good answer."""
    can = talk.choice(
        "can", "{partner} asks: {request_kind}. In their words: “{request_words}” Is that possible?",
        {"yes": "Yes", "not_now": "Not now", "somebody": "Somebody else can help"}, stacked=True,
    )  # fmt: skip
    with talk.when(can.is_("yes")):
        talk.text("days", "Which days or times suit you? {partner} reads it as you write it. (optional)", limit=200)
    with talk.when(can.is_("somebody")):
        talk.text("who", "Whom should {partner} ask, and how? It is read as you write it. (optional)", limit=200)
    with talk.when(can.is_given & ~talk.heard("attention")):
        talk.say("told", "Thank you. {partner} gets your answer.")
