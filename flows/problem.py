"""Report a problem: one tap from the menu, at any time.

Steps: `about` opens the conversation about it at once; whatever is none of them asks whether a person shall make
contact (`other_person`), and what that person should know (`tell`).
"""

from flows.blocks import person
from flows.closings import unless_serious
from flows.language import Reader, Talk, conversation

OTHER = "other"
KINDS = {
    "workload": "Too much or too little work", "conflict": "Someone I work with", "unsafe_work": "Safety",
    "wages": "Pay or contract", "wellbeing": "How I feel", "logistics": "Housing or travel",
    "remote": "Remote or equipment", "culture": "Culture or language", "leaving": "I want to leave",
    OTHER: "Something else",
}  # fmt: skip
"""Each kind but the last is the id of its conversation."""


@conversation("problem", title="Report a problem", expires_after_days=5)
def problem(talk: Talk) -> None:
    """Name the kind, and go on where it is talked about."""
    about = talk.choice("about", "What is it about?", KINDS, stacked=True)
    for kind in KINDS:
        if kind != OTHER:
            with talk.when(about.is_(kind)):
                talk.opens(f"open_{kind}", kind)
    with talk.when(about.is_(OTHER)):
        wanted = person(talk, OTHER, topic="practical")
        with talk.when(wanted):
            talk.text("tell", "What do you want the person to know? (optional)", limit=800, reader=Reader.COORDINATOR)
            with unless_serious(talk):
                talk.say(
                    "closing", "Thank you for saying so. {coordinator} will read this by {deadline} and write to you."
                )
    with talk.when(~about.is_given | (about.is_(OTHER) & ~wanted)):
        talk.say("closing_nobody", "All right. A person is there whenever you want one: choose Contact me.")
