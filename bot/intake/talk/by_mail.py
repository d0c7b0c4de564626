"""When no chat reaches a student: one mail that says how to come back, and nothing of what she told us."""

from datetime import datetime, timedelta

from bot.facts.checkin_time import after_quiet
from bot.facts.context import Context
from bot.facts.placeholders import Placeholders
from bot.words.language import Trusted, say
from bot.words.outgoing import Message, pack
from flows.severity import Severity
from storage.cases import unresolved_of
from storage.contacts import contacted_since, note_contact
from storage.outbox import Priority
from storage.people import Account
from storage.posting import post_to, reachable_account

LANE = "mail"
AT_MOST_EVERY = timedelta(days=7)


def write_instead(context: Context, platform: str) -> bool:
    """Mail her that `platform` does not reach her; False where nothing is sent.

    Only where no other account of hers can be reached, the programme can mail and her roster row has an address; at
    most once a week; never to somebody who has stopped or deleted her data. It waits for the end of her quiet hours,
    unless a case of hers is urgent.
    """
    person, uow = context.person, context.uow
    stopped = person.stopped_at is not None or person.forgotten_at is not None
    if context.settings.mail is None or not person.email or stopped or reachable_account(uow, person.id):
        return False
    if contacted_since(uow.db, person.id, LANE, uow.now - AT_MOST_EVERY):
        return False
    name = platform.capitalize()
    known = Placeholders(context, {"platform": Trusted(name)})
    message = Message(
        say("mail.lost", context.language, known), subject=say("mail.lost_subject", context.language, known)
    )
    there = Account(platform=LANE, user=person.email, chat=person.email, person_id=person.id, seen_at=uow.now)
    post_to(uow, person, pack(message), account=there, priority=Priority.CASE, not_before=_when(context))
    note_contact(uow.db, person.id, LANE, uow.now)
    return True


def _when(context: Context) -> datetime | None:
    """When it may go out; None: now."""
    cases = unresolved_of(context.uow.db, context.person.id)
    if any(case.severity >= Severity.URGENT for case in cases):
        return None
    morning = after_quiet(context.now, context.zone, context.settings)
    return morning if morning > context.now else None
