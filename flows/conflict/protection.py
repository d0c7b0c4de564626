"""Track P: mistreatment, and whatever she would rather not name. Safeguarding reads it, and nothing is investigated.

Steps, by the numbers of the content design: `medical` CON.P1, `still` P2, `meet` P3, `words` P4, `help` P5, SHARE with
the ending `_restricted` P6, `confidential` P7. `named` is the name of somebody, which nobody has to give: it comes
after her own words and never first.

Never asked here: why, what exactly was done, for proof or witnesses, whether she is sure, whether she said stop.
"""

from functools import reduce
from operator import or_

from flows.conditions import Condition
from flows.conflict.afterwards import DAYS
from flows.language import Reader, Talk
from flows.sharing import Shared, share

STILL = {
    "once": "It happened once", "several": "Several times", "now": "It is going on now", "over": "It is over",
}  # fmt: skip
HELP = {
    "talk": "Someone to talk to", "distance": "Not having to meet the person", "options": "To know my options",
    "leave": "To leave the placement", "formal": "To make a formal report", "nothing": "Nothing now",
}  # fmt: skip
RESTRICTED = "_restricted"
MUST_MEET, NAMED = "must_meet", "named"
"""A flag after which safeguarding is asked for distance today, and a step whose name may stand in other reports too."""
MEDICAL = (
    "Thank you for telling me. It is not your job to prove anything here. Do you need medical help?"
)  # fmt: skip
MEDICAL_NOW = (
    "If it cannot wait, call {emergency} now. For other medical help: {medical}. If someone you trust is near, ask "
    "them to come with you. {role} is being told that you need help."
)
MEDICAL_MAYBE = (
    "You can ask {medical} what is right for you, also just to be sure. If it gets worse, call {emergency}."
)  # fmt: skip
WORDS = "Write only what you want the person who calls you to know. No details are needed. (optional)"
NAME = "Is there a name that safeguarding should have? You do not have to give one. (optional)"
CONFIDENTIAL = "There is a service that does not pass things on. Do you want the contact?"


def protection(talk: Talk, serious: Condition, unnamed: Condition) -> Shared:
    """What safety needs and nothing more, then SHARE; `unnamed`: she has not said what kind of thing it is."""
    with talk.when(serious):
        told = [_medical(talk), *_going_on(talk)]
        words = talk.text("words", WORDS, limit=600, reader=Reader.SAFEGUARDING)
        name = talk.text(NAMED, NAME, limit=120, reader=Reader.SAFEGUARDING)
        help_ = talk.many("help", "What would help most now? Choose all that fit.", HELP, alone=("nothing",))
        told += [words.is_given, name.is_given, help_.is_given]
        talk.flag("untold", unnamed & reduce(or_, told), severity="urgent", topic="safety", restricted=True)
        with talk.when(unnamed & reduce(or_, told)):
            for days in DAYS:
                talk.opens(f"untold_{days}", f"conflict_after_{days}", after_days=days)
        shared = share(talk, reader=Reader.SAFEGUARDING, restricted=True, ending=RESTRICTED)
        with talk.when(talk.yes_no("confidential", CONFIDENTIAL).is_yes):
            talk.say("confidential_contact", "You can reach it here: {confidential_contact}.")
    return shared


def _medical(talk: Talk) -> Condition:
    medical = talk.yes_no("medical", MEDICAL, not_sure=True, locked=True)
    talk.flag("medical_help", medical.is_yes, severity="emergency", topic="safety", restricted=True)
    with talk.when(medical.is_yes):
        talk.say("medical_now", MEDICAL_NOW, locked=True)
    with talk.or_when(medical.is_not_sure):
        talk.say("medical_maybe", MEDICAL_MAYBE, locked=True)
    return medical.is_yes | medical.is_not_sure


def _going_on(talk: Talk) -> tuple[Condition, ...]:
    still = talk.choice("still", "Is it still going on?", STILL, stacked=True, locked=True)
    talk.flag("going_on", still.is_("now"), severity="urgent", topic="safety", restricted=True)
    meet = talk.yes_no("meet", "Do you have to meet the person in the next two days?", not_sure=True, locked=True)
    talk.flag(MUST_MEET, meet.is_yes, severity="urgent", topic="safety", restricted=True)
    return still.is_given, meet.is_given
