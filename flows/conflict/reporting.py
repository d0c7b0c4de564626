"""Conflict and mistreatment: a gate first, then mediation or protection.

Steps, by the numbers of the content design: `duty` and `start` (`start_here` where there is no form for reports without
a name) CON.0, `anonymous` CON.A, `safe` CON.1, `team` with `team_who` (who must not see it),
`kinds` CON.2. "Just call me" asks `call_phone` and `call_unsafe`. The tracks stand in `mediation` and `protection`.

She is asked who of the team is involved before anything is said that they must not read. Whoever is not sure to be safe
is never asked to mediate, whatever kind she picks; nor is she whose words are urgent, or who would be afraid.
"""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from flows.answers import ManyAnswer, YesNoAnswer
from flows.blocks import team_involved
from flows.conditions import Condition
from flows.conflict.afterwards import DAYS
from flows.conflict.closings import no_retaliation, report_closings
from flows.conflict.mediation import mediation, share_mediation
from flows.conflict.protection import protection
from flows.language import Reader, Talk, conversation

DUTY = (
    "A disagreement is read by {coordinator}, anything more serious by {safeguarding}. Nobody at {host} reads it. "
    "I cannot promise complete secrecy. {duty_to_report_notice} "
    "If you want a service that does not pass things on: {confidential_contact}."
)
START = "You can stop at any time, skip anything, or just ask for a call."
WAYS_IN = {"go_on": "Go on", "call": "Just call me", "anonymous": "Anonymous option", "stop": "Stop"}
GATE, LEAVES_NOTHING = "start", ("anonymous", "stop")
"""The step at which whoever asks for the form and whoever stops leave the same behind: that answer is not kept."""
ANONYMOUS = (
    "In this chat I know who you are, and the company that runs the chat knows it too. {channel_notice} "
    "There is a web form that does not ask for a name and does not store an account: {anonymous_form} "
    "There you get a code; keep it. With it you can read answers and add to what you wrote. "
    "Please do not open it on a computer or network of your workplace. {anonymous_consequence} "
    "I do not keep that you chose this. To go on here instead, open this talk again with /conflict: then the people "
    "who read it know that it was you."
)
KINDS = {
    "disagreement": "Disagreement or misunderstanding", "unfair": "Unclear or unfair treatment",
    "bullying": "Shouting, insults or bullying", "sexual": "Sexual comments, messages or touching",
    "violence": "Threats or violence", "discrimination": "Discrimination", "unsafe_work": "Unsafe work",
    "pay": "Pay or contract", "wrong": "Asked to do something wrong", "witness": "I saw it happen to someone else",
    "unsaid": "Rather not say",
}  # fmt: skip
ORDINARY = ("disagreement", "unfair")
NUMBERS = (
    "If you are in danger, go to where other people are and call {emergency}. To talk with someone now: {helplines}, "
    "or a person you trust. {safeguarding} is told now."
)
NUMBERS_VIOLENCE = (
    "If you are in danger now, call {emergency} or {police}, and go to where other people are. {role} is being told "
    "now."
)
CLOSING_CALL = (
    "Thank you. {safeguarding} calls you by {deadline}. Nobody at {host} has been told. "
    "If you are in danger, call {emergency}."
)
STOPPED = (
    "All right, we stop here. I pass on nothing of this talk; what you told me before stays with the person who has "
    "it. "
    "A person is there whenever you want one: choose Contact me. "
    "If you are in danger, call {emergency}."
)


@dataclass(frozen=True)
class _WayIn:
    """How she wants to go on after the notice."""

    going: Condition
    call: Condition


def _start(talk: Talk) -> _WayIn:
    """The notice before anything is asked, and the ways on; the form is offered where there is one."""
    talk.say("duty", DUTY, locked=True)
    with talk.when(talk.fact("anonymous_form").is_true):
        start = talk.choice(GATE, START, WAYS_IN, stacked=True, locked=True)
    with talk.otherwise():
        without = {way: label for way, label in WAYS_IN.items() if way != "anonymous"}
        start_here = talk.choice("start_here", START, without, stacked=True, locked=True)
    with talk.when(start.is_("anonymous")):
        talk.say("anonymous", ANONYMOUS, locked=True)
    call, stop = (start.is_(way) | start_here.is_(way) for way in ("call", "stop"))
    return _WayIn(~call & ~stop & ~start.is_("anonymous"), call)


def _safe(talk: Talk) -> YesNoAnswer:
    safe = talk.yes_no("safe", "Are you safe right now?", not_sure=True, locked=True)
    talk.flag("not_safe", safe.is_no, severity="emergency", topic="safety", restricted=True)
    talk.flag("maybe_not_safe", safe.is_not_sure, severity="urgent", topic="safety", restricted=True)
    with talk.when(safe.is_not_sure):
        talk.say("numbers", NUMBERS, locked=True)
    return safe


