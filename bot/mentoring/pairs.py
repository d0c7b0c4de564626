"""What happens to a pair: each change moves it through its life cycle and sets what follows from that.

Whoever is asked is asked by the clock, so that every question waits for its reader's own hours.
"""

from datetime import UTC, date, datetime, time, timedelta

import orjson

from bot.config import Settings
from bot.facts.context import Context
from bot.mentoring.life_cycle import (
    ACCEPT,
    ACCEPTED,
    APPROVE,
    APPROVED,
    BEGIN_AGAIN,
    CLOSE,
    DECLINE,
    GOODBYE,
    LEAVE_OUT,
    LIFE_CYCLE,
    PAUSE,
    REMATCH,
    RESUME,
    SIGN,
    TOGETHER,
)  # fmt: skip
from bot.mentoring.meetings.invitations import call_off
from flows.mentoring import BETWEEN_THE_TWO, MENTORING_NUDGES
from flows.mentoring.round import ROUND
from storage import people
from storage.conversations import change as stop
from storage.conversations import unfinished_of
from storage.followups import fulfil_about, promise
from storage.meetings import AHEAD, change_meeting, latest_meeting
from storage.mentoring_profiles import change_profile, profiles, wait_since
from storage.mentorships import (
    Mentorship,
    add_mentorship,
    change_mentorship,
    mentorship_of,
    mentorships_with,
)  # fmt: skip
from storage.people import find_people, placement_of
from storage.unit_of_work import UnitOfWork

A_MONTH = timedelta(days=30)


def move(uow: UnitOfWork, pair: Mentorship, word: str, **columns: object) -> bool:
    """Move it by a word of its life cycle, and set columns; False where that may not be done in its state."""
    after = LIFE_CYCLE.after(pair.state, word)
    if after is None:
        return False
    change_mentorship(uow.db, pair, **{"state": after, "state_at": uow.now, "look_at": uow.now, **columns})
    return True


def accept(uow: UnitOfWork, settings: Settings, pair: Mentorship) -> bool:
    """The mentor has said yes: the mentee has a mentor, and both are asked what they expect."""
    said = profiles(uow.db, [pair.mentee_id]).get(pair.mentee_id)
    waited = said.waiting_since if said else None
    if not move(uow, pair, ACCEPT, ends_on=_last_day(uow, settings, pair), waited_since=waited):
        return False
    people.change_placement(uow.db, pair.mentee_id, mentor_id=pair.mentor_id)
    wait_since(uow.db, [pair.mentee_id], None)
    _ask_what_they_expect(uow, pair)
    return True


def approve(uow: UnitOfWork, pair: Mentorship) -> bool:
    """A coordinator lets a proposal go to the mentor."""
    if not move(uow, pair, APPROVE):
        return False
    promise(uow.db, pair.mentor_id, "mentor_match", uow.now, about=pair.id or 0)
    return True


def withdraw(uow: UnitOfWork, pair: Mentorship, why: str) -> bool:
    """Somebody lets a proposal go before the mentor has answered; neither of the two hears of it."""
    if not move(uow, pair, LEAVE_OUT, why=why, look_at=None):
        return False
    _forget_what_was_promised(uow, pair)
    return True


def decline(uow: UnitOfWork, pair: Mentorship, why: str = "") -> bool:
    """The mentor has said no, and why if she wants: the mentee goes on waiting, and hears nothing of it."""
    if not move(uow, pair, DECLINE, why=why, look_at=None):
        return False
    _forget_what_was_promised(uow, pair)
    return True


def named_in_roster(uow: UnitOfWork, settings: Settings, mentee_id: str, mentor_id: str) -> Mentorship:
    """The roster named a mentor: the two have accepted one another already."""
    pair = Mentorship(
        mentee_id=mentee_id, mentor_id=mentor_id, state=ACCEPTED, made_at=uow.now, state_at=uow.now, look_at=uow.now
    )
    pair.ends_on = _last_day(uow, settings, pair)
    # Nobody is asked before the placement begins, so nothing is late before it does.
    placement = placement_of(uow.db, mentee_id)
    if placement and placement.starts_on:
        pair.state_at = max(uow.now, datetime.combine(placement.starts_on, time(12), UTC))
    pair.id = add_mentorship(uow.db, pair)
    wait_since(uow.db, [mentee_id], None)
    _ask_what_they_expect(uow, pair)
    return pair


def ask_again(context: Context) -> None:
    """Somebody can be asked only now, since she has just begun here: what waits for her answer is asked."""
    db, her = context.uow.db, context.person.id
    mine = mentorship_of(db, her)
    for pair in [*([mine] if mine else []), *mentorships_with(db, her)]:
        hers = pair.mentor_id == her
        if pair.state == APPROVED and hers:
            promise(db, her, "mentor_match", context.now, about=pair.id or 0)
        elif pair.state == ACCEPTED and (pair.mentor_signed_at if hers else pair.mentee_signed_at) is None:
            flow = "mentor_expectations" if hers else "mentee_expectations"
            promise(db, her, flow, context.now, about=pair.id or 0)


def sign(uow: UnitOfWork, pair: Mentorship, person_id: str) -> bool:
    """One of the two has signed; True when that makes the agreement of both."""
    column = "mentee_signed_at" if person_id == pair.mentee_id else "mentor_signed_at"
    change_mentorship(uow.db, pair, **{column: uow.now})
    return bool(pair.mentee_signed_at and pair.mentor_signed_at and move(uow, pair, SIGN))


def pause(uow: UnitOfWork, settings: Settings, pair: Mentorship, until: date) -> bool:
    """Nobody is asked anything about it up to and including this day; a meeting in these days is called off."""
    if not move(uow, pair, PAUSE, resumes_on=until + timedelta(days=1)):
        return False
    _forget_what_was_promised(uow, pair)
    _stop_talks(uow, pair)
    _cancel_ahead(uow, settings, pair)
    return True


