"""What is to be asked of a mentor these days."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from flows.mentoring import MENTORING_NUDGES
from storage.followups import FollowUp, promised_to

SOON = timedelta(days=5)
"""What would come so shortly afterwards comes along: she is written to once a week."""


def asked_soon(db: Connection, mentor_id: str, now: datetime) -> list[FollowUp]:
    """What is promised to her until then, the earliest first."""
    return [each for each in promised_to(db, mentor_id) if each.flow in MENTORING_NUDGES and each.due_at <= now + SOON]


def round_rows(db: Connection, mentor_id: str, now: datetime) -> tuple[str, ...]:
    """The questions of a round, each as `flow:row id of the mentorship`."""
    return tuple(f"{each.flow}:{each.about}" for each in asked_soon(db, mentor_id, now))


def read_row(row: str) -> tuple[str, int]:
    """The conversation and the mentorship of one of them."""
    flow, _, about = row.rpartition(":")
    return flow, int(about)
