"""Questions about a time that holds no longer: what was promised is not asked, and what was asked is closed."""

from collections.abc import Collection

import orjson

from storage import conversations
from storage.conversations import unfinished_of
from storage.followups import fulfil_about
from storage.mentorships import Mentorship
from storage.unit_of_work import UnitOfWork


def leave_talks(uow: UnitOfWork, pair: Mentorship, flows: Collection[str], *, but_about: int = 0) -> None:
    """Close these conversations of both of the pair: a button of one of them has gone stale then.

    Those about the meeting `but_about`, a row id, go on.
    """
    both = (pair.mentee_id, pair.mentor_id)
    fulfil_about(uow.db, both, flows, pair.id or 0)
    for row in (row for person_id in both for row in unfinished_of(uow.db, person_id)):
        facts = orjson.loads(row.progress).get("facts", {})
        stale = not but_about or facts.get("about_meeting") != but_about
        if row.flow in flows and facts.get("about_mentorship") == pair.id and stale:
            conversations.change(uow.db, row.id or 0, status="stopped", ended_at=uow.now)
