"""Times were suggested, or one was taken."""

from bot.facts.about import About
from bot.intake.talk.keeping import Talk
from bot.intake.talk.mentoring.following import Following
from bot.intake.talk.mentoring.meetings.hand import Hand, in_hand
from bot.intake.talk.session import Session


def nudged(session: Session, talk: Talk) -> Following:
    """Offer the times to the other one, or book the one that stands; what is over by now is asked again."""
    hand, answers = in_hand(session, talk), talk.progress.answers
    if hand is None:
        return ()
    match answers.get("book"):
        case "skip":
            hand.meetings.leave_out()
        case "booked" if answers.get("day") and answers.get("at"):
            return _book(hand)
        case "propose":
            return _offer(hand)
    return ()


def taken(session: Session, talk: Talk) -> Following:
    """Book it, if it is still there to be had."""
    hand, option = in_hand(session, talk), talk.progress.answers.get("time")
    if hand is None or hand.meeting is None:
        return ()
    asked = bool(talk.facts.get("times_offered"))
    if hand.meeting.state != "offered":
        session.post(session.notice("meeting.settled"))
    elif option == "none" or not asked or (option and hand.chosen(option) is None):
        if option != "none" and asked:
            session.post(session.notice("meeting.time_over"))
        hand.meetings.none_fits(hand.meeting)
    elif (moment := hand.chosen(option)) is not None:
        hand.meetings.book(moment)
    return ()


def again(hand: Hand) -> Following:
    """She is asked for a time in the same breath."""
    return [("meeting_nudge", About(mentorship=hand.pair.id or 0))]


def _book(hand: Hand) -> Following:
    answers = hand.talk.progress.answers
    moment = hand.said(answers["day"], answers["at"])
    if moment is None:
        hand.session.post(hand.session.notice("meeting.time_over"))
        return again(hand)
    hand.meetings.book(moment, hand.words("place"))
    return ()


def _offer(hand: Hand) -> Following:
    answers = hand.talk.progress.answers
    picked = answers.get("times")
    own = hand.said(answers.get("day"), answers.get("at"))
    chosen = [hand.chosen(option) for option in picked if option != "other"] if isinstance(picked, tuple) else []
    times = [moment for moment in (*chosen, own) if moment is not None]
    if times:
        hand.meetings.offer(times, hand.words("place"))
        partner = (hand.meetings.mentor if hand.session.context.person.id == hand.pair.mentee_id else
                   hand.meetings.mentee).person.name  # fmt: skip
        hand.session.post(hand.session.notice("meeting.offered", partner=partner))
    elif chosen or (answers.get("day") and answers.get("at")):
        hand.session.post(hand.session.notice("meeting.time_over"))
        return again(hand)
    return ()
