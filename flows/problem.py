"""Report a problem: one tap from the menu, at any time.

Steps: `about`, then `<conversation>_now` where that conversation exists and otherwise `<conversation>_person`, which
becomes a case; before that `team` where it is about somebody; for whoever wants a person `tell`, or `tell_restricted`
where only safeguarding reads it.
"""

from functools import reduce
from operator import or_

from flows.blocks import RESTRICTED_TOPICS, exists, offer, person, team_involved
from flows.closings import unless_serious
from flows.language import Reader, Talk, conversation

KINDS = {
    "workload": "Too much or too little work", "conflict": "Someone I work with", "unsafe_work": "Safety",
    "wages": "Pay or contract", "wellbeing": "How I feel", "logistics": "Housing or travel",
    "remote": "Remote or equipment", "culture": "Culture or language", "leaving": "I want to leave",
    "other": "Something else",
}  # fmt: skip
TOPICS = {"workload": "workload", "conflict": "workload", "unsafe_work": "safety", "wellbeing": "wellbeing"}
RESTRICTED = tuple(kind for kind, topic in TOPICS.items() if topic in RESTRICTED_TOPICS)
CLOSING = "Thank you for saying so. {coordinator} will read this by {deadline} and write to you."
CLOSING_RESTRICTED = (
    "Thank you for saying so. {safeguarding} will read this by {deadline} and write to you. "
    "You decide what is shared with your workplace."
)
CLOSING_NOBODY = "All right. A person is there whenever you want one: choose Contact me or Report a problem."
TELL = "What do you want the person to know? (optional)"


@conversation("problem", title="Report a problem", expires_after_days=5)
def problem(talk: Talk) -> None:
    """Name the kind, then look at it together or bring a person."""
    about = talk.choice("about", "What is it about?", KINDS, stacked=True)
    with talk.when(about.is_("conflict") & ~exists(talk, "conflict")):
        team_involved(talk)
    wishes = []
    for kind in KINDS:
        with talk.when(about.is_(kind)):
            topic = TOPICS.get(kind, "practical")
            wishes.append(person(talk, kind, topic=topic) if kind == "other" else offer(talk, kind, topic=topic))
    restricted = about.among(*RESTRICTED)
    wanted = reduce(or_, wishes)
    with talk.when(wanted):
        with talk.when(restricted):
            talk.text("tell_restricted", TELL, limit=800, reader=Reader.SAFEGUARDING)
        with talk.otherwise():
            talk.text("tell", TELL, limit=800, reader=Reader.COORDINATOR)
        with unless_serious(talk):
            with talk.when(restricted):
                talk.say("closing_restricted", CLOSING_RESTRICTED)
            with talk.otherwise():
                talk.say("closing", CLOSING)
    with talk.otherwise():
        talk.say("closing_nobody", CLOSING_NOBODY)
