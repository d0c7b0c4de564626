"""News of a case at night: what can wait is read in the morning, unless she is awake."""

from datetime import datetime, timedelta

from bot.cases.case_file import CaseFile
from bot.facts.checkin_time import after_quiet
from bot.facts.mentoring.hours import may_be_written_to
from flows.severity import Severity
from storage.posting import reachable_account

AWAKE = timedelta(hours=2)
"""Whoever did something in her chat so lately is taken to be awake."""


def her_morning(file: CaseFile, *, words: bool = False) -> datetime | None:
    """When her quiet hours end, or a mentor's work begins, for what waits until then; None for what goes out now.

    An emergency never waits, nor do a colleague's words (`words`) in something urgent. What waits goes out as soon as
    she writes (`storage.outbox.send_now`).
    """
    severity, now, context = file.case.severity, file.uow.now, file.context
    if severity >= Severity.EMERGENCY or (words and severity >= Severity.URGENT):
        return None
    account = reachable_account(file.uow, context.person.id)
    # Seen ahead of now: the clock was set back since, and nobody knows how long ago that was.
    if account is not None and timedelta(0) <= now - account.seen_at < AWAKE:
        return None
    is_mentor = context.person.role == "mentor"
    morning = may_be_written_to(context, now) if is_mentor else after_quiet(now, context.zone, context.settings)
    return morning if morning > now else None
