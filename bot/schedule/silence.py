"""What it means that nobody answered: one missed check-in is news, two are a case and a pulse, from three on a call.

Not delivered is not silence, and neither is an absence, a pause, a talk with a person or the rest after a report.
"""

from datetime import timedelta
from functools import partial

import orjson

from bot.cases.hearing import Concern, hear
from bot.cases.rules.life_cycle import ANSWER, CHANGE_OF, REPLY
from bot.facts.context import Context
from bot.intake.receive import House
from bot.intake.talk.news import tell_coordinator
from bot.intake.talk.silence import SILENCE
from bot.schedule.savepoint import alone
from bot.words.language import say
from flows.cadence import CHECKIN, CHECKINS
from flows.severity import Severity
from storage import conversations, people
from storage.absence import absences_of
from storage.cases import cases_of, changed_since
from storage.conversations import Conversation
from storage.followups import promise
from storage.outbox import was_posted
from storage.posting import reachable_account
from storage.unit_of_work import UnitOfWork

AN_HOUR = timedelta(hours=1)
LOW = 2
"""A mood of this or less makes silence urgent."""
_LOOK_BACK = 10
_TALKED = (CHANGE_OF[REPLY], CHANGE_OF[ANSWER])


def end_expired(uow: UnitOfWork, house: House, most: int) -> int:
    """End the talks whose time is over, at most so many, and count what was missed; gives how many there were.

    One that fails is put off by an hour, so that it holds nobody else up.
    """
    over = conversations.expired(uow.db, uow.now, most)
    for talk in over:
        if not alone(uow, partial(_end, uow, house, talk)):
            assert talk.id is not None, "a conversation that was read has an id"
            conversations.change(uow.db, talk.id, expires_at=uow.now + AN_HOUR)
    return len(over)


def _end(uow: UnitOfWork, house: House, talk: Conversation) -> None:
    if not conversations.expire(uow.db, talk, uow.now) or not _unanswered(talk):
        return
    person = people.find_person(uow.db, talk.person_id)
    if person is None:
        return
    context = Context(uow, house.settings, person)
    if _could_have_answered(context, talk) and _was_delivered(context, talk):
        _missed(context)


def _unanswered(talk: Conversation) -> bool:
    return talk.flow in CHECKINS and talk.prompted and not orjson.loads(talk.answers)


def _was_delivered(context: Context, talk: Conversation) -> bool:
    """It reached her, and nothing of hers has been closed to us since; that she left is told by itself."""
    posted = was_posted(context.uow.db, conversations.question_key(talk.id or 0))
    return posted and reachable_account(context.uow, context.person.id) is not None


def _could_have_answered(context: Context, talk: Conversation) -> bool:
    """She was there, and an answer was hers to give: not away, not paused, in her placement, and nothing graver."""
    person, began = context.person, talk.opened_at
    gone = person.consented_at is None or person.stopped_at is not None or person.forgotten_at is not None
    reported = person.urgent_at is not None and person.urgent_at >= began
    return not (
        gone or reported or _talked_with_a_person(context, talk) or _outside_placement(context) or _away(context, talk)
    )


def _talked_with_a_person(context: Context, talk: Conversation) -> bool:
    held_until = context.person.held_until
    held = held_until is not None and held_until >= talk.opened_at
    return held or changed_since(context.uow.db, context.person.id, _TALKED, talk.opened_at)


def _outside_placement(context: Context) -> bool:
    today, placement = context.local_now.date(), context.placement
    return bool(
        (placement.ends_on and placement.ends_on < today) or (placement.starts_on and placement.starts_on > today)
    )


def _away(context: Context, talk: Conversation) -> bool:
    """Away or paused on any day on which it was open."""
    first, last = talk.opened_at.astimezone(context.zone).date(), context.local_now.date()
    paused_until = context.person.paused_until
    absences = absences_of(context.uow.db, context.person.id, first)
    return (paused_until is not None and paused_until >= first) or any(each.starts_on <= last for each in absences)


def _missed(context: Context) -> None:
    """Count one more, and do what stands for so many."""
    missed = context.placement.missed + 1
    people.change_placement(context.uow.db, context.person.id, missed=missed)
    if missed == 1:
        tell_coordinator(context, "silence.first")
    elif missed == 2:
        _open_case(context, "line.silence_twice", missed)
        promise(context.uow.db, context.person.id, "pulse", context.now)
    else:
        _open_case(context, "line.silence_call", missed)
        tell_coordinator(context, "silence.call", count=missed)


def _open_case(context: Context, line: str, missed: int) -> None:
    """Silence after something grave is urgent, and for safeguarding."""
    grave = _was_low(context) or any(case.restricted for case in cases_of(context.uow.db, context.person.id))
    severity = Severity.URGENT if grave else Severity.ATTENTION
    told = say(line, context.team_language, count=missed)
    hear(context, Concern("wellbeing", severity, grave, CHECKIN, (("flag", told, SILENCE),), hers=False))


def _was_low(context: Context) -> bool:
    """The last mood she told us, in a check-in that was finished or not."""
    talks = conversations.lately(context.uow.db, context.person.id, CHECKINS, _LOOK_BACK)
    moods = (orjson.loads(talk.answers).get("mood") for talk in talks)
    last = next((mood for mood in moods if mood is not None), None)
    return isinstance(last, int) and last <= LOW
