"""Who of the team it is about: asked in a talk, kept from every case of it, and never named as its reader."""

from collections.abc import Iterable

from bot.cases.parties.finding import Involved, answered
from bot.cases.parties.keeping import keep_case_from
from bot.intake.talk.keeping import Talk
from bot.intake.talk.session import Session
from flows.blocks import TEAM, TEAM_WHO
from flows.steps import Question
from storage.cases import unresolved_of
from storage.parties import parties_of

_STEPS = (TEAM, TEAM_WHO)


def involved_in(session: Session, talk: Talk) -> Involved:
    """Whom she named when she was asked in this talk, and from whom a case of it is kept already."""
    said = talk.progress.answers
    who = session.context.uow.open(session.context.person, str(said.get(TEAM_WHO) or ""))
    found = answered(session.context, str(said.get(TEAM) or ""), who)
    return Involved(found.ids | _kept_from(session, talk.cases), found.unnamed)


def was_asked(session: Session, talk: Talk, question: Question) -> None:
    """She answered who of the team is involved: the cases that this talk has made are kept from them at once."""
    if question.id not in _STEPS or not talk.cases:
        return
    involved = involved_in(session, talk)
    for case in unresolved_of(session.context.uow.db, session.context.person.id):
        if case.id in talk.cases:
            keep_case_from(session.context, case, involved)
    speak_of(session, talk.cases)


def speak_of(session: Session, cases: Iterable[int]) -> None:
    """From now on this turn speaks of these cases: their deadline is named, and as readers only who may read them."""
    cases = frozenset(cases)
    if cases:
        session.context.spoken_of = cases
    if kept := _kept_from(session, cases):
        session.without = frozenset(kept)


def _kept_from(session: Session, cases: Iterable[int]) -> frozenset[str]:
    return frozenset().union(*(parties_of(session.context.uow.db, case) for case in cases))
