"""What both expect of mentoring, before the first meeting: the same questions to each, and one agreement out of both.

Steps, by the numbers of the content design (MEX): `topics` 1, `rhythm` 2, `channel` 3, `books` 4 (the mentee says who),
`off_limits` 5 with `off_limits_shared`, `confidential` 6, `style` 7, `may_stop` 8, and of the mentor `chain` 9, first
of all: a supervisor is no mentor. A yes to that, and a no to 6, need a person (attention): the case is the student's,
so it is opened by whoever acts on the answer, and a mentor gets no receipt for it.
"""

from flows.closings import unless_serious
from flows.conditions import Condition
from flows.language import Talk, conversation
from flows.mentoring.topics import BOOKERS, CHANNELS, RHYTHMS, STYLES, TOPICS

MOST_TOPICS = 3
CONFIDENTIAL = (
    "What is said stays between the two of you, except danger or what the law says must be passed on. Do you agree?"
)
MAY_STOP = "If it does not fit, either of you may stop without giving a reason. Is that all right?"
LIMITS = "Is there anything that you do not want to talk about? (optional)"
LIMITS_SHARED = "May you two see what each of you does not want to talk about? Only if both of you say yes."


def _limits(talk: Talk) -> None:
    talk.text("off_limits", LIMITS, limit=200)
    talk.yes_no("off_limits_shared", LIMITS_SHARED)


def _signing(talk: Talk, feedback: str) -> Condition:
    """The last questions; whoever does not agree to the last has not signed, and a person looks at it."""
    talk.choice("style", feedback, STYLES, stacked=True)
    talk.choice("may_stop", MAY_STOP, {"yes": "Yes", "no": "No"})
    agrees = talk.choice("confidential", CONFIDENTIAL, {"yes": "Yes, I agree", "no": "No"}, required=True)
    with talk.when(agrees.is_("no")):
        talk.say("not_signed", "All right. Then nothing is signed, and a person of the programme is told.")
    return agrees.is_("yes")


def _offers(talk: Talk) -> None:
    talk.many("topics", "What can you offer? Pick up to three.", TOPICS, at_most=MOST_TOPICS)
    talk.choice("rhythm", "How often can you really meet?", RHYTHMS, stacked=True)
    talk.choice("channel", "How can you meet?", CHANNELS, stacked=True)
    _limits(talk)
    signed = _signing(talk, "How do you give feedback?")
    with talk.when(signed), unless_serious(talk):
        talk.say(
            "closing",
            "Thank you, you have signed. For the meetings: (1) ask before you advise; (2) your job is their thinking, "
            "you are not their boss; (3) if they tell you about danger or harassment: listen, do not investigate, and "
            "use /refer.",
        )  # fmt: skip


@conversation("mentee_expectations", title="What you expect", expires_after_days=50, about="mentorship")
def mentee_expectations(talk: Talk) -> None:
    """What a mentee hopes for."""
    talk.say(
        "hello",
        "You have a mentor: {partner}. {match_reason} Before you two meet, a few short questions. Your mentor gets the "
        "same ones, and you both see where the answers differ.",
    )  # fmt: skip
    talk.many("topics", "What do you hope to get from mentoring? Pick up to three.", TOPICS, at_most=MOST_TOPICS)
    talk.choice("rhythm", "How often do you want to meet?", RHYTHMS, stacked=True)
    talk.choice("channel", "How do you want to meet?", CHANNELS, stacked=True)
    talk.choice("books", "Who finds the time for a meeting?", BOOKERS, stacked=True)
    _limits(talk)
    signed = _signing(talk, "How do you like to get feedback?")
    with talk.when(signed), unless_serious(talk):
        talk.say(
            "closing",
            "Thank you, you have signed. Until you meet: (1) send {partner} three lines about you; (2) bring one "
            "question you cannot look up; (3) say how you both will notice that it was worth the time.",
        )  # fmt: skip


@conversation("mentor_expectations", title="What you expect", expires_after_days=50, about="mentorship")
def mentor_expectations(talk: Talk) -> None:
    """What a mentor can offer, and whether this is a match at all."""
    chain = talk.choice(
        "chain",
        "It is about {partner}. Are you in this student's chain of command, or do you mark this student's work?",
        {"no": "No", "yes": "Yes"}, required=True,
    )  # fmt: skip
    with talk.when(chain.is_("yes")):
        talk.say(
            "no_match",
            "Thank you for saying so. Then somebody else is the mentor. That is nobody's fault. {partner} is told, and "
            "a person of the programme finds somebody else.",
        )  # fmt: skip
    with talk.otherwise():
        _offers(talk)
