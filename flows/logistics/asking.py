"""Housing, travel, money, papers, equipment: one question finds the branch, and a person is there at the end.

Steps, by the numbers of the content design: `about` LOG.1; `housing` and `travel` stand beside this file; money
`unpaid` M1; papers `paper` and `paper_by` P1; `what` for equipment and the rest; `contact` LOG.2 with `phone`.
"""

from dataclasses import dataclass

from flows.answers import ChoiceAnswer
from flows.blocks import contact, exists, look_now, number_to_call
from flows.closings import what_happens_next
from flows.conditions import Condition
from flows.language import Reader, Talk, conversation
from flows.logistics.housing import housing, housing_advice
from flows.logistics.travel import travel, travel_advice

ABOUT = {
    "housing": "Housing", "travel": "Travel to work", "money": "Money", "papers": "Papers or visa",
    "equipment": "Equipment", "other": "Something else",
}  # fmt: skip
PAPERS = {
    "work": "Work permit", "residence": "Residence permit", "bank": "Bank account", "tax": "Tax card",
    "insurance": "Insurance",
}  # fmt: skip
SOON = 14
"""Days until a paper is due from which on a person must look."""
ADVICE_PAPERS = (
    "For now: (1) Write the day into your calendar. (2) Ask the office which papers it wants, and ask in writing. "
    "(3) Keep a copy of all that you send. If the office wants a letter about your placement, {coordinator} can say "
    "who writes it."
)
CLOSING_TONIGHT = (
    "Your answers are saved. {role} is being told that you need a place to sleep tonight. You can write to me here at "
    "any time, and it goes to that person too. If you are in danger, call {emergency}."
)
CLOSING_PAPERS = (
    "Thank you for telling me. This paper cannot wait, so {coordinator} and {safeguarding} are told now, and one of "
    "them answers by {deadline}. You decide what is shared with your workplace."
)


@dataclass(frozen=True)
class _Branches:
    """What the branches found: nowhere to sleep tonight, urgent help wanted, pay that was not given, a paper due."""

    tonight: Condition
    urgent: Condition
    unpaid: Condition
    due_soon: Condition


def _papers(talk: Talk) -> Condition:
    """Ask which paper is due and when; answers whether that is soon."""
    talk.choice("paper", "Which paper is it?", PAPERS, stacked=True, reader=Reader.COORDINATOR)
    due = talk.date("paper_by", "By which day must it be there? Write the day, or skip this.")
    soon = due.within_days(SOON)
    talk.flag("paper_due_soon", soon, severity="urgent", topic="practical")
    return soon


def _what(talk: Talk, about: ChoiceAnswer) -> None:
    talk.text("what", "What is it, in a few words? (optional)", limit=300, reader=Reader.COORDINATOR)
    with talk.when(about.is_("equipment") & exists(talk, "remote")):
        look_now(talk, "remote", "Shall we look at remote work or equipment now?")


def _branches(talk: Talk, about: ChoiceAnswer) -> _Branches:
    with talk.when(about.is_("housing")):
        tonight = housing(talk)
    with talk.when(about.is_("travel")):
        urgent = travel(talk)
    with talk.when(about.is_("money")):
        unpaid = talk.yes_no("unpaid", "Is there pay or money for expenses that you did not get?").is_yes
        with talk.when(unpaid):
            talk.opens("open_wages", "wages")
    with talk.when(about.is_("papers")):
        due_soon = _papers(talk)
    with talk.when(about.among("equipment", "other")):
        _what(talk, about)
    return _Branches(tonight, urgent, unpaid, due_soon)


def _advice(talk: Talk, about: ChoiceAnswer) -> None:
    with talk.when(about.is_("housing")):
        housing_advice(talk)
    with talk.when(about.is_("travel")):
        travel_advice(talk)
    with talk.when(about.is_("papers")):
        talk.say("advice_papers", ADVICE_PAPERS)


def _close(talk: Talk, about: ChoiceAnswer, due_soon: Condition) -> None:
    """Who looks at it and by when; a paper that is due soon is urgent and no danger."""
    with talk.when(due_soon & ~talk.heard("urgent", in_words=True)):
        talk.say("closing_papers", CLOSING_PAPERS)
    with talk.otherwise():
        what_happens_next(talk, restricted=False)
    with talk.when(~talk.heard("emergency")):
        _advice(talk, about)


@conversation("logistics", title="Housing, travel and papers", expires_after_days=5, report=True)
def logistics(talk: Talk) -> None:
    """Find the branch; what cannot wait comes first; then a person, and something useful to do now."""
    about = talk.choice("about", "What is it about?", ABOUT, stacked=True, reader=Reader.COORDINATOR)
    found = _branches(talk, about)
    with talk.when(found.tonight):
        talk.say("closing_tonight", CLOSING_TONIGHT, locked=True)
    with talk.or_when(about.is_given & ~found.urgent & ~found.unpaid):
        chosen = contact(talk, "Shall a person contact you?", reader=Reader.COORDINATOR)
        with talk.when(chosen.is_("call")):
            number_to_call(talk, reader=Reader.COORDINATOR)
        with talk.when(~chosen.is_("urgent")):
            _close(talk, about, found.due_soon)
