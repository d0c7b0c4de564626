"""What a mentor or a mentee chose in her hub: it is done at once, or the conversation about it begins."""

from collections.abc import Mapping
from datetime import date

from bot.engine.turn import Answered
from bot.facts.about import About
from bot.facts.mentoring.availability import typed
from bot.facts.mentoring.requests import waiting_requests
from bot.intake.talk.keeping import Talk
from bot.intake.talk.mentoring.following import Following
from bot.intake.talk.mentoring.going_on import rest
from bot.intake.talk.session import Session
from bot.mentoring import pairs
from bot.mentoring.words import chosen_pair
from storage.mentoring_profiles import change_profile
from storage.mentorships import Mentorship, find_mentorship, mentorships_with

_LEADS_TO: Mapping[str, str] = {
    "propose": "meeting_nudge", "end": "still_wanted", "answer": "request_answer", "request": "mentor_request",
}  # fmt: skip
"""By what she chose: the conversation about it."""
MENTOR, MENTEE = "mentor", "mentee"


def mentor_answered(session: Session, talk: Talk, answered: Answered) -> None:
    """What a mentor says of herself counts at once."""
    uow, me = session.context.uow, session.context.person.id
    match (answered.question.id, answered.value):
        case ("capacity", int(room)):
            change_profile(uow.db, me, MENTOR, capacity=room, opted_out=False)
            session.post(session.notice("mentees.noted"))
        case ("own", "none"):
            change_profile(uow.db, me, MENTOR, capacity=len(mentorships_with(uow.db, me)))
        case _:
            note_hours(session, answered, MENTOR)


def note_hours(session: Session, answered: Answered, side: str) -> None:
    """Keep weekly hours that can be read."""
    if answered.question.id not in ("free_hours", "free_again") or not isinstance(answered.value, str):
        return
    context = session.context
    windows = typed(context.uow.open(context.person, answered.value))
    if windows:
        kept = [window.kept() for window in windows]
        change_profile(context.uow.db, context.person.id, side, availability=kept)
        session.post(session.notice("mentees.hours_noted", count=len(kept)))


def mentor_finished(session: Session, talk: Talk) -> Following:
    """What she chose about one of her mentees."""
    answers = talk.progress.answers
    pair = find_mentorship(session.context.uow.db, chosen_pair(talk.facts, answers.get("whom")))
    if pair is None or pair.mentor_id != session.context.person.id or not pairs.is_together(pair):
        return ()
    if isinstance(until := answers.get("until"), str):
        rest(session, pair, date.fromisoformat(until))
    wish = answers.get("wish")
    if wish == "answer" and not waiting_requests(session.context.uow, [pair]):
        session.post(session.notice("mentees.nothing_asked"))
        return ()
    return _about(session, pair, wish)


def mentee_finished(session: Session, talk: Talk) -> Following:
    """What she chose about her mentor."""
    pair = find_mentorship(session.context.uow.db, About.among(talk.facts).mentorship)
    return _about(session, pair, talk.progress.answers.get("want")) if pair else ()


def _about(session: Session, pair: Mentorship, wish: object) -> Following:
    flow = _LEADS_TO.get(str(wish), "")
    return [(flow, About(mentorship=pair.id or 0))] if flow in session.scripts.ids else ()
