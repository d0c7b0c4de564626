"""SHARE: who may know, whether we may contact the workplace, and how a person reaches her. Used by every report.

Steps: `share` SHARE.1; `share_work` SHARE.2, `share_guess`; `share_how` SHARE.3, `phone`, `share_unsafe`. Where a
conversation asks in two places, those of the second have an ending of their own: `share_restricted`. What is skipped
means the most careful answer: only those who must know, and ask me first. The bot never writes to an employer: a person
does, who reads these answers at the head of the case.
"""

from dataclasses import dataclass

from flows.answers import ChoiceAnswer
from flows.conditions import Condition
from flows.language import Reader, Talk

SHARE, SHARE_WORK, SHARE_GUESS, SHARE_HOW, SHARE_UNSAFE = (
    "share", "share_work", "share_guess", "share_how", "share_unsafe",
)  # fmt: skip
PHONE = "phone"
"""A part of the id of every step that asks on which number to call her."""
ENDINGS = ("", "_restricted")
"""What the ids of the steps may end in."""
WHO_MAY_KNOW = {
    "safeguarding": "Only safeguarding", "coordinator": "My coordinator too",
    "topic": "My employer: only the topic", "words": "My employer: what I wrote",
}  # fmt: skip
"""From the fewest to the most."""
HER_COORDINATOR_TOO = ("coordinator",)
"""With these answers her own coordinator may read a case that is restricted."""
AT_WORK = {
    "ask_first": "Ask me first", "no": "No", "unnamed": "Yes, without my name", "named": "Yes, with my name",
}  # fmt: skip
WAYS_TO_REACH = {"here": "Here", "phone": "By phone", "mail": "By e-mail", "no": "Do not contact me"}


def asks_for_a_number(step: str) -> bool:
    """This step asks on which number to call her."""
    return PHONE in step.split("_")


@dataclass(frozen=True)
class Shared:
    """What she allowed, as conditions; false where she skipped."""

    coordinator: Condition
    ask_first: Condition
    no_contact: Condition
    by_phone: Condition


def share(talk: Talk, *, reader: Reader, restricted: bool, ending: str = "") -> Shared:
    """Ask who may know and how she wants to be reached; `restricted`: of a case that safeguarding alone reads."""
    options = {who: label for who, label in WHO_MAY_KNOW.items() if restricted or who != "safeguarding"}
    first = {} if restricted else {"coordinator": "My coordinator and safeguarding"}
    who = talk.choice(
        SHARE + ending,
        "Who may know about this? Nobody else is told. You can change this later with /answers.",
        first | {key: label for key, label in options.items() if key not in first}, stacked=True, reader=reader,
    )  # fmt: skip
    work = talk.choice(
        SHARE_WORK + ending, "May we contact your workplace? If you skip this, we ask you first.", AT_WORK,
        stacked=True, reader=reader,
    )  # fmt: skip
    with talk.when(work.is_("unnamed")):
        talk.yes_no(
            SHARE_GUESS + ending, "In a small team people may still guess that it is you. Is that still all right?"
        )
    how = _reach(talk, reader, ending)
    ask_first = ~work.among("no", "unnamed", "named")
    return Shared(who.among(*HER_COORDINATOR_TOO), ask_first, how.is_("no"), how.is_("phone"))


def _reach(talk: Talk, reader: Reader, ending: str) -> ChoiceAnswer:
    """Ask how a person reaches her, and on which number and when."""
    how = talk.choice(
        SHARE_HOW + ending, "How should a person reach you?", WAYS_TO_REACH, stacked=True, reader=reader
    )  # fmt: skip
    with talk.when(how.is_("phone") & ~talk.fact("phone_known").is_true):
        talk.text(PHONE + ending, "Which number should we call?", limit=40, reader=reader)
    with talk.when(~how.is_("no")):
        talk.text(
            SHARE_UNSAFE + ending, "Is there a time or a place where it is not safe to contact you? (optional)",
            limit=120, reader=reader,
        )  # fmt: skip
    return how
