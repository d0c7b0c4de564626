"""Looking back and saying goodbye: what each wants the other to read, and an address only where both say yes."""

from datetime import timedelta

import orjson

from bot.engine.turn import Answered
from bot.facts.about import About
from bot.intake.talk.hearing import heard_in
from bot.intake.talk.keeping import Talk
from bot.intake.talk.mentoring.following import Following
from bot.intake.talk.session import Session
from bot.mentoring import pairs
from bot.mentoring.life_cycle import CLOSING, EXTEND
from bot.mentoring.looking import plan_look
from bot.mentoring.telling import needs_a_person, tell
from flows.mentoring.review import mentee_review, mentor_review
from flows.severity import Severity
from storage.conversations import lately
from storage.mentoring_profiles import change_profile
from storage.mentorships import Mentorship, change_mentorship, find_mentorship
from storage.people import find_person

THREE_MONTHS = timedelta(days=92)
_SENT = {"send_thanks": "thanks", "send_noticed": "noticed"}
_LOW = 2


def answered(session: Session, talk: Talk, answered: Answered) -> None:
    """Words that she has seen once more go out at once."""
    step = _SENT.get(answered.question.id)
    pair = find_mentorship(session.context.uow.db, About.among(talk.facts).mentorship)
    if step is None or answered.value != "yes" or pair is None or not pairs.is_together(pair):
        return
    context, sealed = session.context, talk.progress.answers.get(step)
    words = context.uow.open(context.person, str(sealed))
    tell(pairs.other_side(context, pair), "mentoring.words_of", partner=context.person.name, answer=words)


def finished(session: Session, talk: Talk) -> Following:
    """Write down how it ends for her; when both have said it, it does."""
    context, answers = session.context, talk.progress.answers
    pair = find_mentorship(context.uow.db, About.among(talk.facts).mentorship)
    if pair is None or pair.state != CLOSING:
        return ()
    side = "mentee" if context.person.id == pair.mentee_id else "mentor"
    columns = {f"how_{side}": str(answers.get("how") or "end"), f"stay_{side}": str(answers.get("stay") or "not_now")}
    change_mentorship(context.uow.db, pair, **columns)
    if isinstance(room := answers.get("room"), int):
        change_profile(context.uow.db, pair.mentor_id, "mentor", capacity=room)
    elif answers.get("again") == "no":
        change_profile(context.uow.db, pair.mentor_id, "mentor", opted_out=True)
    if pair.how_mentee and pair.how_mentor:
        _both_have_spoken(session, pair)
    last_talk = answers.get("how") == "talk" and pair.state == CLOSING
    return [("meeting_nudge", About(mentorship=pair.id or 0))] if last_talk else ()


def reviewed(session: Session, talk: Talk) -> Following:
    """What she lets the other one read is passed on; where meetings fail for both, a person knows."""
    context, answers = session.context, talk.progress.answers
    pair = find_mentorship(context.uow.db, About.among(talk.facts).mentorship)
    if pair is None:
        return ()
    if answers.get("may_see") == "words" and pairs.is_together(pair):
        written = [str(answers[step]) for step in ("keep", "change") if answers.get(step)]
        given = [sealed for sealed in written if heard_in(session, sealed) < Severity.ATTENTION]
        words = " / ".join(context.uow.open(context.person, sealed) for sealed in given)
        if words:
            tell(pairs.other_side(context, pair), "mentoring.review_of", partner=context.person.name, answer=words)
    if _low(answers.get("as_agreed")) and _other_was_low(session, pair):
        needs_a_person(context.uow, context.settings, pair, "line.not_as_agreed")
    return ()


def _both_have_spoken(session: Session, pair: Mentorship) -> None:
    context = session.context
    if pair.how_mentee == pair.how_mentor == "extend" and pair.ends_on:
        pairs.move(context.uow, pair, EXTEND, ends_on=pair.ends_on + THREE_MONTHS, how_mentee="", how_mentor="", why="")
        plan_look(context.uow, context.settings, pair)
        for side in pairs.both(context.uow, context.settings, pair):
            tell(side, "mentoring.extended", partner=pairs.other_side(side, pair).person.name)
        return
    both, wishes = pairs.both(context.uow, context.settings, pair), (pair.how_mentee, pair.how_mentor)
    for side in (side for side, how in zip(both, wishes, strict=True) if how == "extend"):
        tell(side, "mentoring.not_extended", partner=pairs.other_side(side, pair).person.name)
    if pair.stay_mentee == pair.stay_mentor == "yes":
        for side in pairs.both(context.uow, context.settings, pair):
            other = pairs.other_side(side, pair).person
            tell(side, "mentoring.contact", partner=other.name, reach=other.email or other.name)
    if "talk" not in (pair.how_mentee, pair.how_mentor):
        pairs.end(context.uow, context.settings, pair, pair.why or "end")


def _low(value: object) -> bool:
    return isinstance(value, int) and value <= _LOW


def _other_was_low(session: Session, pair: Mentorship) -> bool:
    """The other one said of the meetings lately that they do not take place as agreed."""
    context = session.context
    other = find_person(context.uow.db, pair.other(context.person.id))
    flow = mentor_review.id if other and other.id == pair.mentee_id else mentee_review.id
    talks = lately(context.uow.db, other.id, flow, 1) if other else []
    return any(_low(orjson.loads(talk.answers).get("as_agreed")) for talk in talks)
