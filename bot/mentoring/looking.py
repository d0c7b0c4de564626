"""The clock looks at a pair: what is due between the two is promised to one, or to both, or needs a person."""

import orjson

from bot.config import Settings
from bot.mentoring import pairs, steps
from bot.mentoring.meetings.agenda import send_agenda
from bot.mentoring.meetings.dated import dated_steps, done_with
from bot.mentoring.meetings.leaving_talks import leave_talks
from bot.mentoring.proposals.proposing import post_batch
from bot.mentoring.steps import Step
from bot.mentoring.telling import needs_a_person, say_it_is_over, worth_knowing
from flows.mentoring.meetings import ABOUT_ONE_TIME
from storage.followups import promise
from storage.meetings import Meeting, actions_of, change_meeting, find_action, latest_meeting
from storage.mentorships import Mentorship, change_mentorship, find_mentorship, in_batch
from storage.unit_of_work import UnitOfWork


def look_at(uow: UnitOfWork, settings: Settings, pair: Mentorship) -> None:
    """Do what is due about this pair now, and plan when to look again."""
    meeting = latest_meeting(uow.db, pair.id or 0)
    coming, done = _coming(uow, settings, pair, meeting)
    for step in steps.due(coming, done, uow.now):
        _do(uow, settings, pair, meeting, step)
    done |= steps.passed(coming, uow.now)
    _plan(uow, settings, pair, done)


def plan_look(uow: UnitOfWork, settings: Settings, pair: Mentorship) -> None:
    """Something between the two has changed: look at them when the next step is due."""
    _plan(uow, settings, pair, frozenset())


def _coming(
    uow: UnitOfWork, settings: Settings, pair: Mentorship, meeting: Meeting | None
) -> tuple[list[Step], frozenset[str]]:
    """What lies ahead of it, and what of that is done."""
    actions = actions_of(uow.db, [pair.id or 0])
    more = dated_steps(uow, settings, pair, meeting, actions)
    coming = steps.steps_of(pair, meeting, pair.every_days or settings.mentoring.every_days, more)
    return coming, steps.done_with(pair) | done_with(actions)


def _plan(uow: UnitOfWork, settings: Settings, pair: Mentorship, done: frozenset[str]) -> None:
    now = find_mentorship(uow.db, pair.id or 0) or pair
    coming, known = _coming(uow, settings, now, latest_meeting(uow.db, pair.id or 0))
    done |= known
    open_now = steps.due(coming, done, uow.now)
    look = uow.now if open_now else steps.following(coming, done, uow.now)
    # Kept for the life of a pair: a pause, or a meeting ahead, takes steps away for a while, and they come back.
    change_mentorship(uow.db, pair, told=orjson.dumps(sorted(done)).decode(), look_at=look)


def _do(uow: UnitOfWork, settings: Settings, pair: Mentorship, meeting: Meeting | None, step: Step) -> None:
    match step.do:
        case "remind_to_review" | "not_reviewed":
            _not_reviewed(uow, settings, pair, step)
        case "remind_to_answer":
            _ask(uow, pair, pair.mentor_id, "mentor_match")
        case "not_answered":
            needs_a_person(uow, settings, pair, "line.match_not_answered")
            pairs.end(uow, settings, pair, "not_answered", waits_again=True)
        case "remind_to_sign" | "not_signed" | "never_signed":
            _unsigned(uow, settings, pair, step)
        case "resume":
            pairs.resume(uow, pair)
        case "nudge" | "wanted" | "quiet" | "missed" | "gone_quiet":
            _not_met(uow, settings, pair, step)
        case "review":
            _ask(uow, pair, pair.mentee_id, "mentor_review")
            _ask(uow, pair, pair.mentor_id, "mentee_review")
        case "close":
            pairs.begin_to_close(uow, pair, "end")
        case "goodbye":
            pairs.end(uow, settings, pair, pair.why or "end")
        case _:
            _about_meeting(uow, settings, pair, meeting, step)


