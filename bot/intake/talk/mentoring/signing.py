"""One of the two has said what she expects: with both, there is an agreement; a supervisor is no mentor."""

from bot.facts.about import About
from bot.intake.talk.keeping import Talk
from bot.intake.talk.mentoring.following import Following
from bot.intake.talk.session import Session
from bot.mentoring import pairs
from bot.mentoring.agreement import agreement_of, page_for
from bot.mentoring.looking import plan_look
from bot.mentoring.telling import needs_a_person, tell
from storage.mentorships import Mentorship, change_mentorship, find_mentorship


def finished(session: Session, talk: Talk) -> Following:
    """Sign, or let the match go."""
    pair = find_mentorship(session.context.uow.db, About.among(talk.facts).mentorship)
    if pair is None or not pairs.is_together(pair):
        return ()
    answers = talk.progress.answers
    if answers.get("chain") == "yes":
        _no_match(session, pair)
    elif answers.get("confidential") == "yes":
        _sign(session, pair)
    else:
        needs_a_person(session.context.uow, session.context.settings, pair, "line.not_agreed")
    return ()


def _sign(session: Session, pair: Mentorship) -> None:
    context = session.context
    if pairs.sign(context.uow, pair, context.person.id):
        _agree(session, pair)
    else:
        session.post(session.notice("agreement.waits", partner=_partner(session, pair)))


def _agree(session: Session, pair: Mentorship) -> None:
    """Both have signed: each reads what both said, and what holds where they differ."""
    context = session.context
    mentee, mentor = pairs.both(context.uow, context.settings, pair)
    agreement = agreement_of(mentee, mentor, pair)
    change_mentorship(
        context.uow.db, pair, every_days=agreement.every_days, channel=agreement.channel, books=agreement.books
    )
    here, there = (mentee, mentor) if context.person.id == pair.mentee_id else (mentor, mentee)
    session.post(page_for(here, mentee, mentor, agreement))
    tell(there, "agreement.page", page=page_for(there, mentee, mentor, agreement))
    plan_look(context.uow, context.settings, pair)


def _no_match(session: Session, pair: Mentorship) -> None:
    context = session.context
    mentee, mentor = pairs.both(context.uow, context.settings, pair)
    needs_a_person(context.uow, context.settings, pair, "line.chain_of_command")
    pairs.end(context.uow, context.settings, pair, "chain_of_command", waits_again=True)
    tell(mentee, "mentoring.over_no_match", partner=mentor.person.name)


def _partner(session: Session, pair: Mentorship) -> str:
    return pairs.other_side(session.context, pair).person.name
