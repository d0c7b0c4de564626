"""What must be true of every term, whatever happens in it. Each function gives what was wrong, in words."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from sqlalchemy import select

from bot.facts.holidays import holiday_on
from flows.cadence import CHECKINS
from storage.cases import CASE, CASE_LINE
from storage.conversations import CONVERSATION, question_key
from storage.outbox import OUTBOX, Priority
from storage.people import PERSON
from tests.term.cohort import Student
from tests.term.play import STEP, Outage, Term
from tests.term.post import Arrived

QUIET_FROM, QUIET_TO = time(20), time(8)
MOST_IN_A_WEEK = 4
RESTS = timedelta(hours=48)
ON_TIME = timedelta(minutes=40)
_URGENT = 3


def routine(term: Term) -> Iterator[tuple[Student, Arrived]]:
    """What the program wrote to students of its own accord."""
    for each in term.post.ledger:
        if each.lane == "telegram" and each.priority == Priority.PROMPT and not each.edits:
            yield term.phones[each.chat].student, each


def at_a_wrong_time(term: Term) -> Iterator[str]:
    """In quiet hours, on a holiday of where she works, before she has begun or after her end."""
    for student, each in routine(term):
        local = each.at.astimezone(student.zone)
        if local.time() >= QUIET_FROM or local.time() < QUIET_TO:
            yield f"{student.id} in quiet hours: {local:%a %d %b %H:%M}"
        if holiday := holiday_on(student.country, local.date()):
            yield f"{student.id} on {holiday}"
        if not student.starts_on <= local.date() <= student.ends_on:
            yield f"{student.id} outside her placement: {local:%d %b}, {student.starts_on} to {student.ends_on}"


def soon_after_an_urgent_report(term: Term) -> Iterator[str]:
    """Something routine within two days of it."""
    reports = defaultdict(list)
    with term.work() as uow:
        lines = select(CASE.c.person_id, CASE_LINE.c.at).join(CASE, CASE.c.id == CASE_LINE.c.case_id)
        for person_id, at in uow.db.execute(lines.where(CASE_LINE.c.severity >= _URGENT)):
            reports[person_id].append(at)
    for student, each in routine(term):
        if any(at < each.at < at + RESTS for at in reports[student.id]):
            yield f"{student.id} at {each.at:%d %b %H:%M}"


def too_often(term: Term) -> Iterator[str]:
    """More in seven days than the cap."""
    by_student = defaultdict(list)
    for student, each in routine(term):
        if not _asked_for(term, student, each.at):
            by_student[student.id].append(each.at)
    for student_id, moments in by_student.items():
        for first, fifth in zip(moments, moments[MOST_IN_A_WEEK:], strict=False):
            if fifth - first < timedelta(days=7):
                yield f"{student_id} from {first:%d %b}"


def asked_twice(term: Term) -> Iterator[str]:
    """One question more often than once and its two reminders; anything after it was over."""
    posted: Counter[str] = Counter()
    over = _over(term)
    for student, each in routine(term):
        posted[each.key] += 1
        if each.key and posted[each.key] > 3:
            yield f"{student.id} {each.key} {posted[each.key]} times"
        if each.key in over and each.at > over[each.key]:
            yield f"{student.id} {each.key} after it was over"


def never_asked(term: Term, outages: tuple[Outage, ...]) -> Iterator[str]:
    """A check-in that was due and for whose absence nothing speaks."""
    asked = defaultdict(list)
    with term.work() as uow:
        talks = select(CONVERSATION.c.person_id, CONVERSATION.c.opened_at).where(CONVERSATION.c.flow.in_(CHECKINS))
        for person_id, at in uow.db.execute(talks):
            asked[person_id].append(at)
        rested = {row.id: row.urgent_at for row in uow.db.execute(select(PERSON.c.id, PERSON.c.urgent_at))}
    for student in term.students:
        if student.habit in ("pauses", "blocks", "away") or rested[student.id]:
            continue
        for moment in student.planned():
            until = moment + (_patience(student, moment, outages) or ON_TIME)
            if until < term.clock.now() and not any(moment <= at <= until for at in asked[student.id]):
                yield f"{student.id} ({student.habit}) on {moment.astimezone(student.zone):%a %d %b %H:%M}"


def asked_more_often_than_planned(term: Term) -> Iterator[str]:
    """More check-ins by the clock than her rhythm has."""
    with term.work() as uow:
        prompted = select(CONVERSATION.c.person_id).where(
            CONVERSATION.c.flow.in_(CHECKINS), CONVERSATION.c.prompted, CONVERSATION.c.answers.not_like('%"later"%')
        )
        counted = Counter(uow.db.execute(prompted).scalars())
    for student in term.students:
        if counted[student.id] > len(student.planned()):
            yield f"{student.id} {counted[student.id]} times, planned {len(student.planned())}"


def left_alone(term: Term) -> Iterator[str]:
    """A case that nobody is called for, though it waits for a person."""
    with term.work() as uow:
        waiting = select(CASE).where(CASE.c.state.in_(("open", "taken", "reopened")))
        for case in uow.db.execute(waiting):
            nexts = [at for at in (case.climb_at, case.page_at) if at is not None]
            if not nexts:
                yield f"{case.number} ({case.state}) has no next step"
            elif min(nexts) < term.clock.now() - timedelta(hours=1):
                yield f"{case.number} ({case.state}) should have moved on at {min(nexts):%d %b %H:%M}"


def not_sent(term: Term) -> Iterator[str]:
    """What still lies in the outbox although it could go."""
    with term.work() as uow:
        for row in uow.db.execute(select(OUTBOX).where(OUTBOX.c.status != "sent")):
            if row.status == "dead" and row.chat not in _ever_blocked(term):
                yield f"row {row.id} is dead: {row.failure}"
            if row.status == "pending" and (row.not_before is None or row.not_before <= term.clock.now() - STEP):
                yield f"row {row.id} to {row.lane} waits"


def _asked_for(term: Term, student: Student, at: datetime) -> bool:
    """She chose "later" in the day before, and this is what she then asked for."""
    done = term.phones[student.id].answered
    return any(data.endswith("|later") and moment < at < moment + timedelta(days=1) for moment, _, data in done)


def _ever_blocked(term: Term) -> set[str]:
    return {student.id for student in term.students if student.habit == "blocks"}


def _over(term: Term) -> dict[str, datetime]:
    """When each talk was over, by the name of its question."""
    with term.work() as uow:
        ended = select(CONVERSATION.c.id, CONVERSATION.c.ended_at).where(CONVERSATION.c.ended_at.is_not(None))
        return {question_key(row.id): row.ended_at for row in uow.db.execute(ended)}


def _patience(student: Student, moment: datetime, outages: tuple[Outage, ...]) -> timedelta | None:
    """How long a check-in may be late for a reason that passes; None where there is none."""
    day = moment.astimezone(student.zone).date()
    if any(outage.begins <= moment + ON_TIME and moment < outage.ends for outage in outages):
        return timedelta(days=6)
    if holiday_on(student.country, day):
        return timedelta(days=6)
    return None
