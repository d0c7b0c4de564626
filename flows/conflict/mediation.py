"""Track M: a disagreement or unclear treatment, which a coordinator helps to talk about.

Steps, by the numbers of the content design: `example` CON.M1, `effect` M2, `matters` M3, `their_view` M4, `tried` M5,
`enough` M6, `ready` M7; M8 is SHARE.
"""

from flows.conditions import Condition
from flows.language import Reader, Talk
from flows.sharing import share

MATTERS = {
    "agreements": "Clear agreements", "respect": "Respect", "recognition": "Recognition", "fair": "A fair share",
    "learn": "To learn", "peace": "To be left in peace", "other": "Something else",
}  # fmt: skip
TRIED = {
    "nothing": "Nothing yet", "them": "Talked to them", "supervisor": "Talked to my supervisor",
    "mentor": "Talked to my mentor",
}  # fmt: skip
READY = {"yes": "Yes", "maybe": "Maybe", "no": "No", "afraid": "I would be afraid"}


def mediation(talk: Talk, ordinary: Condition) -> Condition:
    """The five moves of an intake and whether both could sit down; answers whether she would be afraid to.

    `ordinary` stops to hold when her words show that it is serious: then the rest is not asked.
    """
    with talk.when(ordinary):
        talk.text("example", "What is one example of what happened?", limit=500, reader=Reader.COORDINATOR)
        talk.text("effect", "How does it affect you or the work?", limit=300, reader=Reader.COORDINATOR)
        talk.choice("matters", "What matters most to you here?", MATTERS, stacked=True)
        talk.text(
            "their_view", "How might the other person see it? (optional)", limit=200, reader=Reader.COORDINATOR
        )  # fmt: skip
        talk.many("tried", "What have you tried? Choose all that fit.", TRIED, alone=("nothing",))
        talk.text("enough", "What would be good enough for you?", limit=200, reader=Reader.COORDINATOR)
        ready = talk.choice("ready", "Would you sit down with them if someone helped?", READY, stacked=True)
        talk.flag("afraid", ready.is_("afraid"), severity="urgent", topic="safety", restricted=True)
    return ready.is_("afraid")


def share_mediation(talk: Talk, calm: Condition) -> None:
    """SHARE, as her coordinator reads it."""
    with talk.when(calm):
        share(talk, reader=Reader.COORDINATOR, restricted=False)
