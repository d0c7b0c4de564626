"""She wants to leave, was dismissed, or has already stopped (OUT).

Steps: `what`, `reasons`, `unsafe`, `deadline`, `talk_first` while she has not left, otherwise `contact`, then `phone`.
Nothing is decided here: the bot names the other ways out and who decides. `leaving_after` asks again after a week.
"""

from functools import reduce
from operator import or_

from flows.afterwards import asked_after
from flows.answers import ChoiceAnswer
from flows.blocks import contact, exists, look_now, number_to_call
from flows.checkin import IN_THE_WAY
from flows.closings import what_happens_next
from flows.conditions import Condition
from flows.language import Reader, Talk, conversation

WHAT = {
    "thinking": "I am thinking about leaving", "decided": "I have decided to leave", "dismissed": "I was dismissed",
    "stopped": "I have already stopped",
}  # fmt: skip
STILL_THERE = ("thinking", "decided")
OTHER_WAYS = (
    "Please do not resign in writing today. There is often another way: (1) another team; (2) another supervisor; "
    "(3) a pause; (4) another workplace; (5) an end with credit for what you have done. You decide whether you go on. "
    "Your place of study decides about credit, and {host} about the contract. {coordinator} can ask both for you. "
    "If you have a visa, ask first what it means for that."
)
DISMISSED = (
    "Please do not sign anything today. (1) Ask for the reason and the last day in writing. (2) Keep your list of "
    "hours and your messages. (3) You can ask {legal_aid} whether it was right. Your place of study decides about "
    "credit, and {coordinator} can ask for you, and for another workplace."
)
STOPPED = (
    "It may not be too late. (1) Do not sign anything today. (2) Write down when and why you stopped, for yourself. "
    "(3) Ask {coordinator} what is possible: a pause, another workplace, or an end with credit. Your place of study "
    "decides about credit. If you have a visa, ask first what it means for that."
)


def _reasons(talk: Talk) -> Condition:
    """Ask for the main reasons and whether going back is unsafe; answers whether it is."""
    talk.many("reasons", "What is the main reason? Choose all that fit.", IN_THE_WAY, alone=("nothing",))
    unsafe = talk.yes_no("unsafe", "Is it unsafe for you to go back?", locked=True)
    talk.flag("unsafe_to_go_back", unsafe.is_yes, severity="urgent", topic="safety", restricted=True)
    talk.date("deadline", "Is there a day by which something must be decided? Write it, or skip this.")
    return unsafe.is_yes


def _person(talk: Talk, what: ChoiceAnswer) -> Condition:
    """Ask whether a person makes contact, before she decides where that is still ahead; answers "it is urgent"."""
    with talk.when(what.among(*STILL_THERE)):
        first = contact(
            talk, "Would you talk to someone before you decide?", reader=Reader.COORDINATOR, step="talk_first"
        )  # fmt: skip
    with talk.otherwise():
        now = contact(talk, "Shall a person contact you?", reader=Reader.COORDINATOR)
    with talk.when(first.is_("call") | now.is_("call")):
        number_to_call(talk, reader=Reader.COORDINATOR)
    return first.is_("urgent") | now.is_("urgent")


def _advice(talk: Talk, what: ChoiceAnswer) -> None:
    with talk.when(what.among(*STILL_THERE)):
        talk.say("other_ways", OTHER_WAYS)
    with talk.or_when(what.is_("dismissed")):
        talk.say("after_dismissal", DISMISSED)
    with talk.or_when(what.is_("stopped")):
        talk.say("after_stopping", STOPPED)


@conversation("leaving", title="Leaving the placement", expires_after_days=5, report=True)
def leaving(talk: Talk) -> None:
    """Where she stands, whether it is safe, and the ways there are."""
    what = talk.choice("what", "What fits best?", WHAT, stacked=True, reader=Reader.COORDINATOR)
    talk.flag("thinks_of_leaving", what.is_("thinking"), severity="attention", topic="practical")
    gone = reduce(or_, (what.is_(each) for each in WHAT if each != "thinking"))
    talk.flag("leaves", gone, severity="urgent", topic="practical")
    with talk.when(what.is_given):
        talk.opens("in_a_week", "leaving_after", after_days=7)
    unsafe = _reasons(talk)
    urgent = _person(talk, what)
    with talk.when(unsafe & exists(talk, "conflict")):
        look_now(talk, "conflict", "Shall we look at what makes it unsafe now?")
    with talk.when(~urgent):
        what_happens_next(talk, restricted=False)
        with talk.when(~talk.heard("emergency")):
            _advice(talk, what)


leaving_after = asked_after("leaving", topic="practical", restricted=False)
