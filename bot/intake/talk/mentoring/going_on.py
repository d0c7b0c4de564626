"""One of the two has said in private whether it is still wanted: it goes on, rests, ends, or begins with another."""

from datetime import date

from bot.engine.turn import Answered
from bot.facts.about import About
from bot.intake.talk.keeping import Talk
from bot.intake.talk.mentoring.following import Following
from bot.intake.talk.session import Session
from bot.mentoring import pairs
from bot.mentoring.life_cycle import MEETING
from bot.mentoring.looking import plan_look
from bot.mentoring.telling import early_end, tell
from storage.mentorships import Mentorship, change_mentorship, find_mentorship

ENDS = ("other", "stop")


def answered(session: Session, talk: Talk, answered: Answered) -> None:
    """Whoever wishes an end has it with the tap, whether or not she goes on to say why."""
    context, pair = session.context, _pair(session, talk)
    if pair is None:
        return
    match (answered.question.id, answered.value):
        case ("wanted", wish) if wish in ENDS and not pairs.is_together(pair):
            session.post(session.notice("mentoring.already_over"))
        case ("wanted", "other"):
            part(session, pair, "", waits_again=True)
        case ("wanted", "stop"):
            _stop(session, pair)
        case ("why", str(why)):
            early_end(context.uow, context.settings, pair, why)
            if why == "happened":
                # Nobody is asked for thanks then.
                pairs.end(context.uow, context.settings, pair, why)
        case _:
            pass


def finished(session: Session, talk: Talk) -> Following:
    """It goes on, or rests; a question she skipped changes nothing."""
    pair, wish = _pair(session, talk), talk.progress.answers.get("wanted")
    if wish in ENDS:
        return ()
    if pair is None or not pairs.is_together(pair):
        session.post(session.notice("mentoring.already_over"))
    elif wish == "yes":
        return _goes_on(session, pair)
    elif wish == "pause" and isinstance(day := talk.progress.answers.get("until"), str):
        rest(session, pair, date.fromisoformat(day))
    return ()


def _pair(session: Session, talk: Talk) -> Mentorship | None:
    return find_mentorship(session.context.uow.db, About.among(talk.facts).mentorship)


def _goes_on(session: Session, pair: Mentorship) -> Following:
    """The silence is over as far as she is concerned; who wants to go on suggests a time at once."""
    context = session.context
    change_mentorship(context.uow.db, pair, warned_at=None, kept_at=context.now)
    plan_look(context.uow, context.settings, pair)
    return [("meeting_nudge", About(mentorship=pair.id or 0))] if pair.state in MEETING else ()


def rest(session: Session, pair: Mentorship, until: date) -> None:
    """Nothing is asked about it up to and including that day; the other one hears that, not why."""
    context = session.context
    if pair.ends_on is not None:
        until = min(until, pair.ends_on)
    if until <= context.local_now.date() or not pairs.pause(context.uow, context.settings, pair, until):
        session.post(session.notice("stop.date_passed"))
        return
    session.post(session.notice("mentoring.rests", partner=_other(session, pair)))
    _tell_other(session, pair, "mentoring.rests_too")


def part(session: Session, pair: Mentorship, why: str, *, waits_again: bool) -> None:
    """No-fault, and in private: the other one hears that it is over, not who asked or why."""
    context = session.context
    partner = _other(session, pair)
    early_end(context.uow, context.settings, pair, why)
    _tell_other(session, pair, "mentoring.over_early")
    pairs.end(context.uow, context.settings, pair, why or "rematch", waits_again=waits_again)
    hers = "mentoring.waits_again" if context.person.id == pair.mentee_id else "mentoring.over_for_mentor"
    session.post(session.notice(hers, partner=partner))


def _stop(session: Session, pair: Mentorship) -> None:
    """It ends early: both may look back and say goodbye."""
    context = session.context
    early_end(context.uow, context.settings, pair, "")
    pairs.begin_to_close(context.uow, pair, "stopped")
    _tell_other(session, pair, "mentoring.closing_too")
    session.post(session.notice("mentoring.closing", partner=_other(session, pair)))


def _other(session: Session, pair: Mentorship) -> str:
    return pairs.other_side(session.context, pair).person.name


def _tell_other(session: Session, pair: Mentorship, key: str) -> None:
    tell(pairs.other_side(session.context, pair), key, partner=session.context.person.name)
