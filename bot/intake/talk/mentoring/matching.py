"""A mentor answers whether a mentee fits: yes, no, or a question for a person of the programme first."""

from datetime import timedelta

from bot.cases.hearing import Concern, hear
from bot.facts.about import About
from bot.intake.talk.keeping import Talk
from bot.intake.talk.mentoring.following import Following
from bot.intake.talk.session import Session
from bot.mentoring import pairs
from bot.mentoring.life_cycle import APPROVED
from bot.mentoring.naming import name_of
from bot.mentoring.telling import worth_knowing
from bot.words.language import say
from flows.severity import Severity
from storage.followups import fulfil, promise
from storage.mentoring_profiles import change_profile
from storage.mentorships import Mentorship, find_mentorship, mentorships_with
from storage.people import find_person

ASKED_AGAIN_AFTER = timedelta(days=3)
"""A person has answered her by then."""


def finished(session: Session, talk: Talk) -> Following:
    """Do what she said; an accepted mentee is spoken of at once."""
    uow, fits = session.context.uow, talk.progress.answers.get("fits")
    pair = find_mentorship(uow.db, About.among(talk.facts).mentorship)
    if pair is None or pair.state != APPROVED or pair.mentor_id != session.context.person.id:
        session.post(session.notice("match.gone"))
        return ()
    match fits:
        case "accept":
            return _accept(session, pair)
        case "decline":
            _decline(session, pair, str(talk.progress.answers.get("why") or ""))
        case "ask":
            _ask(session, talk, pair)
        case _:
            pass  # skipped: the clock asks once more, and lets it go in the end
    return ()


def _accept(session: Session, pair: Mentorship) -> Following:
    uow = session.context.uow
    pairs.accept(uow, session.context.settings, pair)
    session.post(
        session.notice("match.accepted", partner=name_of(find_person(uow.db, pair.mentee_id), session.context))
    )
    fulfil(uow.db, pair.mentor_id, "mentor_expectations", about=pair.id or 0)
    return [("mentor_expectations", About(mentorship=pair.id or 0))]


def _decline(session: Session, pair: Mentorship, why: str) -> None:
    uow = session.context.uow
    pairs.decline(uow, pair, why)
    session.post(session.notice("match.declined"))
    if why == "capacity":
        have = sum(each.state != "proposed" for each in mentorships_with(uow.db, pair.mentor_id))
        change_profile(uow.db, pair.mentor_id, "mentor", capacity=have)
        session.post(session.notice("match.no_room"))
    worth_knowing(uow, session.context.settings, pair, "mentoring.declined")


def _ask(session: Session, talk: Talk, pair: Mentorship) -> None:
    """Her question becomes a case of hers, which names the student by roster id; she is asked again later."""
    context, sealed = session.context, talk.progress.answers.get("question")
    about = say("line.mentor_asks", context.team_language, {"student_id": pair.mentee_id})
    words = [("words", context.uow.open(context.person, str(sealed)), "")] if sealed else []
    lines = (("flag", about, f"mentorship:{pair.id}"), *words)
    hear(context, Concern("practical", Severity.ATTENTION, False, talk.flow, lines, anew=True))
    session.post(session.notice("match.asked"))
    promise(context.uow.db, pair.mentor_id, "mentor_match", context.now + ASKED_AGAIN_AFTER, about=pair.id or 0)
