"""Whether it happened, what came of it, and what the mentor adds."""

from datetime import date

import orjson

from bot.facts.context import Context
from bot.intake.talk.keeping import Talk
from bot.intake.talk.mentoring.following import Following
from bot.intake.talk.mentoring.going_on import part
from bot.intake.talk.mentoring.meetings.booking import again
from bot.intake.talk.mentoring.meetings.hand import Hand, in_hand
from bot.intake.talk.session import Session
from bot.mentoring import pairs
from bot.mentoring.looking import plan_look
from bot.mentoring.meetings.dated import passed_parts
from bot.mentoring.meetings.writing import summary
from bot.mentoring.telling import tell
from flows.mentoring.meetings.afterwards import MOST_ACTIONS
from storage.followups import promise
from storage.meetings import ActionItem, Meeting, actions_of, add_action, change_action, change_meeting


def looked_back(session: Session, talk: Talk) -> Following:
    """The mentee has said how it was."""
    hand = in_hand(session, talk)
    if hand is None or hand.meeting is None:
        return ()
    if talk.progress.answers.get("happened") != "yes":
        return _otherwise(hand, hand.meeting)
    hand.meetings.held(hand.meeting)
    _write_down(hand, hand.meeting)
    if talk.progress.answers.get("rematch") == "yes":
        part(session, hand.pair, "", waits_again=True)
        return ()
    promise(
        session.context.uow.db, hand.pair.mentor_id, "meeting_confirm", session.context.now, about=hand.pair.id or 0
    )
    return ()


def confirmed(session: Session, talk: Talk) -> Following:
    """The mentor has agreed to the summary, or added to it; or has said whether it happened at all."""
    hand, context, answers = in_hand(session, talk), session.context, talk.progress.answers
    if hand is None or hand.meeting is None:
        return ()
    if not talk.facts.get("meeting_held"):
        if answers.get("happened") != "yes":
            return _otherwise(hand, hand.meeting)
        hand.meetings.held(hand.meeting)
    elif answers.get("agree"):
        _agree(hand, hand.meeting)
    if words := hand.words("add"):
        tell(pairs.other_side(context, hand.pair), "meeting.added", partner=context.person.name, answer=words)
    plan_look(context.uow, context.settings, hand.pair)
    return ()


def _otherwise(hand: Hand, meeting: Meeting) -> Following:
    """It is on another day, has no time any more, or did not take place."""
    answers, meetings = hand.talk.progress.answers, hand.meetings
    match answers.get("happened"):
        case "not_yet" if answers.get("new_day") and meeting.state in ("booked", "not_known"):
            clock = answers.get("new_time") or _clock_of(hand.session.context, meeting)
            moment = hand.said(answers["new_day"], clock)
            if moment is None:
                hand.session.post(hand.session.notice("meeting.time_over"))
                return again(hand)
            meetings.move(meeting, moment)
        case "moved" if meeting.state in ("booked", "not_known"):
            meetings.leave_time(meeting)
            return _find_a_time(hand)
        case "no" if meetings.not_held(meeting):
            return _find_a_time(hand)
    return ()


def _find_a_time(hand: Hand) -> Following:
    """Whoever books is asked for another time: at once, where she is here."""
    booker = pairs.who_books(hand.pair)
    if booker == hand.session.context.person.id:
        return again(hand)
    promise(hand.session.context.uow.db, booker, "meeting_nudge", hand.session.context.now, about=hand.pair.id or 0)
    return ()


def _clock_of(context: Context, meeting: Meeting) -> str:
    local = (meeting.starts_at or context.now).astimezone(context.zone)
    return f"{local:%H:%M}"


def _write_down(hand: Hand, meeting: Meeting) -> None:
    """What she takes away and what the two will do; she reads it back at once."""
    session, context = hand.session, hand.session.context
    takeaway, worth = hand.words("takeaway"), hand.talk.progress.answers.get("worth")
    change_meeting(
        context.uow.db, meeting, takeaway=context.uow.seal(context.person, takeaway) if takeaway else "",
        worth=worth if isinstance(worth, int) else None,
    )  # fmt: skip
    for place in range(1, MOST_ACTIONS + 1):
        if words := hand.words(f"what_{place}"):
            _note_action(hand, meeting, words, place)
    actions = actions_of(context.uow.db, [hand.pair.id or 0])
    written = summary(context, context.person, hand.pair, meeting, actions)
    session.post(session.notice("meeting.summary", summary=written))
    plan_look(context.uow, context.settings, hand.pair)


def _note_action(hand: Hand, meeting: Meeting, words: str, place: int) -> None:
    answers, context = hand.talk.progress.answers, hand.session.context
    mentors, day = answers.get(f"who_{place}") == "mentor", answers.get(f"when_{place}")
    due = date.fromisoformat(day) if isinstance(day, str) else None
    action = ActionItem(
        mentorship_id=hand.pair.id or 0, meeting_id=meeting.id or 0,
        owner_id=hand.pair.mentor_id if mentors else hand.pair.mentee_id,
        words=context.uow.seal(context.person, words),
        due_on=due if due and due >= context.local_now.date() else None,
    )  # fmt: skip
    action.id = add_action(context.uow.db, action)
    if action.due_on:
        owner = hand.meetings.mentor if mentors else hand.meetings.mentee
        change_action(context.uow.db, action, told=orjson.dumps(passed_parts(action, owner)).decode())


def _agree(hand: Hand, meeting: Meeting) -> None:
    """What was noted holds for both from now on; a reminder whose moment is over already is left out."""
    db = hand.session.context.uow.db
    change_meeting(db, meeting, told=orjson.dumps([*orjson.loads(meeting.told), "confirmed"]).decode())
    for action in actions_of(db, [hand.pair.id or 0]):
        if action.meeting_id == meeting.id and action.state == "noted":
            mentors = action.owner_id == hand.pair.mentor_id and action.due_on
            told = passed_parts(action, hand.meetings.mentor) if mentors else orjson.loads(action.told)
            change_action(db, action, state="open", told=orjson.dumps(told).decode())
