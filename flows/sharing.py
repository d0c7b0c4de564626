"""SHARE: who may know, whether we may contact the workplace, and how a person reaches her. Used by every report.

Steps: `share` SHARE.1; `share_work` SHARE.2, `share_guess`; `share_how` SHARE.3, `phone`, `share_unsafe`. What
is skipped means the most careful answer: only those who must know, and ask me first. The bot never writes to an
employer: a person does, who reads these answers in the case.
"""

from dataclasses import dataclass

from flows.conditions import Condition
from flows.language import Reader, Talk

WHO_MAY_KNOW = {
    "safeguarding": "Only safeguarding", "coordinator": "My coordinator too",
    "topic": "My employer: only the topic", "words": "My employer: what I wrote",
}  # fmt: skip
"""From the fewest to the most."""
AT_WORK = {
    "ask_first": "Ask me first", "no": "No", "unnamed": "Yes, without my name", "named": "Yes, with my name",
}  # fmt: skip
WAYS_TO_REACH = {"here": "Here", "phone": "By phone", "mail": "By e-mail", "no": "Do not contact me"}


@dataclass(frozen=True)
class Shared:
    """What she allowed, as conditions; false where she skipped."""

    coordinator: Condition
    ask_first: Condition
    no_contact: Condition


def share(talk: Talk, *, reader: Reader, restricted: bool) -> Shared:
    """Ask who may know and how she wants to be reached; `restricted`: of a case that safeguarding alone reads."""
    options = {who: label for who, label in WHO_MAY_KNOW.items() if restricted or who != "safeguarding"}
    first = {} if restricted else {"coordinator": "Only my coordinator"}
    who = talk.choice(
        "share",
        "Who may know about this? Nobody else is told. You can change this later with /answers.",
        first | {key: label for key, label in options.items() if key not in first}, stacked=True, reader=reader,
    )  # fmt: skip
    work = talk.choice(
        "share_work", "May we contact your workplace? If you skip this, we ask you first.", AT_WORK, stacked=True,
        reader=reader,
    )  # fmt: skip
    with talk.when(work.is_("unnamed")):
        talk.yes_no("share_guess", "In a small team people may still guess that it is you. Is that still all right?")
    how = talk.choice("share_how", "How should a person reach you?", WAYS_TO_REACH, stacked=True, reader=reader)
    with talk.when(how.is_("phone") & ~talk.fact("phone_known").is_true):
        talk.text("phone", "Which number should we call?", limit=40, reader=reader)
    with talk.when(~how.is_("no")):
        talk.text(
            "share_unsafe", "Is there a time or a place where it is not safe to contact you? (optional)", limit=120,
            reader=reader,
        )  # fmt: skip
    return Shared(who.among("coordinator", "topic", "words"), ~work.among("no", "unnamed", "named"), how.is_("no"))
