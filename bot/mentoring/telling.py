"""What others hear of a pair: the coordinator that something is the matter, never what the two talk about."""

from datetime import datetime

from bot.cases.hearing import Concern, hear
from bot.config import Settings
from bot.facts.context import Context
from bot.facts.desk import address_of
from bot.facts.mentoring.hours import in_time_at, may_be_written_to
from bot.mentoring.pairs import both
from bot.words.language import say, translate
from bot.words.outgoing import Message, pack
from flows.mentoring.still_wanted import REASONS
from flows.severity import Severity
from storage.mentorships import Mentorship
from storage.outbox import Priority
from storage.posting import post_to, post_to_chat
from storage.unit_of_work import UnitOfWork

NOTICED = "noticed"
"""The kind of a case's line that she did not say and does not read: it may hold what the other one answered."""
SOURCE = "mentor"
"""Where a case about a mentorship comes from, as a case's source names it."""


def needs_a_person(uow: UnitOfWork, settings: Settings, pair: Mentorship, line: str) -> None:
    """A case for the mentee's coordinator: what has not happened, and with which mentor."""
    mentee, mentor = both(uow, settings, pair)
    told = say(line, mentee.team_language, {"mentor": mentor.person.name})
    noticed = (NOTICED, told, f"mentorship:{pair.id}")
    hear(mentee, Concern("practical", Severity.ATTENTION, False, SOURCE, (noticed,), hers=False))


def early_end(uow: UnitOfWork, settings: Settings, pair: Mentorship, why: str) -> None:
    """It ends before its day: a person knows, with the reason where one was given."""
    mentee, mentor = both(uow, settings, pair)
    language = mentee.team_language
    told = say("line.pair_early_end", language, {"mentor": mentor.person.name})
    if why in REASONS:
        reason = translate(f"still_wanted.why.{why}", REASONS[why], language)
        told = f"{told} {say('line.pair_reason', language, {'answer': reason})}"
    line = (NOTICED, told, f"mentorship:{pair.id}")
    hear(mentee, Concern("practical", Severity.ATTENTION, False, SOURCE, (line,), hers=False))


def worth_knowing(uow: UnitOfWork, settings: Settings, pair: Mentorship, key: str) -> None:
    """One line for the mentee's coordinator, by roster ids; it makes no case."""
    mentee, _ = both(uow, settings, pair)
    coordinator = mentee.coordinator
    address = address_of(coordinator, settings) if coordinator else None
    if address is not None:
        text = say(key, mentee.team_language, {"student_id": pair.mentee_id, "mentor_id": pair.mentor_id})
        post_to_chat(uow, address.lane, address.chat, pack(Message(text)), priority=Priority.CASE)


def say_it_is_over(uow: UnitOfWork, settings: Settings, pair: Mentorship, key: str) -> None:
    """Both hear that it is over and that nobody did anything wrong, each in her own hours."""
    mentee, mentor = both(uow, settings, pair)
    for context, other in ((mentee, mentor), (mentor, mentee)):
        tell(context, key, partner=other.person.name)


def tell(context: Context, key: str, **values: object) -> None:
    """Something that one of the two must hear, at the next moment at which she may be written to."""
    tell_until(context, None, say(key, context.language, values))


def tell_until(context: Context, until: datetime | None, text: str) -> None:
    """The same, of words in her language that mean nothing any more after a moment."""
    person, moment = context.person, may_be_written_to(context, context.now)
    if person.stopped_at is not None or person.forgotten_at is not None or person.consented_at is None:
        return
    if until is None or moment <= until:
        later = moment if moment > context.now else None
        post_to(
            context.uow, person, pack(Message(text)), priority=Priority.PROMPT, not_before=later,
            good_until=until or in_time_at(context, moment),
        )  # fmt: skip
