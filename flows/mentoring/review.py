"""In the middle and at the end each says how the mentoring goes, and what of it the other one may read (MEV).

Steps of both: `open` 1, `useful` 2, `as_agreed` 3, `honest` 4, `again` 5, `keep` and `change` 6, `uncomfortable` 7,
`may_see` 8. Numbers are never shown to the other one; the programme sees averages of many.
"""

from dataclasses import dataclass

from flows.blocks import exists, look_now
from flows.closings import unless_serious
from flows.language import Talk, conversation

MAY_SEE = {"averages": "Only averages of many", "words": "What to keep and change", "nothing": "Nothing"}
KEEP, CHANGE = "What is one thing to keep? (optional)", "What is one thing to change? (optional)"
NOT_TRUE, TRUE = "not true", "true"


@dataclass(frozen=True)
class _Side:
    """The sentences as one of the two says them."""

    open: str
    useful: str
    honest: str
    again: str


_MENTEE = _Side(
    "“I can be open with {partner}.”", "“I leave our talks with something I can use.”",
    "“{partner} asks a lot of me and helps me too.”", "“I would tell others to take this mentor.”",
)  # fmt: skip
_MENTOR = _Side(
    "“{partner} is open with me.”", "“I see {partner} use what we talk about.”", "“I can be honest with {partner}.”",
    "“I would be a mentor again.”",
)  # fmt: skip


def _review(talk: Talk, side: _Side) -> None:
    is_open = talk.scale("open", side.open, low=NOT_TRUE, high=TRUE)
    talk.flag("not_open", is_open.at_most(2), severity="attention", topic="practical")
    talk.scale("useful", side.useful, low=NOT_TRUE, high=TRUE)
    talk.scale("as_agreed", "“Our meetings take place as agreed.”", low=NOT_TRUE, high=TRUE)
    talk.scale("honest", side.honest, low=NOT_TRUE, high=TRUE)
    talk.scale("again", side.again, low=NOT_TRUE, high=TRUE)
    keep, change = talk.text("keep", KEEP, limit=200), talk.text("change", CHANGE, limit=200)
    bad = talk.yes_no("uncomfortable", "Was there something uncomfortable that the programme should know?")
    talk.flag("felt_uncomfortable", bad.is_yes, severity="urgent", topic="safety", restricted=True)
    with talk.when(keep.is_given | change.is_given):
        talk.choice("may_see", "What may {partner} see of this? Your numbers are never shown.", MAY_SEE, stacked=True)


@conversation("mentor_review", title="How is your mentoring?", expires_after_days=14, about="mentorship")
def mentor_review(talk: Talk) -> None:
    """The mentee about the mentoring."""
    _review(talk, _MENTEE)
    with talk.when(talk.heard("urgent") & exists(talk, "conflict")):
        look_now(talk, "conflict", "Shall we look at it now?")
    with unless_serious(talk):
        talk.say(
            "closing",
            "Thank you. Three ideas: (1) tell {partner} one thing that helped; (2) change one thing next time; (3) you "
            "may have another mentor, without a reason: /mentor.",
        )  # fmt: skip


@conversation("mentee_review", title="How is your mentoring?", expires_after_days=14, about="mentorship")
def mentee_review(talk: Talk) -> None:
    """The mentor about the mentoring."""
    _review(talk, _MENTOR)
    with unless_serious(talk):
        talk.say(
            "closing",
            "Thank you. Three ideas: (1) tell {partner} one thing that you noticed; (2) change one thing next time; "
            "(3) if it does not fit, you may stop without a reason: /mentees.",
        )  # fmt: skip
