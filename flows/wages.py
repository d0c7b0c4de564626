"""Pay and contract: not paid, paid late or too little, or papers kept (WAGE).

Steps: `duty`, `kind`, `since`, `papers`, `need_now`, `agreement`, then SHARE. A dispute about wages is read by
safeguarding, and by whom she allows. Papers that somebody keeps are about her freedom, and so about safety.
`wages_after` asks again after a week.
"""

from flows.afterwards import asked_after
from flows.blocks import duty_to_report
from flows.closings import what_happens_next
from flows.language import Reader, Talk, conversation
from flows.sharing import share

PAPERS = "papers"
KINDS = {
    "not_paid": "I am not paid", "late": "I am paid late", "less": "I get less than agreed",
    "overtime": "Overtime is not paid", "deduction": "Something is taken off my pay",
    "no_contract": "I have no contract", PAPERS: "Somebody keeps my papers",
}  # fmt: skip
PAPERS_NOW = (
    "Your passport and your papers are yours. {role} is being told now. If you are kept from leaving, or if you are in "
    "danger, call {police} or {emergency}. Be with someone you trust if you can. To talk with someone now: "
    "{helplines_open}."
)
NEED_NOW = (
    "{safeguarding} is told now that you need money for food or rent, and answers by {deadline}. "
    "Until then you can ask {student_service} about help with money."
)
ADVICE = (
    "For now: (1) Keep a list of your hours, day by day, and keep messages and pay slips. (2) Ask the people who pay "
    "you in writing what is missing and when it comes. (3) You can ask {legal_aid}, or {labour_inspectorate}. "
    "You can change your answers with /answers."
)


def _kept(talk: Talk) -> None:
    """Her papers, and whether there is money for food and rent; the first is an emergency, the second urgent."""
    kind = talk.choice("kind", "What is it about?", KINDS, stacked=True, reader=Reader.SAFEGUARDING)
    talk.flag(
        "pay_or_contract", kind.is_given & ~kind.is_(PAPERS), severity="attention", topic="practical", restricted=True
    )  # fmt: skip
    talk.choice(
        "since", "Since when?", {"days": "A few days", "weeks": "One or two weeks", "longer": "Longer"},
        reader=Reader.SAFEGUARDING,
    )  # fmt: skip
    with talk.when(~kind.is_(PAPERS)):
        passport = talk.yes_no("papers", "Does somebody at work keep your passport or other papers?")
    kept = kind.is_(PAPERS) | passport.is_yes
    talk.flag("papers_kept", kept, severity="emergency", topic="safety", restricted=True)
    with talk.when(kept):
        talk.say("papers_now", PAPERS_NOW, locked=True)
    need = talk.yes_no("need_now", "Do you need money for food or rent now?")
    talk.flag("no_money", need.is_yes, severity="urgent", topic="practical", restricted=True)
    with talk.when(need.is_yes):
        talk.say("need_now_help", NEED_NOW)
    with talk.when(kind.is_given | kept | need.is_yes):
        talk.opens("in_a_week", "wages_after", after_days=7)


@conversation("wages", title="Pay or contract", expires_after_days=5, report=True)
def wages(talk: Talk) -> None:
    """What is wrong with the pay, what cannot wait, and who may know."""
    duty_to_report(talk, safeguarding=True)
    _kept(talk)
    talk.yes_no("agreement", "Do you have the agreement about pay in writing?", not_sure=True)
    with talk.when(talk.heard("attention")):
        share(talk, reader=Reader.SAFEGUARDING, restricted=True)
    what_happens_next(talk, restricted=True)
    with talk.when(~talk.heard("emergency")):
        talk.say("advice", ADVICE)


wages_after = asked_after("wages", topic="practical", restricted=True)
