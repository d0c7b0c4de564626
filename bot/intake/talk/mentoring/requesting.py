"""A mentee asks her mentor for something, and hears the answer; the coordinator hears only that she asked."""

from bot.facts.about import About
from bot.facts.mentoring.requests import waiting_requests
from bot.intake.talk.keeping import Talk
from bot.intake.talk.mentoring.following import Following
from bot.intake.talk.session import Session
from bot.mentoring import pairs
from bot.mentoring.telling import tell, worth_knowing
from flows.severity import Severity
from storage.followups import fulfil, promise
from storage.mentorships import Mentorship, find_mentorship

ANSWER = "request_answer"


def asked(session: Session, talk: Talk) -> Following:
    """Let the mentor be asked, where nothing in it is for a person of the programme first."""
    uow, pair = session.context.uow, _pair(session, talk)
    if pair is not None and waiting_requests(uow, [pair]) and talk.progress.heard < Severity.ATTENTION:
        promise(uow.db, pair.mentor_id, ANSWER, uow.now, about=pair.id or 0)
        worth_knowing(uow, session.context.settings, pair, "mentoring.request")
    return ()


def answered(session: Session, talk: Talk) -> Following:
    """Tell the mentee; words in which something was heard are not passed on."""
    context, pair = session.context, _pair(session, talk)
    can, given = talk.progress.answers.get("can"), talk.progress.answers
    if pair is None or not isinstance(can, str):
        return ()
    fulfil(context.uow.db, context.person.id, ANSWER, about=pair.id or 0)
    sealed = given.get("days") or given.get("who")
    words = context.uow.open(context.person, str(sealed)) if sealed else ""
    mentee, mentor = pairs.both(context.uow, context.settings, pair)
    key = f"request.told_{can}"
    if words and talk.progress.heard < Severity.ATTENTION:
        tell(mentee, f"{key}_words", partner=mentor.person.name, answer=words)
    else:
        tell(mentee, key, partner=mentor.person.name)
    return ()


def _pair(session: Session, talk: Talk) -> Mentorship | None:
    """The pair that is spoken of, while the two are together."""
    pair = find_mentorship(session.context.uow.db, About.among(talk.facts).mentorship)
    return pair if pair is not None and pairs.is_together(pair) else None
