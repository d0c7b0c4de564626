"""Erasing: what somebody told us, and who she was."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, String, cast, delete, literal, or_, select, update

from storage.absence import ABSENCE
from storage.anonymous import ANONYMOUS_REPORT
from storage.answer_changes import ANSWER_CHANGE
from storage.attachments import ATTACHMENT
from storage.cases import CASE, CASE_LINE
from storage.columns import read
from storage.contacts import CONTACT
from storage.conversations import CONVERSATION, QUESTION
from storage.followups import FOLLOW_UP
from storage.goals import GOAL, GOAL_VERSION
from storage.lifts import LIFT_PAIR, LIFT_WISH
from storage.linking import CASE_ABOUT, CASE_LINK
from storage.meetings import ACTION_ITEM, MEETING
from storage.mentoring_profiles import MENTORING_PROFILE
from storage.mentorships import MENTORSHIP
from storage.outbox import OUTBOX, POSTED
from storage.parties import CASE_PARTY
from storage.people import ACCOUNT, INVITATION, PERSON, PLACEMENT, Person
from storage.sharing import CASE_SHARING


def erase_words(db: Connection, person_id: str, *, but_cases: Collection[int] = ()) -> None:
    """Delete what she told us and what is on its way to her; of the cases named, what was said in them stays."""
    hers = select(CASE.c.id).where(CASE.c.person_id == person_id, CASE.c.id.not_in(but_cases))
    for in_cases in (CASE_LINE, CASE_PARTY, CASE_SHARING, CASE_ABOUT, CASE_LINK):
        db.execute(delete(in_cases).where(in_cases.c.case_id.in_(hers)))
    of_no_case = (ATTACHMENT.c.person_id == person_id) & ATTACHMENT.c.case_id.is_(None)
    db.execute(delete(ATTACHMENT).where(ATTACHMENT.c.case_id.in_(hers) | of_no_case))
    # A later talk may get the number of one that is deleted, and must not edit what stands in her chat.
    questions = select(literal(QUESTION) + cast(CONVERSATION.c.id, String)).where(CONVERSATION.c.person_id == person_id)
    db.execute(delete(POSTED).where(POSTED.c.key.in_(questions)))
    for words in (
        ANSWER_CHANGE, CONVERSATION, FOLLOW_UP, GOAL_VERSION, GOAL, OUTBOX, ABSENCE, CONTACT, LIFT_WISH,
        MENTORING_PROFILE,
    ):  # fmt: skip
        db.execute(delete(words).where(words.c.person_id == person_id))
    _erase_mentorships(db, person_id)
    db.execute(delete(LIFT_PAIR).where(or_(LIFT_PAIR.c.first_id == person_id, LIFT_PAIR.c.second_id == person_id)))


def _erase_mentorships(db: Connection, mentee_id: str) -> None:
    """Her mentorships and all that was written down in them; a mentor's are her mentees', and stay with them."""
    hers = select(MENTORSHIP.c.id).where(MENTORSHIP.c.mentee_id == mentee_id)
    for rows in (ACTION_ITEM, MEETING):
        db.execute(delete(rows).where(rows.c.mentorship_id.in_(hers)))
    db.execute(delete(MENTORSHIP).where(MENTORSHIP.c.mentee_id == mentee_id))


def erase_identity(db: Connection, person_id: str) -> None:
    """Destroy her key and delete her name, addresses, placement, accounts and code; only the roster's id stays."""
    for about_her in (ACCOUNT, ANONYMOUS_REPORT, INVITATION, PLACEMENT):
        db.execute(delete(about_her).where(about_her.c.person_id == person_id))
    gone = {"name": "", "email": "", "slack_id": "", "timezone": "", "imported": "", "data_key": None}
    db.execute(update(PERSON).where(PERSON.c.id == person_id).values(**gone))


def change_key(
    db: Connection, person_id: str, data_key: str, bodies: Mapping[int, str], files: Mapping[int, bytes | None],
    unsafe: Mapping[int, str],
) -> None:  # fmt: skip
    """Give her another key, and what these hold sealed with it: lines of cases, attachments, what cases say of sharing.

    The first two by their ids, the last by the case's.
    """
    db.execute(update(PERSON).where(PERSON.c.id == person_id).values(data_key=data_key))
    for line_id, body in bodies.items():
        db.execute(update(CASE_LINE).where(CASE_LINE.c.id == line_id).values(body=body))
    for attachment_id, content in files.items():
        db.execute(update(ATTACHMENT).where(ATTACHMENT.c.id == attachment_id).values(body=content))
    for case_id, sealed in unsafe.items():
        db.execute(update(CASE_SHARING).where(CASE_SHARING.c.case_id == case_id).values(unsafe=sealed))


def half_forgotten(db: Connection) -> list[Person]:
    """Whoever asked to be forgotten and of whom an open case is still kept."""
    rows = db.execute(select(PERSON).where(PERSON.c.forgotten_at.is_not(None), PERSON.c.data_key.is_not(None)))
    return [read(Person, row._mapping) for row in rows]
