"""What mentees ask their mentors for, a working day to see or an introduction: what waits for an answer.

Read from the talks in which it was asked and answered; nothing of it is kept a second time.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import orjson

from flows.mentoring.request import mentor_request, request_answer
from flows.severity import Severity
from storage.conversations import Conversation, done_of_any
from storage.mentorships import Mentorship
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Request:
    """One of them. `kind` is an option of the question; `words` are sealed with the mentee's key, "" for none."""

    kind: str
    words: str


def waiting_requests(uow: UnitOfWork, pairs: Collection[Mentorship]) -> dict[int, Request]:
    """The last request of each of these pairs that the mentor has not answered, by the pair's row id; one query."""
    ids = {each for pair in pairs for each in (pair.mentee_id, pair.mentor_id)}
    talks = done_of_any(uow.db, ids, (mentor_request.id, request_answer.id)) if ids else []
    found: dict[int, Request] = {}
    for talk in talks:
        about, answers = _about(talk), orjson.loads(talk.answers)
        if talk.flow == request_answer.id and answers.get("can"):
            found.pop(about, None)
        elif talk.flow == mentor_request.id and answers.get("kind") and passed_on(orjson.loads(talk.progress)):
            found[about] = Request(str(answers["kind"]), str(answers.get("what") or ""))
    return {about: request for about, request in found.items() if about in {pair.id for pair in pairs}}


def passed_on(progress: dict[str, Any]) -> bool:
    """What a person of the programme must look at first does not go to the other of the two."""
    return int(progress.get("heard", 0)) < Severity.ATTENTION


def _about(talk: Conversation) -> int:
    return int(orjson.loads(talk.progress).get("facts", {}).get("about_mentorship", 0))
