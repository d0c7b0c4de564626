"""A mentor is asked whether a mentee fits, before that one hears of her.

Steps: `fits`; `question` of whoever wants to know more first; `why` of whoever declines, which is optional.
"""

from flows.language import Talk, conversation

ANSWERS = {"accept": "Yes, gladly", "ask": "I have a question first", "decline": "No, this does not fit"}
REASONS = {
    "time": "I have no time now", "fit": "We do not fit", "capacity": "I have no room for more mentees",
    "other": "Something else",
}  # fmt: skip


@conversation("mentor_match", title="A possible mentee", expires_after_days=21, about="mentorship")
def mentor_match(talk: Talk) -> None:
    """What becomes of it is said when it is known: somebody else may have been faster."""
    fits = talk.choice(
        "fits",
        "The programme thinks that {partner_first} could be your mentee. Field: {partner_field}. Hopes for: "
        "{partner_hopes}. {match_reason} Do you want to be the mentor?",
        ANSWERS, stacked=True,
    )  # fmt: skip
    with talk.when(fits.is_("ask")):
        talk.text("question", "What would you like to know? A person of the programme reads it, not the student.",
                  limit=300)  # fmt: skip
    with talk.when(fits.is_("decline")):
        talk.choice(
            "why", "That is all right. You need not say why. If you want to, the programme reads it, the student does "
            "not.", REASONS, stacked=True,
        )  # fmt: skip
