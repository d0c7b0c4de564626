"""Her answers to SHARE stand in the cases of the talk from the moment she gives them, and change with them."""

from collections.abc import Mapping

from bot.cases.case_file import CaseFile
from bot.cases.sharing.keeping import keep
from bot.intake.talk.keeping import Talk
from bot.intake.talk.session import Session
from flows.sharing import ENDINGS, SHARE, SHARE_GUESS, SHARE_HOW, SHARE_UNSAFE, SHARE_WORK
from storage.cases import Case, cases_of

_STEPS: Mapping[str, str] = {"who": SHARE, "work": SHARE_WORK, "guess": SHARE_GUESS, "how": SHARE_HOW}
_RESTRICTED_ONLY = "safeguarding"
"""The answer that is offered only where safeguarding alone reads the case."""


def keep_what_she_allows(session: Session, talk: Talk) -> None:
    """Write down in each case of this talk what it was told of sharing."""
    ending = next((each for each in ENDINGS if _asked(talk, each)), None)
    if ending is None or not talk.cases:
        return
    answers = talk.progress.answers
    allowed = {name: str(answers.get(step + ending) or "") for name, step in _STEPS.items()}
    unsafe = session.context.uow.open(session.context.person, str(answers.get(SHARE_UNSAFE + ending) or ""))
    for case in cases_of(session.context.uow.db, session.context.person.id):
        if case.id in talk.cases and case.id != talk.facts.get("about_case"):
            keep(CaseFile(session.context, case), allowed | _who(talk, ending, case, allowed["who"]), unsafe)


def _asked(talk: Talk, ending: str) -> bool:
    return any(step + ending in talk.progress.answers for step in (*_STEPS.values(), SHARE_UNSAFE))


def _who(talk: Talk, ending: str, case: Case, who: str) -> dict[str, str]:
    """What she said of a case that her coordinator reads opens none that is restricted."""
    question = talk.script.flow.question(SHARE + ending)
    options = [option.id for option in question.options] if question else []
    return {"who": "" if case.restricted and _RESTRICTED_ONLY not in options else who}