def resume(uow: UnitOfWork, pair: Mentorship) -> bool:
    """The pause is over; the days of it do not count as silence."""
    signed = pair.mentee_signed_at is not None and pair.mentor_signed_at is not None
    if not move(uow, pair, RESUME if signed else BEGIN_AGAIN, resumes_on=None, warned_at=None, kept_at=uow.now):
        return False
    if not signed:
        _ask_what_they_expect(uow, pair)
    return True


def begin_to_close(uow: UnitOfWork, pair: Mentorship, why: str) -> bool:
    """Its end has come, or one of the two chose it: both look back, and may say goodbye. `why` is end, stopped."""
    if not move(uow, pair, CLOSE, why=why):
        return False
    _forget_what_was_promised(uow, pair)
    promise(uow.db, pair.mentee_id, "mentorship_end", uow.now, about=pair.id or 0)
    promise(uow.db, pair.mentor_id, "mentorship_goodbye", uow.now, about=pair.id or 0)
    return True


def end(uow: UnitOfWork, settings: Settings, pair: Mentorship, why: str, *, waits_again: bool = False) -> bool:
    """It is over: nothing more is asked about it, and a meeting ahead is called off.

    `waits_again` puts the mentee at her place in the waiting list.
    """
    word = REMATCH if waits_again else GOODBYE
    if not move(uow, pair, word, why=why, look_at=None):
        return False
    _forget_what_was_promised(uow, pair)
    _stop_talks(uow, pair)
    _cancel_ahead(uow, settings, pair)
    placement = placement_of(uow.db, pair.mentee_id)
    if placement and placement.mentor_id == pair.mentor_id:
        people.change_placement(uow.db, pair.mentee_id, mentor_id="")
    if waits_again:
        change_profile(uow.db, pair.mentee_id, "mentee", waiting_since=pair.waited_since or pair.made_at)
    return True


def both(uow: UnitOfWork, settings: Settings, pair: Mentorship) -> tuple[Context, Context]:
    """The mentee and the mentor in their surroundings."""
    found = find_people(uow.db, {pair.mentee_id, pair.mentor_id})
    return Context(uow, settings, found[pair.mentee_id]), Context(uow, settings, found[pair.mentor_id])


def other_side(context: Context, pair: Mentorship) -> Context:
    """The other of the two in her surroundings."""
    mentee, mentor = both(context.uow, context.settings, pair)
    return mentor if context.person.id == pair.mentee_id else mentee


def is_together(pair: Mentorship) -> bool:
    """The two know of one another."""
    return pair.state in TOGETHER


def last_together(pair: Mentorship) -> datetime:
    """The last meeting, else the agreement, else the match."""
    return max(filter(None, (pair.met_at, pair.mentee_signed_at, pair.mentor_signed_at, pair.made_at)))


def starts_counting(pair: Mentorship) -> datetime:
    """Since when the silence of the two counts: they met, agreed, or one of them said that it goes on."""
    return max(last_together(pair), pair.kept_at or pair.made_at)


def _ask_what_they_expect(uow: UnitOfWork, pair: Mentorship) -> None:
    """Of whoever has not signed yet."""
    for person_id, signed, flow in (
        (pair.mentee_id, pair.mentee_signed_at, "mentee_expectations"),
        (pair.mentor_id, pair.mentor_signed_at, "mentor_expectations"),
    ):
        if signed is None:
            promise(uow.db, person_id, flow, uow.now, about=pair.id or 0)


def _forget_what_was_promised(uow: UnitOfWork, pair: Mentorship) -> None:
    flows = (*MENTORING_NUDGES, *BETWEEN_THE_TWO)
    fulfil_about(uow.db, (pair.mentee_id, pair.mentor_id), flows, pair.id or 0)


def who_books(pair: Mentorship) -> str:
    """Who finds the next time, by roster id: the mentee, unless both said otherwise; she had the first turn."""
    mentors = pair.books == "mentor" or (pair.books == "turns" and pair.turn % 2 == 1)
    return pair.mentor_id if mentors else pair.mentee_id


def _stop_talks(uow: UnitOfWork, pair: Mentorship) -> None:
    """A question about a pair that is over stands open on nobody's phone."""
    for person_id in (pair.mentee_id, pair.mentor_id):
        for talk in unfinished_of(uow.db, person_id):
            about = orjson.loads(talk.progress).get("facts", {}).get("about_mentorship")
            if about == pair.id and talk.flow in (*MENTORING_NUDGES, *BETWEEN_THE_TWO) and talk.flow != ROUND:
                stop(uow.db, talk.id or 0, status="stopped", ended_at=uow.now, remind_at=None)


def _cancel_ahead(uow: UnitOfWork, settings: Settings, pair: Mentorship) -> None:
    meeting = latest_meeting(uow.db, pair.id or 0)
    if meeting is None or meeting.state not in AHEAD:
        return
    if meeting.starts_at is not None and meeting.starts_at <= uow.now:
        change_meeting(uow.db, meeting, state="not_known")
        return
    change_meeting(uow.db, meeting, state="cancelled", sequence=meeting.sequence + 1)
    if meeting.starts_at is not None:
        call_off(*both(uow, settings, pair), meeting)


def _last_day(uow: UnitOfWork, settings: Settings, pair: Mentorship) -> date:
    """The last day of her placement, else so many months from now."""
    placement = placement_of(uow.db, pair.mentee_id)
    lasts = (uow.now + settings.mentoring.lasts_months * A_MONTH).date()
    return placement.ends_on if placement and placement.ends_on else lasts
