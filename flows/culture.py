"""A new country or a new workplace: what feels different, who can explain it, and what to try.

Steps, by the numbers of the content design: `different` CUL.1 with the `card` of the country, `example` 2, `asking` 3,
`remarks` 4 with `conflict_now` or `conflict_person`, `explains` 5, `try` 6. What hurts opens the conversation about
mistreatment at once, and nothing more is asked here.
"""

from flows.blocks import exists, offer
from flows.closings import unless_serious
from flows.conditions import Condition
from flows.language import Reader, Talk, conversation

DIFFERENT = {
    "direct": "How direct people are", "hierarchy": "Bosses and rank", "small_talk": "Small talk",
    "pace": "Pace and hours", "language": "Language", "meetings": "Meetings", "food_faith": "Food or faith",
    "clothes": "Clothes", "humour": "Humour", "feedback": "How feedback is given", "other": "Other",
}  # fmt: skip
STRATEGY = (
    "What often helps: (1) First say what you saw, then what it could mean, then what you think of it. "
    '(2) Ask: "How is this usually done here?" '
    "(3) Tell two people one thing about how you work best. It goes both ways."
)


def _different(talk: Talk) -> None:
    talk.many("different", "What feels different here? Choose all that fit.", DIFFERENT)
    with talk.when(talk.fact("culture_card_known").is_true):
        talk.say("card", "How people often work here. It is a tendency, not a rule. {culture_card}")
    talk.text("example", "Do you want to write an example? (optional)", limit=300, reader=Reader.COORDINATOR)
    asking = talk.scale(
        "asking", "How comfortable are you asking about it?", low="Not comfortable", high="Very comfortable"
    )
    talk.flag("hard_to_ask", asking.at_most(2), severity="attention", topic="wellbeing")


def _remarks(talk: Talk) -> tuple[Condition, Condition]:
    """Ask about remarks; answers that one hurt, and that she wants a person for what she would rather not say here."""
    remarks = talk.choice(
        "remarks",
        "Did anyone make a comment about where you come from, how you look, how you speak or what you believe?",
        {
            "no": "No", "curious": "Yes, someone was curious", "hurtful": "Yes, and it hurt",
            "unsaid": "Rather not say",
        }, stacked=True,
    )  # fmt: skip
    hurt = remarks.is_("hurtful")
    talk.flag("hurtful_remark", hurt, severity="urgent", topic="safety", restricted=True)
    with talk.when(hurt & exists(talk, "conflict")):
        talk.opens("hurtful_conflict", "conflict")
    with talk.when(remarks.is_("unsaid")):
        person = offer(
            talk, "conflict", look="You decide what you tell. Shall we look at it together?",
            contact="You decide what you tell. Shall a person contact you?", topic="safety",
        )  # fmt: skip
    return hurt, person


def _people(talk: Talk) -> Condition:
    """Ask who could explain and what she will try; answers that she asks for a buddy."""
    explains = talk.choice(
        "explains", "Who could explain the unwritten rules to you?",
        {
            "colleague": "A colleague", "mentor": "My mentor", "intern": "Another intern", "nobody": "Nobody yet",
        }, stacked=True,
    )  # fmt: skip
    talk.flag(
        "wants_buddy", explains.is_("nobody"), severity="attention", topic="practical",
        remark="Nobody explains the unwritten rules to the student: please find a buddy.",
    )  # fmt: skip
    talk.choice(
        "try", "What will you try?",
        {
            "ask": "Ask a colleague", "watch": "Watch a meeting and take notes",
            "tell": "Say how I like to get feedback", "nothing": "Nothing now",
        }, stacked=True,
    )  # fmt: skip
    return explains.is_("nobody")


@conversation("culture", title="What feels different", expires_after_days=5, report=True)
def culture(talk: Talk) -> None:
    """Name what is different, hear what hurts, and find somebody who explains."""
    _different(talk)
    hurt, person = _remarks(talk)
    with talk.when(~hurt):
        buddy = _people(talk)
        with talk.when(~talk.heard("urgent")):
            talk.say("strategy", STRATEGY)
    with unless_serious(talk):
        with talk.when(person):
            talk.say(
                "closing_restricted",
                "Thank you for telling me. {safeguarding} will read this by {deadline} and write to you. "
                "You decide what is shared with your workplace.",
            )
        with talk.or_when(buddy):
            talk.say(
                "closing_buddy",
                "Thank you for telling me. {coordinator} looks at this by {deadline} and looks for somebody who can "
                "explain things to you. You can change what you answered with /answers.",
            )
        with talk.or_when(talk.heard("attention")):
            talk.say(
                "closing",
                "Thank you for telling me. {coordinator} looks at this by {deadline}. "
                "You can change what you answered with /answers.",
            )
        with talk.otherwise():
            talk.say("closing_noted", "Thank you. It is noted. If you want a person, choose Contact me at any time.")
