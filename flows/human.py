"""`/human` and "Contact me": ask for a person, with no reason needed."""

from flows.blocks import contact, team_involved
from flows.closings import unless_serious
from flows.language import Reader, Talk, conversation


@conversation("human", title="Contact me", expires_after_days=5, report=True)
def human(talk: Talk) -> None:
    """Steps: `contact` (as CHK.11) raises the flag at once; then `team`, `phone` if no number is known, and `about`."""
    chosen = contact(talk, "How should a person contact you?", reader=Reader.COORDINATOR)
    with talk.when(chosen.among("write", "call")):
        team_involved(talk)
        with talk.when(chosen.is_("call") & ~talk.fact("phone_known").is_true):
            talk.text("phone", "Which number should we call?", limit=40, reader=Reader.COORDINATOR)
        talk.text("about", "What is it about? (optional)", limit=300, reader=Reader.COORDINATOR)
        with unless_serious(talk):
            with talk.when(chosen.is_("call")):
                talk.say("closing_call", "Thank you. {coordinator} will read this by {deadline} and call you.")
            with talk.otherwise():
                talk.say("closing_write", "Thank you. {coordinator} will read this by {deadline} and write to you.")
    with talk.when(~chosen.among("write", "call", "urgent")):
        talk.say("closing_no", "All right, nobody will contact you. You can change your mind at any time with /human.")