@dataclass(frozen=True)
class _Kind:
    """What kind of thing it is: mild, or grave, or not said."""

    mild: Condition
    grave: Condition
    unsaid: Condition


def _kinds(talk: Talk, unsure: Condition) -> _Kind:
    kinds = talk.many("kinds", "What kind of thing is it? Choose all that fit.", KINDS, alone=("unsaid",))
    mild, grave = (_any(kinds, chosen) for chosen in (ORDINARY, [kind for kind in KINDS if kind not in ORDINARY]))
    violence = kinds.includes("violence")
    words = talk.heard("urgent", in_words=True)
    _flag(talk, "violence", violence, "emergency")
    _flag(talk, "mistreatment", grave & ~violence, "urgent")
    _flag(talk, "graver_than_it_looks", mild & ~grave & (unsure | words), "urgent")
    before, ordinary = talk.fact("conflict_before").is_true, mild & ~grave & ~unsure & ~words
    talk.flag("disagreement", ordinary & ~before, severity="attention", topic="workload", anew=True)
    talk.flag("disagreement_again", ordinary & before, severity="urgent", topic="workload", anew=True)
    with talk.when(violence):
        talk.say("numbers_violence", NUMBERS_VIOLENCE, locked=True)
    return _Kind(mild, grave, ~kinds.is_given)


def _any(kinds: ManyAnswer, chosen: list[str] | tuple[str, ...]) -> Condition:
    return reduce(or_, (kinds.includes(kind) for kind in chosen))


def _flag(talk: Talk, flag: str, condition: Condition, severity: str) -> None:
    talk.flag(flag, condition, severity=severity, topic="safety", restricted=True)


def _call(talk: Talk) -> None:
    with talk.when(~talk.fact("phone_known").is_true):
        talk.text("call_phone", "Which number should we call?", limit=40, reader=Reader.SAFEGUARDING)
    talk.text(
        "call_unsafe", "Is there a time or a place where it is not safe to call you? (optional)", limit=120,
        reader=Reader.SAFEGUARDING,
    )  # fmt: skip


@dataclass(frozen=True)
class _Track:
    """Track P was taken, and she does not want to be contacted."""

    serious: Condition
    no_contact: Condition


def _tracks(talk: Talk, going: Condition, kind: _Kind, unsure: Condition) -> _Track:
    """Mediation, protection, or first the one and then the other; SHARE stands at the end of each."""
    words = talk.heard("urgent", in_words=True)
    ordinary = going & kind.mild & ~kind.grave & ~unsure & ~words
    afraid = mediation(talk, ordinary)
    serious = going & (kind.grave | unsure | kind.unsaid | words | afraid)
    shared = protection(talk, serious, kind.unsaid & ~unsure)
    share_mediation(talk, ordinary & ~afraid)
    return _Track(serious, shared.no_contact)


def _ask_again(talk: Talk, told: Condition) -> None:
    """Promised as soon as something was told, also to whoever walks away then."""
    with talk.when(told):
        for days in DAYS:
            talk.opens(f"after_{days}", f"conflict_after_{days}", after_days=days)


def _close(talk: Talk, going: Condition, call: Condition, unsafe: Condition, track: _Track) -> None:
    """Urgent help opens at once for whoever is not safe; for the others, what happens next and who, by when."""
    with talk.when(unsafe):
        talk.opens("urgent_help", "urgent")
    with talk.or_when(going):
        report_closings(talk, track.serious, track.no_contact)
    with talk.or_when(call):
        talk.say("closing_call", CLOSING_CALL)
    with talk.otherwise():
        talk.say("stopped", STOPPED)
    with talk.when(talk.heard("attention") & ~unsafe):
        no_retaliation(talk)


@conversation("conflict", title="Conflict or mistreatment", expires_after_days=5, report=True, complaint=True)
def conflict(talk: Talk) -> None:
    """Safety first; then what kind of thing it is decides who reads it and what is asked."""
    way = _start(talk)
    _flag(talk, "call_me", way.call, "urgent")
    with talk.when(way.going):
        safe = _safe(talk)
    going = way.going & ~safe.is_no
    with talk.when(going | way.call):
        team_involved(talk)
    with talk.when(going):
        kind = _kinds(talk, safe.is_not_sure)
    _ask_again(talk, way.call | safe.is_no | safe.is_not_sure | kind.mild | kind.grave)
    with talk.when(way.call):
        _call(talk)
    track = _tracks(talk, going, kind, safe.is_not_sure)
    _close(talk, going, way.call, safe.is_no, track)
