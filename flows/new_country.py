"""In the second week in a new country: an offer to look at what feels different, made once."""

from flows.language import Talk, conversation


@conversation("new_country", title="In a new country", expires_after_days=5)
def new_country(talk: Talk) -> None:
    """Offer the conversation about culture, and leave it at that."""
    now = talk.yes_no(
        "culture_now",
        "Hi {name}. In the second week in a new place, many things can feel different. "
        "Shall we look at what feels different to you? It takes three minutes.",
    )
    with talk.when(now.is_yes):
        talk.opens("open_culture", "culture")
    with talk.otherwise():
        talk.say(
            "later",
            "All right. If something is hard or hurts you later, choose Report a problem or Contact me at any time.",
        )
