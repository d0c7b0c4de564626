"""The mentee has prepared; or one of the two says that she is coming, late, or cannot."""

from bot.facts.mentoring.meetings import ends_of
from bot.intake.talk.keeping import Talk
from bot.intake.talk.mentoring.following import Following
from bot.intake.talk.mentoring.meetings.booking import again
from bot.intake.talk.mentoring.meetings.hand import in_hand
from bot.intake.talk.session import Session
from bot.mentoring import pairs
from bot.mentoring.meetings.agenda import send_agenda
from bot.mentoring.telling import tell_until
from bot.words.language import Trusted, say
from flows.mentoring.meetings.before import PREPARED
from storage.meetings import change_meeting


def prepared(session: Session, talk: Talk) -> Following:
    """What she picked goes to the mentor, and nothing else."""
    hand, context = in_hand(session, talk), session.context
    picked = talk.progress.answers.get("may_see")
    if hand is None or hand.meeting is None or hand.meeting.state != "booked":
        return ()
    shown = [step for step in PREPARED if isinstance(picked, tuple) and step in picked]
    given = {step: words for step in shown if (words := hand.words(step))}
    language = hand.meetings.mentor.language
    lines = [say(f"agenda.{step}", language, answer=Trusted(words)) for step, words in given.items()]
    sealed = context.uow.seal(context.person, "\n".join(lines)) if lines else ""
    change_meeting(context.uow.db, hand.meeting, agenda=sealed)
    if lines:
        session.post(session.notice("meeting.shared", partner=hand.meetings.mentor.person.name))
    send_agenda(context.uow, context.settings, hand.pair, hand.meeting)
    return ()


def coming(session: Session, talk: Talk) -> Following:
    """The other one hears it; whoever must move it suggests other times at once."""
    hand, context, said = in_hand(session, talk), session.context, talk.progress.answers.get("coming")
    if hand is None or hand.meeting is None or hand.meeting.starts_at is None or hand.meeting.state != "booked":
        return ()
    if said == "move":
        hand.meetings.leave_time(hand.meeting)
        return again(hand)
    if said:
        other = pairs.other_side(context, hand.pair)
        key = "meeting.is_coming" if said == "coming" else "meeting.is_late"
        text = say(key, other.language, partner=context.person.name)
        tell_until(other, ends_of(hand.meeting), text)
    return ()
