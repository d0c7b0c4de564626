"""Questions about a time that holds no longer: what was promised is not asked, and what was asked is closed."""

import orjson

from flows.mentoring.meetings import ABOUT_ONE_TIME
from storage import conversations
from storage.conversations import unfinished_of
from storage.followups import fulfil_about
from storage.mentorships import Mentorship
from storage.unit_of_work import UnitOfWork


def leave_open_talks(uow: UnitOfWork, pair: Mentorship, *, but: tuple[str, ...] = ()) -> None:
    """Close all of both of the pair, `but` these conversations; a button of one of them has gone stale then."""
    flows = [flow for flow in ABOUT_ONE_TIME if flow not in but]
    both = (pair.mentee_id, pair.mentor_id)
    fulfil_about(uow.db, both, flows, pair.id or 0)
    for row in (row for person_id in both for row in unfinished_of(uow.db, person_id)):
        facts = orjson.loads(row.progress).get("facts", {})
        if row.flow in flows and facts.get("about_mentorship") == pair.id:
            conversations.change(uow.db, row.id or 0, status="stopped", ended_at=uow.now)