def _not_reviewed(uow: UnitOfWork, settings: Settings, pair: Mentorship, step: Step) -> None:
    """The channel is reminded of a batch once, however many pairs of it wait; then nobody waits for it any longer."""
    waiting = [each for each in in_batch(uow.db, pair.batch) if each.state == pair.state]
    if step.do == "not_reviewed":
        pairs.withdraw(uow, pair, "not_reviewed")
    elif waiting and waiting[0].id == pair.id:
        post_batch(uow, settings, pair.batch, again=True)


def _unsigned(uow: UnitOfWork, settings: Settings, pair: Mentorship, step: Step) -> None:
    for person_id, signed, flow in (
        (pair.mentee_id, pair.mentee_signed_at, "mentee_expectations"),
        (pair.mentor_id, pair.mentor_signed_at, "mentor_expectations"),
    ):
        if signed is None and step.do != "never_signed":
            _ask(uow, pair, person_id, flow)
    if step.do == "remind_to_sign":
        worth_knowing(uow, settings, pair, "mentoring.not_signed")
    elif step.do == "not_signed":
        needs_a_person(uow, settings, pair, "line.not_signed")
    else:
        needs_a_person(uow, settings, pair, "line.never_signed")
        say_it_is_over(uow, settings, pair, "mentoring.over_unsigned")
        pairs.end(uow, settings, pair, "never_signed", waits_again=True)


def _not_met(uow: UnitOfWork, settings: Settings, pair: Mentorship, step: Step) -> None:
    match step.do:
        case "nudge":
            _ask(uow, pair, pairs.who_books(pair), "meeting_nudge")
        case "wanted":
            _ask_both(uow, pair, "still_wanted")
        case "missed":
            needs_a_person(uow, settings, pair, "line.pair_quiet")
        case "quiet":
            change_mentorship(uow.db, pair, warned_at=uow.now)
            _ask_both(uow, pair, "still_wanted")
        case _:
            needs_a_person(uow, settings, pair, "line.pair_ended_quiet")
            say_it_is_over(uow, settings, pair, "mentoring.over_quiet")
            pairs.end(uow, settings, pair, "quiet", waits_again=True)


def _about_meeting(
    uow: UnitOfWork, settings: Settings, pair: Mentorship, meeting: Meeting | None, step: Step
) -> None:  # fmt: skip
    match step.do:
        case "remind_of_action":
            _remind(uow, pair, step)
        case _ if meeting is None:
            pass
        case "offer_again":
            change_meeting(uow.db, meeting, state="cancelled")
            leave_talks(uow, pair, ABOUT_ONE_TIME)
            _ask(uow, pair, pairs.who_books(pair), "meeting_nudge")
        case "agenda":
            send_agenda(uow, settings, pair, meeting)
        case "prepare":
            _ask(uow, pair, pair.mentee_id, "meeting_prep")
        case "soon":
            _ask_both(uow, pair, "meeting_soon")
        case "happened":
            leave_talks(uow, pair, ("meeting_after",), but_about=meeting.id or 0)
            _ask(uow, pair, pair.mentee_id, "meeting_after")
        case "ask_the_mentor":
            _ask(uow, pair, pair.mentor_id, "meeting_confirm")
        case _:
            change_meeting(uow.db, meeting, state="not_known")


def _remind(uow: UnitOfWork, pair: Mentorship, step: Step) -> None:
    """Whoever set out to do it is asked; the talk finds what is due when it begins."""
    if (action := find_action(uow.db, step.row)) is not None:
        _ask(uow, pair, action.owner_id, "action_due")


def _ask_both(uow: UnitOfWork, pair: Mentorship, flow: str) -> None:
    for person_id in (pair.mentee_id, pair.mentor_id):
        _ask(uow, pair, person_id, flow)


def _ask(uow: UnitOfWork, pair: Mentorship, person_id: str, flow: str) -> None:
    promise(uow.db, person_id, flow, uow.now, about=pair.id or 0)
