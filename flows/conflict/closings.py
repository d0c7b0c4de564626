"""The last words of a report: the most serious first, and nothing is promised where nobody was told."""

from flows.closings import EMERGENCY
from flows.conditions import Condition
from flows.language import Talk

MEDIATION = (
    "Thank you for telling me. {coordinator} looks at this by {deadline}. Nobody at {host} has been told. Until then: "
    '(1) Talk about one situation, not about the person: "When … happened, I …, and I would like …". '
    "(2) Choose a calm time, and a room where nobody else listens. (3) Bring what would be good enough for you. "
    "You can change your answers with /answers."
)
PROTECTION = (
    "Thank you for telling me. Your case is {case_number}. {safeguarding} contacts you by {deadline}. "
    "You decide the next step. Nothing goes to {host} without you, except what must be passed on: "
    "{duty_to_report_notice}"
)
YOU_DECIDE = (
    "Your case is {case_number}. You decide the next step. Nothing goes to {host} without you, except what must be "
    "passed on: {duty_to_report_notice}"
)
NO_CONTACT = (
    "Thank you for telling me. Your case is {case_number}. {safeguarding} looks at it by {deadline}. You asked not to "
    "be contacted; you can write here or choose Contact me at any time. Nothing goes to {host} without you, except "
    "what must be passed on: {duty_to_report_notice}"
)
FOR_NOW = (
    "For now: (1) Keep a note for yourself, with dates. (2) Have someone with you when you can. "
    "(3) A service that does not pass things on: {confidential_contact}. You can change your answers with /answers."
)
NO_RETALIATION = (
    "Nobody may treat you worse because you raised this. If you notice that, tell us: it counts as a new, serious "
    "report."
)
NOTHING = (
    "All right. You have not told me anything here that I pass on. Whenever you want to, come back here or choose "
    "Contact me."
)


def report_closings(talk: Talk, serious: Condition, no_contact: Condition) -> None:
    """Close track P or track M, or a report in which nothing was said."""
    with talk.when(serious & talk.heard("attention")):
        with talk.when(talk.heard("emergency")):
            talk.say("closing_emergency", EMERGENCY, locked=True)
            talk.say("you_decide", YOU_DECIDE)
        with talk.or_when(no_contact):
            talk.say("closing_no_contact", NO_CONTACT)
        with talk.otherwise():
            talk.say("closing_protection", PROTECTION)
        talk.say("for_now", FOR_NOW)
    with talk.or_when(talk.heard("attention")):
        talk.say("closing_mediation", MEDIATION)
    with talk.otherwise():
        talk.say("closing_nothing", NOTHING)


def no_retaliation(talk: Talk) -> None:
    """What is always said after something was told."""
    talk.say("no_retaliation", NO_RETALIATION, locked=True)
